"""A spec seen as the rules see it: figures by name, each with its pointer."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import attrgetter

from evaluation.rules.tables import dollars, metric_span, sizes_for
from specs.design import DIMENSIONS, DesignSpec, Dimensions, Performance

# Schema durations have no time part; the rules count years of 365 and months of 30 days.
# A schema-valid figure may be as small or large as a float can be. Held between these, which are
# far outside anything a rule lets through, it still breaks the rules and no arithmetic.
LEAST, MOST = 1e-9, 1e15
ANY_OF_TYPE = {
    "building": "a building",
    "vehicle": "a vehicle",
    "electronics": "an electronic device",
    "appliance": "an appliance",
    "furniture": "a piece of furniture",
}
_sizes = attrgetter(*DIMENSIONS)
WINGED = frozenset({"aircraft", "drone"})
DAYS = {"Y": 365, "M": 30, "W": 7, "D": 1}


def days_in(duration: str) -> int | None:
    """Days of `P1Y6M`; None for what is no duration of the schema."""
    if not duration.startswith("P"):
        return None
    total, digits = 0, ""
    for mark in duration[1:]:
        # A spec may hold any text, and int() refuses numbers of thousands of digits.
        if "0" <= mark <= "9" and len(digits) < 9:
            digits += mark
        elif mark in DAYS and digits:
            total += DAYS[mark] * int(digits)
            digits = ""
        else:
            return None
    return None if digits else total


def _positive(dimensions: Dimensions) -> dict[str, float]:
    return {
        name: value if LEAST <= value <= MOST else min(max(value, LEAST), MOST)
        for name, value in zip(DIMENSIONS, _sizes(dimensions), strict=True)
        if value is not None and value > 0
    }


def _first_stated(figures: Sequence[Performance]) -> tuple[dict[str, float], dict[str, int]]:
    """By metric the figure, and where it stands."""
    values: dict[str, float] = {}
    places: dict[str, int] = {}
    for place, item in enumerate(figures):
        if item.metric not in values:
            values[item.metric] = item.value
            places[item.metric] = place
    return values, places


class Thing:
    """Read-only. Names of figures: `dimensions.height`, `performance.power`, `stories`, `cost`."""

    def __init__(self, spec: DesignSpec, like: "Thing | None" = None) -> None:
        """Of parts in common with one that it is `like`, the same follows."""
        self.spec = spec
        self.design_type = spec.design_type
        self.category = spec.category
        self.stories = spec.stories
        old = like.spec if like is not None else None
        self.dims: dict[str, float]
        # The first statement of a metric counts; rule M3 reports a second one that differs.
        self.metrics: dict[str, float]
        self.metric_index: dict[str, int]
        self.features: frozenset[str]
        self.materials: tuple[str, ...]
        if like and old and old.dimensions is spec.dimensions:
            self.dims = like.dims
        else:
            self.dims = _positive(spec.dimensions)
        if like and old and old.performance is spec.performance:
            self.metrics, self.metric_index = like.metrics, like.metric_index
        else:
            self.metrics, self.metric_index = _first_stated(spec.performance)
        if like and old and old.features is spec.features:
            self.features = like.features
        else:
            self.features = frozenset(spec.features)
        if like and old and old.materials is spec.materials:
            self.materials = like.materials
        else:
            self.materials = tuple([material.type for material in spec.materials])
        # In US dollars of today.
        cost = spec.estimated_cost
        rate = dollars(cost.currency) if cost is not None else None
        self.cost: float | None = cost.amount * rate if cost is not None and rate else None

    def positive(self, metric: str) -> float | None:
        """A performance figure that arithmetic can use; a negative one is rule G15's business."""
        value = self.metrics.get(metric)
        return value if value is not None and value >= LEAST else None

    @cached_property
    def days(self) -> int | None:
        return days_in(self.spec.timeline) if self.spec.timeline else None

    @cached_property
    def words(self) -> str:
        """Everything the spec says in words, for rules that ask for a reason."""
        spec = self.spec
        texts: Iterable[str] = (
            spec.title,
            *spec.requirements,
            *spec.constraints,
            *spec.use_cases,
            *spec.components,
            *spec.features,
            *(m.type for m in spec.materials),
            *(m.grade or "" for m in spec.materials),
            *(m.use or "" for m in spec.materials),
        )
        return " ".join(texts).casefold()

    def says(self, words: Iterable[str]) -> bool:
        return any(word in self.words for word in words)

    def figure(self, name: str) -> float | None:
        part, _, leaf = name.partition(".")
        if part == "dimensions":
            return self.dims.get(leaf)
        if part == "performance":
            return self.metrics.get(leaf)
        if part == "stories":
            return self.stories
        return self.cost if part == "cost" else None

    def pointer(self, name: str) -> str:
        part, _, leaf = name.partition(".")
        if part == "performance":
            return f"/performance/{self.metric_index[leaf]}/value"
        if part == "spaces":
            return f"/spaces/{leaf}/area"
        if part == "cost":
            return "/estimated_cost/amount"
        return f"/{part}/{leaf}" if leaf else f"/{part}"

    def kind(self) -> str:
        """'a laptop', for messages."""
        if self.category == "general":
            return ANY_OF_TYPE.get(self.design_type, "any design")
        name = self.category.replace("_", " ")
        return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"

    def oddness(self, name: str) -> float:
        """How far a figure lies outside what is usual for it: a ratio, 1 inside."""
        value = self.figure(name)
        part, _, leaf = name.partition(".")
        if value is None or value <= 0:
            return 1.0
        if part == "dimensions":
            span = sizes_for(self.design_type, self.category).get(leaf)
        elif part == "performance":
            span = metric_span(leaf, self.design_type, self.category)
        else:
            span = None
        odd = self._shorter_than_wide(value) if name == "dimensions.length" else 1.0
        if span is None:
            return odd
        above = value / span.high if span.high else 1.0
        below = span.low / value if span.low else 1.0
        return max(odd, above, below)

    def _shorter_than_wide(self, length: float) -> float:
        """Length is by definition the longer side, except for what has wings."""
        width = self.dims.get("width")
        if width is None or self.category in WINGED:
            return 1.0
        return max(1.0, width / length)

    def suspects(self, names: Sequence[str]) -> tuple[str, ...]:
        """Of figures that contradict each other: the likeliest culprit by the rule's own order
        and, if that is another one, the figure most out of the ordinary.

        A spec alone cannot decide between the two.
        """
        present = [name for name in names if self.figure(name) is not None]
        if len(present) < 2:
            return tuple(names[:1])
        oddest = max(present, key=self.oddness)
        return (present[0],) if oddest == present[0] else (present[0], oddest)
