"""A spec that notes which of its parts are read: what came of them holds as long as these parts
stay the same."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any

from evaluation.criteria.unit import Unit
from evaluation.criterion import Finding
from evaluation.rules.thing import Thing
from specs.design import DIMENSIONS, DesignSpec

SIZES = tuple(f"dimensions.{name}" for name in DIMENSIONS)
# What a spec consists of, as far as the reading of it goes: each size by itself.
PARTS = (*(name for name in DesignSpec.__dataclass_fields__ if name != "dimensions"), *SIZES)
BITS = {name: 1 << place for place, name in enumerate(PARTS)}
ALL_SIZES = sum(BITS[name] for name in SIZES)
# The parts behind what a thing works out beforehand or keeps; what it answers by a method it
# answers from these. Sizes are told apart by the name that is asked for.
BEHIND: dict[str, tuple[str, ...]] = {
    "design_type": ("design_type",),
    "category": ("category",),
    "metrics": ("performance",),
    "metric_index": ("performance",),
    "stories": ("stories",),
    "features": ("features",),
    "materials": ("materials",),
    "cost": ("estimated_cost",),
    "days": ("timeline",),
    "words": (
        "title", "requirements", "constraints", "use_cases", "components", "features", "materials",
    ),
}  # fmt: skip

values_of = attrgetter(*PARTS)


# Any text may be a pointer, so the cache is bounded.
@lru_cache(maxsize=4096)
def bit_of(pointer: str) -> int:
    """The part that a place belongs to; all of them where it is none of a spec."""
    _, part, *rest = pointer.split("/", 3) if pointer else ("", "")
    name = f"dimensions.{rest[0]}" if part == "dimensions" and rest else part
    return BITS.get(name, (1 << len(PARTS)) - 1)


# The bits of the parts that a unit read, and what it found.
Answer = tuple[int, Sequence[Finding]]


class Watch:
    """Over the units that look at one spec, one after the other."""

    __slots__ = ("_assumed", "reads", "thing")

    def __init__(self, spec: DesignSpec, assumed: frozenset[str]) -> None:
        self.reads = 0
        self.thing: Thing = _WatchedThing(spec, self)
        self._assumed = assumed

    def answer(self, unit: Unit) -> Answer:
        self.reads = 0
        found = unit(self.thing, self.is_assumed)
        return self.reads, found

    def is_assumed(self, pointer: str) -> bool:
        """As for a document that stands as it was submitted; it counts as reading the part."""
        self.reads |= bit_of(pointer)
        return pointer in self._assumed or pointer.rpartition("/")[0] in self._assumed


def _watched(name: str) -> Any:
    read, behind = attrgetter(name), sum(BITS[part] for part in BEHIND[name])

    def noted(self: "_WatchedThing") -> Any:
        self.watch.reads |= behind
        return read(self.plain)

    return property(noted)


class _WatchedThing(Thing):
    """Answers as the plain thing does."""

    def __init__(self, spec: DesignSpec, watch: Watch) -> None:
        self.plain = Thing(spec)
        self.watch = watch
        self.dims: Any = _WatchedSizes(self.plain.dims, watch)
        self.spec: Any = _WatchedSpec(spec, watch)

    design_type = _watched("design_type")
    category = _watched("category")
    metrics = _watched("metrics")
    metric_index = _watched("metric_index")
    stories = _watched("stories")
    features = _watched("features")
    materials = _watched("materials")
    cost = _watched("cost")
    days = _watched("days")
    words = _watched("words")


class _WatchedSizes(Mapping[str, float]):
    __slots__ = ("_sizes", "_watch")

    def __init__(self, sizes: dict[str, float], watch: Watch) -> None:
        self._sizes = sizes
        self._watch = watch

    def __getitem__(self, name: str) -> float:
        self._watch.reads |= BITS[f"dimensions.{name}"]
        return self._sizes[name]

    def get(self, name: str, default: Any = None) -> Any:
        self._watch.reads |= BITS.get(f"dimensions.{name}", ALL_SIZES)
        return self._sizes.get(name, default)

    def __contains__(self, name: object) -> bool:
        self._watch.reads |= BITS.get(f"dimensions.{name}", ALL_SIZES)
        return name in self._sizes

    def __iter__(self) -> Iterator[str]:
        self._watch.reads |= ALL_SIZES
        return iter(self._sizes)

    def __len__(self) -> int:
        self._watch.reads |= ALL_SIZES
        return len(self._sizes)


class _WatchedSpec:
    __slots__ = ("_spec", "_watch")

    def __init__(self, spec: DesignSpec, watch: Watch) -> None:
        self._spec = spec
        self._watch = watch

    def __getattr__(self, name: str) -> Any:
        part = getattr(self._spec, name)
        if name == "dimensions":
            return _WatchedDimensions(part, self._watch)
        self._watch.reads |= BITS[name]
        return part


class _WatchedDimensions:
    __slots__ = ("_dimensions", "_watch")

    def __init__(self, dimensions: Any, watch: Watch) -> None:
        self._dimensions = dimensions
        self._watch = watch

    def __getattr__(self, name: str) -> Any:
        self._watch.reads |= BITS[f"dimensions.{name}"]
        return getattr(self._dimensions, name)
