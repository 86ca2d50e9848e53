"""Planners: what each tool's file holds, what it leaves out, and that no cell of it does harm."""

import csv
import io
from datetime import UTC, date, datetime, time
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as some

from workshoplib.planners import PLANNERS, Context, Export, NoPlanner, planned, planner
from workshoplib.planners.cells import csv_text, guarded, is_formula, unguarded
from workshoplib.planners.tracking import Origin, origin_of, slug, tracked
from workshoplib.strategy import Strategy
from workshoplib.strategy.budget import Budget, Campaign
from workshoplib.strategy.choices import Country, Format, Platform
from workshoplib.strategy.content import Content, Pillar, Post, PostStatus
from workshoplib.strategy.goals import Goal, Goals
from workshoplib.strategy.ids import ALPHABET
from workshoplib.strategy.organisation import Organisation
from workshoplib.strategy.personas import Persona, Personas
from workshoplib.strategy.platforms import Channel, Platforms
from workshoplib.words import words

NOW = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)

FORMULAS = (
    "=1+1",
    "+1-800-555",
    "-2+3",
    "@SUM(1+1)*cmd|'/C calc'!A0",
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://x.example","y")',
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u200b=1+1",
    "＝1+1",
    "＋1+1",
    "－1-1",
    "＠SUM(1)",
    "- a line that begins with a dash",
)
HARMLESS = ("-5", "+49 30 123 45", "@kystbrygg", "@kystbrygg og Marit", "Kaffe = varme", "12,5", "")


def strategy(*posts: Post, country: Country = Country.NORWAY) -> Strategy:
    return Strategy(
        organisation=Organisation(country=country),
        goals=Goals(goals=(Goal(id="goal-web", text="More orders, online"),)),
        personas=Personas(personas=(Persona(id="geir", name="Geir"), Persona(id="hanne", name="Hanne"))),
        platforms=Platforms(
            channels=(
                Channel(id="insta", platform=Platform.INSTAGRAM, account="kyst"),
                Channel(id="face", platform=Platform.FACEBOOK),
                Channel(id="board", platform=Platform.PINTEREST),
                Channel(id="chat", platform=Platform.WHATSAPP),
            )
        ),
        content=Content(pillars=(Pillar(id="tips", topic="Tips"),), posts=posts),
        budget=Budget(campaigns=(Campaign(id="summer", name="Sommer på hytta"),)),
    )


def post(id: str = "p1", **answers: object) -> Post:
    usual = {
        "title": "A cup",
        "text": "Words",
        "due": date(2027, 2, 1),
        "at": time(7, 30),
        "channel": "insta",
        "format": Format.IMAGE,
        "goal": "goal-web",
        "pillar": "tips",
        "personas": ("geir", "hanne"),
        "status": PostStatus.SCHEDULED,
    }
    return Post.model_validate({"id": id, **usual, **answers})


def exported(to: str, *posts: Post, now: datetime = NOW, language: str = "en", **settings: Country) -> Export:
    made, say = strategy(*posts, **settings), words(language)
    return planner(to).export(planned(made, say), Context("Kystbrygg", made, say, now, {}))


def rows(export: Export, file: int = 0) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export.files[file].content.decode(), newline="")))


def reasons(export: Export) -> list[str]:
    return [str(note.values["reason"]) for note in export.notes if "reason" in note.values]


@pytest.mark.parametrize(
    ("to", "header"),
    [
        ("buffer", "Text,Image URL,Tags,Posting Time"),
        ("sprout", "date,time_24hr,message_text"),
        ("highlevel", "postAtSpecificTime (yyyy-MM-dd HH:mm:ss),content,link (OGmetaUrl),imageUrls,gifUrl,videoUrls"),
        ("socialbee", "text,link,imageUrls,gifUrls,videoUrls,postAtSpecificTime"),
        ("ayrshare", "post,platforms,mediaUrls,scheduleDate"),
        ("asana", "Name,Description,Section,Assignee,Collaborators,Due Date,Tags"),
        (
            "postfast",
            (
                "scheduled_at,account_id,content,media_urls,first_comment,"
                "fb_content_type,ig_publish_type,yt_is_short,pinterest_board_id"
            ),
        ),
    ],
)
def test_a_file_begins_with_the_columns_that_the_tool_asks_for(to: str, header: str) -> None:
    assert exported(to, post()).files[0].content.decode().split("\r\n")[0] == header


