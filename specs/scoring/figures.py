"""Figures over a corpus: precision, recall and F1 per field and design type, exact lines."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from specs.scoring.comparison import NOT_A_DESIGN, Comparison

FIELDS = (
    "design_type", "category", "stories", "dimensions", "material_type", "material_grade",
    "material_use", "space", "space_area", "performance", "feature", "exclusion", "cost",
    "timeline", NOT_A_DESIGN,
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    found: int = 0
    missed: int = 0
    wrong: int = 0
    stated: int = 0
    lines: int = 0
    exact: int = 0

    @property
    def gold(self) -> int:
        return self.found + self.missed

    @property
    def precision(self) -> float:
        """Right among the facts that are marked as stated."""
        if self.stated + self.wrong == 0:
            return 1.0 if self.gold == 0 else 0.0
        return self.stated / (self.stated + self.wrong)

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def exact_rate(self) -> float:
        return self.exact / self.lines if self.lines else 0.0


@dataclass(slots=True)
class Figures:
    total: Tally = field(default_factory=Tally)
    fields: dict[str, Tally] = field(default_factory=dict)
    design_types: dict[str, Tally] = field(default_factory=dict)


def figures(comparisons: Iterable[Comparison]) -> Figures:
    fields: dict[str, Tally] = {name: Tally() for name in FIELDS}
    kinds: dict[str, Tally] = defaultdict(Tally)
    total = Tally()
    for line in comparisons:
        kind = kinds[line.design_type or NOT_A_DESIGN]
        for tally in (kind, total):
            tally.lines += 1
            tally.exact += line.exact
        for fact in line.found:
            for tally in (fields[fact.field], kind, total):
                tally.found += 1
                tally.stated += fact.stated
        for fact in line.missed:
            for tally in (fields[fact.field], kind, total):
                tally.missed += 1
        for fact in line.wrong:
            for tally in (fields[fact.field], kind, total):
                tally.wrong += 1
    used = {name: t for name, t in fields.items() if t.gold or t.wrong}
    return Figures(total, used, dict(sorted(kinds.items())))


HEAD = (
    f"{'field':<16} {'precision':>9} {'recall':>7} {'f1':>7} {'gold':>6} {'missed':>6} {'wrong':>6}"
)


def table(result: Figures) -> list[str]:
    lines = [HEAD]
    for name, tally in [*result.fields.items(), ("all facts", result.total)]:
        lines.append(
            f"{name:<16} {tally.precision:>9.4f} {tally.recall:>7.4f} {tally.f1:>7.4f}"
            f" {tally.gold:>6} {tally.missed:>6} {tally.wrong:>6}"
        )
    lines.append("")
    for name, tally in result.design_types.items():
        lines.append(
            f"{name:<16} {tally.precision:>9.4f} {tally.recall:>7.4f} {tally.f1:>7.4f}"
            f"   exact {tally.exact_rate:.4f} of {tally.lines}"
        )
    total = result.total
    lines.append(f"exact lines {total.exact_rate:.4f} ({total.exact} of {total.lines})")
    return lines
