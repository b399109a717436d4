"""A spec that notes which of its parts are read: what came of them holds as long as these parts
stay the same."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any

from evaluation.criteria.unit import Unit
from evaluation.criterion import Finding
from evaluation.differing import ALL_SIZES, BITS, assumed_bit, named_bit
from evaluation.rules.thing import Thing
from specs.design import DesignSpec

# The parts behind what a thing works out beforehand or keeps; what it answers by a method it
# answers from these. Sizes, metrics and features are told apart by the name that is asked for.
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

# The bits of the parts that a unit read, and what it found.
Answer = tuple[int, Sequence[Finding]]


@lru_cache(maxsize=65536)
def _one(bits: int) -> int:
    """The same object for the same bits. Units mostly read the same, and what all of them read is
    gone through for every spec: a few numbers stay at hand, one for each unit does not."""
    return bits


class Noted:
    """The bits of what was read so far. What is watched holds this and not the watch: a circle
    would wait for the garbage collector."""

    __slots__ = ("bits",)

    def __init__(self) -> None:
        self.bits = 0


class Watch:
    """Over the units that look at one spec, one after the other."""

    __slots__ = ("_assumed", "_noted", "_thing", "plain")

    def __init__(
        self, spec: DesignSpec, assumed: frozenset[str], like: Thing | None = None
    ) -> None:
        # For units of which it is known what they look at.
        self.plain = Thing(spec, like)
        self._noted = Noted()
        self._thing: _WatchedThing | None = None
        self._assumed = assumed

    @property
    def reads(self) -> int:
        return self._noted.bits

    @property
    def thing(self) -> "_WatchedThing":
        if self._thing is None:
            self._thing = _WatchedThing(self.plain, self._noted)
        return self._thing

    def answer(self, unit: Unit) -> Answer:
        noted = self._noted
        noted.bits = 0
        found = unit(self._thing or self.thing, self.is_assumed)
        return _one(noted.bits), found

    def is_assumed(self, pointer: str) -> bool:
        """As for a document that stands as it was submitted; it counts as reading the part."""
        self._noted.bits |= assumed_bit(pointer)
        return self.known_assumed(pointer)

    def known_assumed(self, pointer: str) -> bool:
        return pointer in self._assumed or pointer.rpartition("/")[0] in self._assumed


def _watched(name: str) -> Any:
    read, behind = attrgetter(name), sum(BITS[part] for part in BEHIND[name])

    def noted(self: "_WatchedThing") -> Any:
        self.noted.bits |= behind
        return read(self.plain)

    return property(noted)


class _WatchedThing(Thing):
    """Answers as the plain thing does."""

    def __init__(self, plain: Thing, noted: Noted) -> None:
        self.plain = plain
        self.noted = noted
        self.dims: Any = _WatchedSizes(plain.dims, noted)
        self.metrics: Any = _WatchedFigures(plain.metrics, noted)
        self.metric_index: Any = _WatchedFigures(plain.metric_index, noted)
        self.features: Any = _WatchedNames(plain.features, noted)
        self.spec: Any = _WatchedSpec(plain.spec, plain.features, noted)

    design_type = _watched("design_type")
    category = _watched("category")
    stories = _watched("stories")
    materials = _watched("materials")
    cost = _watched("cost")
    days = _watched("days")
    words = _watched("words")


class _WatchedSizes(Mapping[str, float]):
    __slots__ = ("_noted", "_sizes")

    def __init__(self, sizes: dict[str, float], noted: Noted) -> None:
        self._sizes = sizes
        self._noted = noted

    def __getitem__(self, name: str) -> float:
        self._noted.bits |= BITS[f"dimensions.{name}"]
        return self._sizes[name]

    def get(self, name: str, default: Any = None) -> Any:
        self._noted.bits |= BITS.get(f"dimensions.{name}", ALL_SIZES)
        return self._sizes.get(name, default)

    def __contains__(self, name: object) -> bool:
        self._noted.bits |= BITS.get(f"dimensions.{name}", ALL_SIZES)
        return name in self._sizes

    def __iter__(self) -> Iterator[str]:
        self._noted.bits |= ALL_SIZES
        return iter(self._sizes)

    def __len__(self) -> int:
        self._noted.bits |= ALL_SIZES
        return len(self._sizes)


class _WatchedFigures(Mapping[str, Any]):
    """By metric."""

    __slots__ = ("_figures", "_noted")

    def __init__(self, figures: Mapping[str, Any], noted: Noted) -> None:
        self._figures = figures
        self._noted = noted

    def __getitem__(self, name: str) -> Any:
        self._noted.bits |= named_bit("performance", name)
        return self._figures[name]

    def get(self, name: str, default: Any = None) -> Any:
        self._noted.bits |= named_bit("performance", name)
        return self._figures.get(name, default)

    def __contains__(self, name: object) -> bool:
        self._noted.bits |= named_bit("performance", str(name))
        return name in self._figures

    def __iter__(self) -> Iterator[str]:
        self._noted.bits |= BITS["performance"]
        return iter(self._figures)

    def __len__(self) -> int:
        self._noted.bits |= BITS["performance"]
        return len(self._figures)


class _WatchedNames:
    """The set of features."""

    __slots__ = ("_names", "_noted")

    def __init__(self, names: frozenset[str], noted: Noted) -> None:
        self._names = names
        self._noted = noted

    def __contains__(self, name: object) -> bool:
        self._noted.bits |= named_bit("features", str(name))
        return name in self._names

    def __and__(self, others: frozenset[str]) -> frozenset[str]:
        return frozenset(name for name in others if name in self)

    def __iter__(self) -> Iterator[str]:
        self._noted.bits |= BITS["features"]
        return iter(self._names)


class _WatchedFeatures(Sequence[str]):
    """The features in their order."""

    __slots__ = ("_items", "_names", "_noted")

    def __init__(self, items: tuple[str, ...], names: frozenset[str], noted: Noted) -> None:
        self._items = items
        self._names = names
        self._noted = noted

    def __contains__(self, name: object) -> bool:
        self._noted.bits |= named_bit("features", str(name))
        return name in self._names

    def __getitem__(self, place: Any) -> Any:
        self._noted.bits |= BITS["features"]
        return self._items[place]

    def __iter__(self) -> Iterator[str]:
        self._noted.bits |= BITS["features"]
        return iter(self._items)

    def __len__(self) -> int:
        self._noted.bits |= BITS["features"]
        return len(self._items)


class _WatchedSpec:
    __slots__ = ("_names", "_noted", "_spec")

    def __init__(self, spec: DesignSpec, names: frozenset[str], noted: Noted) -> None:
        self._spec = spec
        self._names = names
        self._noted = noted

    def __getattr__(self, name: str) -> Any:
        part = getattr(self._spec, name)
        if name == "dimensions":
            return _WatchedDimensions(part, self._noted)
        if name == "features":
            return _WatchedFeatures(part, self._names, self._noted)
        self._noted.bits |= BITS[name]
        return part


class _WatchedDimensions:
    __slots__ = ("_dimensions", "_noted")

    def __init__(self, dimensions: Any, noted: Noted) -> None:
        self._dimensions = dimensions
        self._noted = noted

    def __getattr__(self, name: str) -> Any:
        self._noted.bits |= BITS[f"dimensions.{name}"]
        return getattr(self._dimensions, name)