def test_publer_gets_its_twelve_columns() -> None:
    assert len(rows(exported("publer", post()))[0]) == 12


def test_buffer_writes_the_local_time_as_it_wants_it() -> None:
    assert rows(exported("buffer", post()))[0]["Posting Time"] == "2027-02-01 07:30"


def test_ayrshare_writes_the_time_in_utc_and_calls_x_by_its_old_name() -> None:
    made = strategy(post(channel="x1"))
    x = Channel(id="x1", platform=Platform.X)
    made = made.model_copy(update={"platforms": Platforms(channels=(x,))})
    say = words("en")
    row = rows(planner("ayrshare").export(planned(made, say), Context("k", made, say, NOW, {})))[0]
    assert (row["platforms"], row["scheduleDate"]) == ("twitter", "2027-02-01T06:30:00Z")


def test_postfast_is_told_which_instagram_posts_are_reels_and_stories() -> None:
    formats = (Format.SHORT_VIDEO, Format.STORY, Format.IMAGE)
    posts = [post(f"p{number}", format=format) for number, format in enumerate(formats)]
    assert [row["ig_publish_type"] for row in rows(exported("postfast", *posts))] == ["REEL", "STORY", "POST"]


def test_buffer_leaves_out_videos_and_says_which() -> None:
    export = exported("buffer", post("p1"), post("p2", title="Film", format=Format.SHORT_VIDEO))
    assert [note.values for note in export.notes if note.values] == [
        {"titles": "“Film”", "reason": "the file takes text and pictures only"}
    ]


def test_buffer_gets_one_file_for_each_channel() -> None:
    export = exported("buffer", post("p1"), post("p2", channel="face"))
    assert [file.name for file in export.files] == [
        "kystbrygg-buffer-instagram-kyst.csv",
        "kystbrygg-buffer-facebook.csv",
    ]


def test_a_pinterest_file_for_buffer_has_a_column_for_the_board() -> None:
    assert "Board Name" in rows(exported("buffer", post(channel="board")))[0]


@pytest.mark.parametrize(("to", "most"), [("buffer", 100), ("sprout", 350), ("highlevel", 90), ("postfast", 200)])
def test_a_file_with_too_many_rows_is_split(to: str, most: int) -> None:
    posts = [
        post(f"p{number}", due=date.fromordinal(date(2027, 2, 1).toordinal() + number)) for number in range(most + 1)
    ]
    export = exported(to, *posts)
    assert [len(rows(export, file)) for file in range(2)] == [most, 1]


def test_sprout_wants_ten_minutes_between_posts_of_a_channel() -> None:
    export = exported("sprout", post("p1"), post("p2", at=time(7, 39)), post("p3", at=time(7, 40)))
    assert (len(rows(export)), reasons(export)) == (2, ["less than 10 minutes after the post before"])


def test_a_post_whose_time_has_passed_is_left_out() -> None:
    assert reasons(exported("buffer", post(), now=datetime(2027, 2, 1, 6, 31, tzinfo=UTC)))[0].startswith("the time")


def test_a_post_without_words_is_not_published_under_its_working_title() -> None:
    assert reasons(exported("buffer", post(text=""))) == ["the text is not written yet"]


def test_a_published_post_is_not_published_again() -> None:
    assert reasons(exported("sprout", post(status=PostStatus.PUBLISHED))) == ["published already"]


def test_highlevel_takes_a_post_without_a_time_as_a_draft() -> None:
    assert rows(exported("highlevel", post(at=None)))[0]["postAtSpecificTime (yyyy-MM-dd HH:mm:ss)"] == ""


def test_ayrshare_leaves_out_channels_that_it_does_not_publish_to() -> None:
    assert reasons(exported("ayrshare", post(channel="chat"))) == ["the tool does not publish to this channel"]


def test_socialbee_gets_one_kind_of_media_a_row() -> None:
    link, picture = "https://kyst.example/", "https://kyst.example/a.jpg"
    [row] = rows(exported("socialbee", post(link=link, asset=picture)))
    assert (bool(row["link"]), row["imageUrls"], link in row["text"]) == (False, picture, True)


