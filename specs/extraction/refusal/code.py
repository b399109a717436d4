"""Lines of a program: 'SELECT name FROM laptops WHERE ...', 'import os', 'x = foo(3);'."""

from specs.extraction.refusal.words import phrases, words
from specs.language.document import Document

FAR = 60
"""Tokens in which a statement shows its second keyword."""


def statement(doc: Document) -> str:
    """The opening keyword of a statement of a query or programming language."""
    spoken = doc.words[:FAR]
    if not spoken:
        return ""
    second = phrases("statements").longest(doc.lemmas, 0)
    if second is not None:
        return doc.tokens.quote(0, second[0])
    if spoken[0] == "update" and "set" in spoken[2:4] and "=" in spoken[3:6]:
        return doc.tokens.quote(0, 1)
    if spoken[0] == "select" and "from" in spoken[1:]:
        # "Select a wood for the top" goes on with a determiner; a query with a column.
        column = spoken[1:2]
        last = spoken.index("from")
        names = column and column[0] not in words("determiners")
        if (names or spoken[1:2] == ["*"]) and _is_query(spoken[last + 1 :]):
            return doc.tokens.quote(0, 1)
    return ""


def _is_query(spoken: list[str]) -> bool:
    """Whether what follows the table's name belongs to a query."""
    return any(word in ("where", "limit", "join", ";") for word in spoken) or any(
        spoken[at : at + 2] in (["order", "by"], ["group", "by"]) for at in range(len(spoken))
    )
