"""What careless hands do to a spec: the other half of what an improving policy has to know.

Used to make starting points for training and measuring, never on a user's spec.
"""

from collections.abc import Callable
from dataclasses import fields, replace

import numpy as np

from rl.operators.editing import Design, remove
from rl.operators.spelling import vocabulary_features
from specs.design import Dimensions
from specs.provenance import Origin, Source

CARELESS = Origin(Source.LLM, rule="careless")


def damaged(design: Design, rng: np.random.Generator) -> Design:
    """Two to four damages of different kinds, those that find something to damage."""
    count = int(rng.integers(2, 5))
    for place in rng.permutation(len(DAMAGES))[:count]:
        design = DAMAGES[int(place)](design, rng)
    return design


def _filled(dimensions: Dimensions) -> list[str]:
    return [f.name for f in fields(dimensions) if getattr(dimensions, f.name) is not None]


def lose_size(design: Design, rng: np.random.Generator) -> Design:
    names = _filled(design.spec.dimensions)
    return _with_size(design, names[int(rng.integers(len(names)))], None) if names else design


def slip_unit(design: Design, rng: np.random.Generator) -> Design:
    names = _filled(design.spec.dimensions)
    if not names:
        return design
    name = names[int(rng.integers(len(names)))]
    factor = (1000.0, 100.0, 10.0, 0.1)[int(rng.integers(4))]
    value = getattr(design.spec.dimensions, name) * factor
    return _with_size(design, name, float(f"{value:.6g}"))


def _with_size(design: Design, name: str, value: float | None) -> Design:
    spec = replace(design.spec, dimensions=replace(design.spec.dimensions, **{name: value}))
    pointer = f"/dimensions/{name}"
    provenance = {p: o for p, o in design.provenance.items() if p != pointer}
    if value is not None:
        provenance[pointer] = CARELESS
    kept = tuple(a for a in design.assumptions if a.pointer != pointer)
    return Design(spec, provenance, kept)


def lose_stories(design: Design, rng: np.random.Generator) -> Design:
    if design.spec.stories is None:
        return design
    provenance = {p: o for p, o in design.provenance.items() if p != "/stories"}
    kept = tuple(a for a in design.assumptions if a.pointer != "/stories")
    return Design(replace(design.spec, stories=None), provenance, kept)


def lose_item(design: Design, rng: np.random.Generator) -> Design:
    sections = [
        name
        for name in ("features", "materials", "spaces", "performance", "components")
        if getattr(design.spec, name)
    ]
    if not sections:
        return design
    section = sections[int(rng.integers(len(sections)))]
    return remove(design, section, [int(rng.integers(len(getattr(design.spec, section))))])


def lose_exclusions(design: Design, rng: np.random.Generator) -> Design:
    return remove(design, "exclusions", range(len(design.spec.exclusions)))


def ignore_exclusion(design: Design, rng: np.random.Generator) -> Design:
    present = design.spec.features
    wrong = [name for name in design.spec.exclusions if name not in present]
    return _with_features(design, wrong[:1])


def stuff(design: Design, rng: np.random.Generator) -> Design:
    """Features for the sake of features."""
    names = [
        name
        for name in vocabulary_features(design.spec.design_type)
        if name not in design.spec.features
    ]
    count = min(len(names), int(rng.integers(5, 10)))
    return _with_features(design, [names[int(i)] for i in rng.permutation(len(names))[:count]])


def _with_features(design: Design, names: list[str]) -> Design:
    first = len(design.spec.features)
    provenance = {**design.provenance}
    provenance.update({f"/features/{first + i}": CARELESS for i in range(len(names))})
    spec = replace(design.spec, features=(*design.spec.features, *names))
    return Design(spec, provenance, design.assumptions)


def lose_category(design: Design, rng: np.random.Generator) -> Design:
    provenance = {**design.provenance, "/category": CARELESS}
    return Design(replace(design.spec, category="general"), provenance, design.assumptions)


def wrong_performance(design: Design, rng: np.random.Generator) -> Design:
    items = list(design.spec.performance)
    if not items:
        return design
    index = int(rng.integers(len(items)))
    factor = (1000.0, 0.001, 1.7)[int(rng.integers(3))]
    items[index] = replace(items[index], value=float(f"{items[index].value * factor:.6g}"))
    provenance = {**design.provenance, f"/performance/{index}/value": CARELESS}
    spec = replace(design.spec, performance=tuple(items))
    return Design(spec, provenance, design.assumptions)


DAMAGES: tuple[Callable[[Design, np.random.Generator], Design], ...] = (
    lose_size,
    slip_unit,
    lose_stories,
    lose_item,
    lose_exclusions,
    ignore_exclusion,
    stuff,
    lose_category,
    wrong_performance,
)
