"""Features: what people of this category ask for, by theme, and too many of them."""

from rl.operators.editing import Design, append, protected, remove
from rl.operators.operator import Applies, Apply, Facts
from rl.operators.typical import Knowledge

# More unstated features than this read as padding, whatever they are.
MOST_UNSTATED = 6


def _wanted(design: Design, facts: Facts, knowledge: Knowledge, theme: str | None) -> str | None:
    """The first feature of the theme (or of the category) that is absent and fits."""
    out = _out(design, facts, knowledge)
    return next((n for n in knowledge.suitable(design.spec, theme) if n not in out), None)


def _out(design: Design, facts: Facts, knowledge: Knowledge) -> frozenset[str]:
    spec = design.spec
    return knowledge.left_out(spec.features, spec.exclusions, facts.exclusions)


def theme_edit(theme: str | None, rule: str, reason: str) -> tuple[Applies, Apply]:
    def applies(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
        # Whether `_wanted` finds one, asked of every design that features are added to.
        out = _out(design, facts, knowledge)
        return not out.issuperset(knowledge.suitable(design.spec, theme))

    def apply(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
        name = _wanted(design, facts, knowledge, theme)
        added = [name] if name is not None else []
        return append(design, "features", added, rule=rule, reason=reason)

    return applies, apply


def _padding(design: Design, knowledge: Knowledge) -> list[int]:
    """Places of unstated features beyond the first few; what fits the category stays longest."""
    liked = set(knowledge.typical(design.spec).features)
    unstated = [
        (name not in liked, index)
        for index, name in enumerate(design.spec.features)
        if not protected(design, f"/features/{index}")
    ]
    return [index for _, index in sorted(unstated)[MOST_UNSTATED:]]


def prune_applies(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return len(design.spec.features) > MOST_UNSTATED and bool(_padding(design, knowledge))


def prune(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    return remove(design, "features", _padding(design, knowledge))
