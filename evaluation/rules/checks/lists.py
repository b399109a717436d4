"""Features, components, exclusions and other lists: contradictions and lists thrown together."""

from collections.abc import Iterator
from functools import lru_cache

from evaluation.criterion import Severity
from evaluation.rules.rule import Check, Rule
from evaluation.rules.tables import table
from evaluation.rules.thing import Thing
from evaluation.rules.verdict import Verdict
from specs.design import DesignSpec


def ruled_out_but_present(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    """One finding at each end: a spec alone cannot say which of the two is meant."""
    spec = thing.spec
    if not spec.exclusions or _none_present(spec):
        return
    places = (
        ("features", "/features/{}", spec.features),
        ("components", "/components/{}", spec.components),
        ("spaces", "/spaces/{}/type", [space.type for space in spec.spaces]),
        ("materials", "/materials/{}/type", [material.type for material in spec.materials]),
    )
    excluded = {name: index for index, name in reversed(list(enumerate(spec.exclusions)))}
    for place, pointer, names in places:
        if excluded.keys().isdisjoint(names):
            continue
        for index, name in enumerate(names):
            if name not in excluded:
                continue
            words = name.replace("_", " ")
            here, there = pointer.format(index), f"/exclusions/{excluded[name]}"
            # Each end carries half of what the contradiction costs.
            yield Verdict(Severity.ERROR, here, "not present", "present", words, place, 0.5)
            yield Verdict(Severity.ERROR, there, "not ruled out", "ruled out", words, place, 0.5)


def _none_present(spec: DesignSpec) -> bool:
    """Whether nothing that is ruled out is there."""
    out = frozenset(spec.exclusions)
    return (
        out.isdisjoint(spec.features)
        and out.isdisjoint(spec.components)
        and out.isdisjoint([space.type for space in spec.spaces])
        and out.isdisjoint([material.type for material in spec.materials])
    )


def opposite_features(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    for pair in rule.options["pairs"]:
        if all(name in thing.features for name in pair):
            last = max(thing.spec.features.index(name) for name in pair)
            words = " and ".join(name.replace("_", " ") for name in pair)
            yield Verdict(Severity.WARNING, f"/features/{last}", "one of them", words)


def too_many_features(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    usual, count = rule.options["usual"], len(thing.spec.features)
    if count > usual:
        # The first too many costs half a warning and each further one an eighth.
        times = 0.5 + (count - usual) / 8
        yield Verdict(
            Severity.WARNING, "/features", f"at most {usual}", str(count), times=min(times, 8)
        )


def long_lists(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    for name, usual in rule.options["usual"].items():
        count = len(getattr(thing.spec, name))
        if count > usual:
            times = min(0.5 + (count - usual) / 8, 8)
            yield Verdict(
                Severity.WARNING, f"/{name}", f"at most {usual}", str(count), name, times=times
            )


def features_out_of_place(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    if thing.design_type == "general":
        return
    homes = _homes_elsewhere(thing.design_type, thing.category)
    if homes.keys().isdisjoint(thing.spec.features):
        return
    for index, name in enumerate(thing.spec.features):
        if name in homes:
            some = ", ".join(home.replace("_", " ") for home in homes[name][:4])
            words = name.replace("_", " ")
            yield Verdict(Severity.WARNING, f"/features/{index}", f"such as {some}", name, words)


# Any text may be a category, so the cache is bounded.
@lru_cache(maxsize=512)
def _homes_elsewhere(design_type: str, category: str) -> dict[str, list[str]]:
    """The features that belong to other categories of the type, with these."""
    own: dict[str, list[str]] = table("features").get(design_type, {})
    return {name: homes for name, homes in own.items() if category not in homes}


LIST_CHECKS: dict[str, Check] = {
    "ruled_out_but_present": ruled_out_but_present,
    "opposite_features": opposite_features,
    "too_many_features": too_many_features,
    "long_lists": long_lists,
    "features_out_of_place": features_out_of_place,
}
