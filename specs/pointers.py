"""RFC 6901 JSON pointers into spec documents."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any


def escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


@lru_cache(maxsize=4096)
def pointer(*parts: str | int) -> str:
    """`pointer("materials", 0, "type")` is `/materials/0/type`.

    Remembered: a reading makes a score of them, nearly always the same ones.
    """
    return "".join(f"/{escape(str(part))}" for part in parts)


def tokens(pointer: str) -> list[str]:
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def resolve(document: Any, pointer: str) -> Any:
    """The value at `pointer`; raises LookupError where there is none."""
    for part in tokens(pointer):
        if isinstance(document, list):
            if not part.isdecimal() or int(part) >= len(document):
                raise LookupError(pointer)
            document = document[int(part)]
        elif isinstance(document, dict) and part in document:
            document = document[part]
        else:
            raise LookupError(pointer)
    return document


def leaves(document: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every populated scalar with its pointer: `None` and empty lists are not populated."""
    if isinstance(document, dict):
        for key, value in document.items():
            yield from leaves(value, f"{prefix}/{escape(key)}")
    elif isinstance(document, list):
        for index, value in enumerate(document):
            yield from leaves(value, f"{prefix}/{index}")
    elif document is not None:
        yield prefix, document
