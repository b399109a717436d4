"""Reading a prompt: what it states, with the words that state it, and nothing else."""

from specs.draft import Reading
from specs.extraction.assembly import assemble
from specs.extraction.notices import notices
from specs.extraction.pipeline import find
from specs.extraction.prose import read_prose


def read(prompt: str, *, design_type: str | None = None) -> Reading:
    """The stated facts of `prompt`. Raises NotADesign where it asks for no physical design.

    A `design_type` that contradicts the prompt wins; a notice says so.
    """
    found = find(prompt, design_type)
    prose = read_prose(found.doc, found.subject)
    return assemble(prompt, found, prose, notices(found, design_type))


__all__ = ["read"]