def test_goal_personas_and_pillar_travel_as_tags_without_commas_inside() -> None:
    tags = rows(exported("buffer", post()))[0]["Tags"]
    assert tags == "goal: More orders online,persona: Geir,persona: Hanne,pillar: Tips"


def test_a_link_tells_where_its_post_came_from() -> None:
    [row] = rows(exported("highlevel", post(link="https://kyst.example/a?b=1#c", campaign="summer")))
    found = urlsplit(row["link (OGmetaUrl)"])
    assert (found.fragment, {name: value[0] for name, value in parse_qs(found.query).items()}) == (
        "c",
        {
            "b": "1",
            "utm_source": "instagram",
            "utm_medium": "paid_social",
            "utm_campaign": "sommer-pa-hytta",
            "utm_content": "p1",
            "utm_term": "g.goal-web_c.tips_p.geir_p.hanne",
        },
    )


_IDS = some.text(ALPHABET + "-", min_size=1, max_size=12).filter(lambda made: not made.startswith("-"))


@given(_IDS, some.just("") | _IDS, some.just("") | _IDS, some.lists(_IDS, max_size=3))
def test_the_origin_of_a_post_is_read_back_from_its_link(
    post: str, goal: str, pillar: str, personas: list[str]
) -> None:
    origin = Origin(post, goal, pillar, tuple(personas))
    assert origin_of(tracked("https://a.example/x?y=z", Platform.X, origin, "", paid=False)) == origin


def test_marks_that_somebody_set_by_hand_stay() -> None:
    link = tracked("https://a.example/?utm_campaign=own", None, Origin("p1"), "other", paid=False)
    assert parse_qs(urlsplit(link).query)["utm_campaign"] == ["own"]


@pytest.mark.parametrize("link", ["", "kyst.example", "mailto:a@b.example", "javascript:alert(1)", "http://[half"])
def test_what_is_no_web_address_gets_no_marks(link: str) -> None:
    assert tracked(link, Platform.X, Origin("p1"), "", paid=False) == link


def test_names_in_links_are_plain_letters() -> None:
    assert slug("Blåbær & sørlandsis – 20 %") == "blabaer-sorlandsis-20"


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_known_as_one(text: str) -> None:
    assert is_formula(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_figures_telephone_numbers_and_handles_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


@given(some.text())
def test_what_was_guarded_is_read_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(some.text())
def test_a_guarded_cell_is_no_formula(text: str) -> None:
    assert not is_formula(guarded(text))


@given(
    some.lists(some.lists(some.text(some.characters(exclude_characters="\0", codec="utf-8")), min_size=2), min_size=1)
)
def test_csv_text_is_read_back_as_it_was(table: list[list[str]]) -> None:
    assert list(csv.reader(io.StringIO(csv_text(table), newline=""))) == table


@pytest.mark.parametrize("tool", [one.name for one in PLANNERS if one.name not in {"ics", "xlsx", "csv"}])
@pytest.mark.parametrize("text", FORMULAS)
def test_no_tool_gets_a_cell_that_a_spreadsheet_would_compute(tool: str, text: str) -> None:
    export = exported(tool, post(text=text, title=text, alt_text=text, asset=text))
    cells = [cell for row in csv.reader(io.StringIO(export.files[0].content.decode(), newline="")) for cell in row]
    risky = [cell for cell in cells if is_formula(cell)]
    assert [cell for cell in risky if cell[:1] not in {" ", "'"}] == []


@pytest.mark.parametrize("tool", [one.name for one in PLANNERS])
def test_the_same_posts_give_the_same_bytes(tool: str) -> None:
    posts = (post("p1"), post("p2", channel="face"))
    assert exported(tool, *posts).files == exported(tool, *posts).files


def test_an_unknown_planner_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(NoPlanner) as refused:
        planner("hootsuite")
    assert "buffer" in str(refused.value)


@pytest.mark.parametrize("one", [one for one in PLANNERS if one.checked], ids=lambda one: one.name)
def test_a_tools_format_bears_the_day_on_which_it_was_checked(one: object) -> None:
    assert one.checked >= date(2026, 11, 21)  # type: ignore[attr-defined]
