"""The embedded engine: what the prompt states, what follows from it, and defaults that say so."""

from specs.draft import Draft
from specs.extraction import read
from specs.generation.defaults import fill


class RulesGenerator:
    """A SpecGenerator that needs no model and no network: the same prompt gives the same draft."""

    def generate(self, prompt: str, *, design_type: str | None = None) -> Draft:
        reading = read(prompt, design_type=design_type)
        filling = fill(reading.spec, reading.provenance)
        return Draft(
            spec=filling.spec,
            provenance=filling.provenance,
            assumptions=tuple(filling.assumptions),
            unmet=reading.unmet,
            warnings=reading.warnings,
            engine="rules",
        )
