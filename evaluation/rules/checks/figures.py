"""Figures that no thing can have, whatever it is."""

from collections.abc import Iterator

from evaluation.criterion import Severity
from evaluation.numbers import shown
from evaluation.rules.rule import Check, Rule
from evaluation.rules.thing import Thing
from evaluation.rules.verdict import Verdict
from evaluation.vocabulary import types_of_category

BUILDING_ONLY = ("footprint_area", "floor_area")
# A temperature may be below zero; nothing in the vocabulary else may.
MAY_BE_NEGATIVE = ("temperature",)


def negative_or_fractional(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    counts = rule.options["counts"]
    for index, item in enumerate(thing.spec.performance):
        counted = item.metric in counts
        if counted and (item.value < 1 or item.value % 1):
            expected = "a count is whole and at least 1"
        elif item.value < 0 and not any(word in item.metric for word in MAY_BE_NEGATIVE):
            expected = "no such figure is negative"
        elif item.value == 0 and not counted:
            # Zero of a vocabulary metric says that there is none, which is what leaving out says.
            continue
        else:
            continue
        yield Verdict(
            Severity.ERROR,
            f"/performance/{index}/value",
            expected,
            shown(item.value),
            item.metric.replace("_", " "),
        )


def figures_of_wrong_type(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    if thing.design_type in ("building", "general"):
        return
    if thing.stories is not None and thing.category not in ("bus", "train", "boat"):
        yield Verdict(
            Severity.WARNING, "/stories", "none", shown(thing.stories), "the number of storeys"
        )
    for name in BUILDING_ONLY:
        if name in thing.dims and thing.design_type != "vehicle":
            words = f"the {name.replace('_', ' ')}"
            yield Verdict(
                Severity.WARNING,
                f"/dimensions/{name}",
                "none",
                shown(thing.dims[name], "m2"),
                words,
            )


def stated_twice(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    for index, item in enumerate(thing.spec.performance):
        first = thing.metrics[item.metric]
        if thing.metric_index[item.metric] != index and item.value != first:
            yield Verdict(
                Severity.WARNING,
                f"/performance/{index}/value",
                shown(first, item.unit),
                f"{shown(first)} and {shown(item.value, item.unit)}",
                item.metric.replace("_", " "),
            )


def category_of_type(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    """A laptop is no furniture. A kind that the vocabulary lacks may be of any type."""
    own = types_of_category().get(thing.category, thing.design_type)
    if own != thing.design_type:
        name = thing.category.replace("_", " ")
        yield Verdict(Severity.ERROR, "/category", own, name, thing.design_type)


FIGURE_CHECKS: dict[str, Check] = {
    "negative_or_fractional": negative_or_fractional,
    "figures_of_wrong_type": figures_of_wrong_type,
    "stated_twice": stated_twice,
    "category_of_type": category_of_type,
}
