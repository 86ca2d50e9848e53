"""Gaps and clashes of a calendar in sentences."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from workshoplib.analysis.clashes import PROMOTION, Trouble, clashes, forgotten, sells_too_much, unserved
from workshoplib.analysis.mix import promotional
from workshoplib.steps.answers import title_of
from workshoplib.steps.blocks import Block, Bullets, Heading
from workshoplib.steps.view import View
from workshoplib.strategy.content import Post
from workshoplib.words import Words

_NAMED = 3
"""As many posts as a sentence names."""

Counted = Callable[[Words, int], str]

_TOLD: Mapping[Trouble, Counted] = {
    Trouble.HOLIDAY: lambda say, n: say.plural(
        "{n} post goes out on a public holiday", "{n} posts go out on a public holiday", n
    ),
    Trouble.TWO_OWNERS: lambda say, n: say.plural(
        "{n} post shares its minute with another owner’s", "{n} posts share their minute with another owner’s", n
    ),
    Trouble.SAME_VIDEO: lambda say, n: say.plural(
        "{n} video is used on a second channel as it is", "{n} videos are used on a second channel as they are", n
    ),
    Trouble.TOO_LONG: lambda say, n: say.plural(
        "{n} text is longer than its platform takes", "{n} texts are longer than their platform takes", n
    ),
    Trouble.NO_ALT_TEXT: lambda say, n: say.plural("{n} picture has no alt text", "{n} pictures have no alt text", n),
    Trouble.NO_AD_LABEL: lambda say, n: say.plural(
        "{n} post with money behind it is not labelled as an advertisement",
        "{n} posts with money behind them are not labelled as advertisements",
        n,
    ),
}


def gaps_and_clashes(view: View) -> Iterable[Block]:
    """A sentence for each thing to look at; nothing where there is none."""
    told = tuple(_sentences(view))
    if told:
        yield Heading(view.say("Gaps and clashes"))
        yield Bullets(told)


def _sentences(view: View) -> Iterable[str]:
    say, posts = view.say, view.strategy.content.posts
    country = view.strategy.organisation.country
    years = {post.due.year for post in posts if post.due}
    holidays = view.facts.holidays(country.value, years) if country else {}
    for clash in clashes(view.strategy, holidays, view.facts.formats):
        counted = _TOLD[clash.trouble](say, len(clash.posts))
        yield say("{what}: {posts}.", what=counted, posts=_named(clash.posts, view))
    idle = unserved(view.strategy) if posts else ()
    if idle:
        yield say("No post serves: {goals}.", goals=[title_of(goal, view) for goal in idle])
    lonely = forgotten(view.strategy) if posts else ()
    if lonely:
        yield say("No post is meant for: {personas}.", personas=[title_of(persona, view) for persona in lonely])
    if sells_too_much(posts):
        yield say(
            "{share} of the posts sell something; beyond {most} people stop listening.",
            share=say.percent(promotional(posts), 0),
            most=say.percent(PROMOTION),
        )


def _named(posts: Sequence[Post], view: View) -> str:
    names = [title_of(post, view) for post in posts[:_NAMED]]
    more = len(posts) - len(names)
    return view.say.list([*names, *([view.say.plural("{n} other", "{n} others", more)] if more else [])])
