"""Reads `N-storey` as the small engine of tests/specs does, and nothing else."""

from specs.design import DesignSpec
from specs.draft import Reading
from specs.provenance import Source
from tests.specs.small import SmallGenerator


def read(prompt: str) -> Reading:
    draft = SmallGenerator().generate(prompt)
    stated = {p: origin for p, origin in draft.provenance.items() if origin.source is Source.PROMPT}
    spec = DesignSpec(
        design_type="general", category="general", title="", stories=draft.spec.stories
    )
    return Reading(prompt, spec, stated)
