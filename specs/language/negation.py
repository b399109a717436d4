"""One thing, or several, that a prompt rules out."""

from specs.records import record


@record
class Negation:
    """`items` are the token ranges of the excluded things; `known` allows only known names."""

    first: int
    last: int
    items: tuple[tuple[int, int], ...]
    known: bool = False
    name: str | None = None
    """What is excluded, where one word says it together with its negation: 'armless'."""
