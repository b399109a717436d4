"""A generator that reads next to nothing: tests of the rim depend on no engine's reading."""

import re

from specs.design import DesignSpec, Dimensions
from specs.draft import Draft, Notice
from specs.errors import NotADesign
from specs.provenance import Assumption, Origin, Source, Unmet

STOREYS = re.compile(r"(\d+)-storey", re.ASCII)
HEIGHT_OF_A_STOREY = 3.5


class SmallGenerator:
    """Reads `N-storey`, assumes the height, and cannot place anything purple."""

    def generate(self, prompt: str, *, design_type: str | None = None) -> Draft:
        if "poem" in prompt:
            raise NotADesign("A poem is no physical design.", understood="a poem")
        found = STOREYS.search(prompt)
        stories = int(found[1]) if found else None
        height = stories * HEIGHT_OF_A_STOREY if stories else None
        provenance = {
            "/design_type": Origin(Source.DEFAULT, rule="small"),
            "/category": Origin(Source.DEFAULT, rule="small"),
            "/title": Origin(Source.DERIVED, rule="first_words"),
        }
        assumptions = []
        if found:
            provenance["/stories"] = Origin(
                Source.PROMPT, text=found[0], start=found.start(), end=found.end()
            )
            provenance["/dimensions/height"] = Origin(Source.DEFAULT, rule="storey_height")
            assumptions.append(
                Assumption("/dimensions/height", height, "storey_height", "3.5 m a storey")
            )
        purple = prompt.find("purple")
        return Draft(
            spec=DesignSpec(
                design_type=design_type or "building",
                category="office",
                title=prompt[:120],
                stories=stories,
                dimensions=Dimensions(height=height),
            ),
            provenance=provenance,
            assumptions=tuple(assumptions),
            unmet=(Unmet("purple", purple, purple + 6, "no colour"),) if purple >= 0 else (),
            warnings=(Notice("small", "A small generator."),) if "warn" in prompt else (),
            usage={"attempts": 1},
        )


class BrokenGenerator:
    """Makes a document that the schema refuses."""

    def generate(self, prompt: str, *, design_type: str | None = None) -> Draft:
        return Draft(
            spec=DesignSpec(design_type="spaceship", category="x", title="x"), provenance={}
        )


class SmallAgent:
    def __init__(self, generator: SmallGenerator) -> None:
        self.generator = generator

    def design(self, prompt: str, *, design_type: str | None = None) -> Draft:
        return self.generator.generate(prompt, design_type=design_type)
