"""Whether anything in the list of materials can do the work."""

from collections.abc import Iterator
from functools import lru_cache

from evaluation.criterion import SEVERITY_ORDER, Severity
from evaluation.numbers import shown
from evaluation.rules.rule import Check, Rule
from evaluation.rules.tables import family, known_materials, materials_that
from evaluation.rules.thing import Thing
from evaluation.rules.verdict import Verdict
from specs.design import Material

# Words in a material's `use` that say it carries, and words that say it does something else.
CARRIES = (
    "struct", "frame", "load", "column", "beam", "body", "hull", "whole", "carcass", "core",
    "chassis", "case", "housing", "shell", "base", "leg", "chamber", "boiler",
)  # fmt: skip
BESIDE = (
    "facade", "clad", "curtain", "roof", "window", "glaz", "insulat", "interior", "lining", "line",
    "upholster", "cover", "cushion", "seat", "trim", "floor", "finish", "sail", "tyre", "wheel",
    "screen", "handle", "door", "mattress", "padding", "filling", "partition", "ceiling", "top",
)  # fmt: skip
WORDS = {
    "frame": "a rigid material",
    "heat": "metal, ceramic, glass or heat-proof plastic",
    "structure": "steel, concrete, masonry, timber or the like",
}


def _role(material: Material) -> Severity | None:
    """How grave it is if this material has to carry: not at all where its use is another one.

    A prompt that names the curtain wall only does not say that the tower is made of glass. Where
    no use is given that is likely, not certain.
    """
    return _role_of(material.use) if material.use else Severity.WARNING


# Any text may be a use, so the cache is bounded.
@lru_cache(maxsize=4096)
def _role_of(said: str) -> Severity | None:
    use = said.casefold()
    if any(word in use for word in CARRIES) or not any(word in use for word in BESIDE):
        return Severity.ERROR
    return None


def _culprit(thing: Thing) -> tuple[Severity, str] | None:
    """The material that claims to carry: one that says so before one that says nothing."""
    roles = [(_role(material), index) for index, material in enumerate(thing.spec.materials)]
    for severity in (Severity.ERROR, Severity.WARNING):
        for role, index in roles:
            if role is severity:
                return severity, f"/materials/{index}/type"
    return None


def _names(thing: Thing) -> str:
    return " and ".join(dict.fromkeys(name.replace("_", " ") for name in thing.materials))


def _none_can(thing: Thing, *abilities: str) -> bool:
    """True when all materials are known and none is able: an unknown one may be."""
    able = frozenset().union(*(materials_that(can) for can in abilities))
    known = known_materials()
    return bool(thing.materials) and not any(m in able or m not in known for m in thing.materials)


def material_that_carries(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    can = list(rule.options["can"])
    if thing.category == "boat":
        can += rule.options.get("boats_too", [])
    culprit = _culprit(thing)
    if culprit is not None and _none_can(thing, *can):
        severity = max(culprit[0], rule.cases[0].bounds[0].severity, key=SEVERITY_ORDER.__getitem__)
        yield Verdict(severity, culprit[1], WORDS[can[0]], _names(thing))


def structure_that_carries(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    stories, height = thing.stories, thing.dims.get("height", 0)
    high = (
        stories > rule.options["above_storeys"]
        if stories is not None
        else height > rule.options["above_height"]
    )
    culprit = _culprit(thing)
    if high and culprit is not None and _none_can(thing, "structure"):
        what = f"{stories} storeys" if stories is not None else shown(height, "m")
        yield Verdict(culprit[0], culprit[1], WORDS["structure"], _names(thing), what)


def structure_of_one_family(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    known, able = known_materials(), materials_that("structure")
    carrying = {
        material.type
        for material in thing.spec.materials
        if (material.type in able or material.type not in known) and _role(material) is not None
    }
    if not carrying or not carrying <= family(rule.options["family"]):
        return
    stories, height = thing.stories or 0, thing.dims.get("height", 0)
    for severity, _, _, limits in rule.cases[0].bounds:
        if stories > limits["stories"] or height > limits.get("height", float("inf")):
            most = [f"{limits['stories']} storeys"]
            if "height" in limits:
                most.append(shown(limits["height"], "m"))
            index = next(i for i, name in enumerate(thing.materials) if name in carrying)
            yield Verdict(
                severity,
                f"/materials/{index}/type",
                f"at most {' and '.join(most)}",
                " and ".join(sorted(name.replace("_", " ") for name in carrying)),
                f"{stories} storeys" if stories else shown(height, "m"),
            )
            return


def glass_kind(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    for index, material in enumerate(thing.spec.materials):
        said = f"{material.grade or ''} {material.use or ''}".casefold()
        if material.type == "glass" and not any(word in said for word in rule.options["words"]):
            yield Verdict(
                Severity.ADVICE,
                f"/materials/{index}/grade",
                "toughened",
                material.grade or "not stated",
            )


MATERIAL_CHECKS: dict[str, Check] = {
    "material_that_carries": material_that_carries,
    "structure_that_carries": structure_that_carries,
    "structure_of_one_family": structure_of_one_family,
    "glass_kind": glass_kind,
}
