"""Whether a post still is as a plan proposed it, so that a new plan may move it."""

from hashlib import sha256

from workshoplib.strategy.content import Post

_LENGTH = 16


def mark(post: Post) -> str:
    """A short digest of all that the post says (but for its mark): any change by people gives another."""
    said = post.model_copy(update={"planned": ""}).model_dump_json()
    return sha256(said.encode()).hexdigest()[:_LENGTH]


def marked(post: Post) -> Post:
    """The post with its mark, as a plan proposes it."""
    return post.model_copy(update={"planned": mark(post)})


def is_untouched(post: Post) -> bool:
    """Whether a plan made the post and nobody has changed, locked or begun it since."""
    return bool(post.planned) and post.planned == mark(post)
