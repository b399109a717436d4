"""Where in the body of a request a document was wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from specs.errors import InvalidSpec


@contextmanager
def pointers_under(prefix: str) -> Iterator[None]:
    """The service knows the document only; the client sent it inside a body."""
    try:
        yield
    except InvalidSpec as problem:
        places = (replace(v, pointer=prefix + v.pointer) for v in problem.violations)
        raise InvalidSpec(tuple(places)) from problem
