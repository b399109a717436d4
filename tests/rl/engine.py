"""A reader and a generator that know the corpus's gold facts: no test here depends on how well
prompts are read."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from specs.design import DesignSpec
from specs.draft import Draft, Reading
from specs.errors import NotADesign
from specs.pointers import leaves
from specs.provenance import Origin, Source

GOLDEN = Path(__file__).parent.parent / "golden"


@cache
def gold() -> dict[str, dict[str, Any]]:
    lines = [
        json.loads(line)
        for name in ("prompts_a.jsonl", "prompts_b.jsonl")
        for line in (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    ]
    return {line["prompt"]: line["gold"] for line in lines if "design_type" in line["gold"]}


def read(prompt: str) -> Reading:
    """The gold facts where there are some; a bare house otherwise."""
    if "poem" in prompt:
        raise NotADesign("A poem is no physical design.")
    facts = gold().get(prompt, {"design_type": "building", "category": "house"})
    document = DesignSpec(facts["design_type"], facts.get("category", "general"), "x").as_json()
    for key, value in facts.items():
        if key == "dimensions":
            document[key] = {**document[key], **value}
        elif key == "materials":
            document[key] = [
                {"type": m["type"], "grade": m.get("grade"), "use": m.get("use")} for m in value
            ]
        elif key == "spaces":
            document[key] = [
                {"type": s["type"], "count": s.get("count", 1), "area": s.get("area")}
                for s in value
            ]
        else:
            document[key] = value
    document["title"] = prompt[:100]
    spec = DesignSpec.from_json(document)
    provenance = {
        pointer: Origin(Source.PROMPT, text=prompt[:1], start=0, end=1, confidence=1.0)
        for pointer, _ in leaves(spec.as_json())
        if pointer not in ("/schema_version", "/title")
    }
    provenance["/title"] = Origin(Source.DERIVED, rule="title")
    return Reading(prompt, spec, provenance)


def generate(prompt: str) -> Draft:
    reading = read(prompt)
    return Draft(spec=reading.spec, provenance=reading.provenance)


class Generator:
    def generate(self, prompt: str, *, design_type: str | None = None) -> Draft:
        return generate(prompt)


class Agent:
    def __init__(self, generator: Generator) -> None:
        self._generator = generator

    def design(self, prompt: str, *, design_type: str | None = None) -> Draft:
        return self._generator.generate(prompt, design_type=design_type)
