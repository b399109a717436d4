"""The parts of a spec as bits: which of them was read, and in which two specs differ.

A list of names is read in two ways: as a whole, or by asking whether one name is in it. Each has
its bits, so that adding a feature concerns only those who asked for that one or went through all.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache, reduce
from itertools import compress
from operator import attrgetter, is_not, or_
from typing import Any
from zlib import crc32

from specs.design import DIMENSIONS, DesignSpec

SIZES = tuple(f"dimensions.{name}" for name in DIMENSIONS)
# What a spec consists of, as far as the reading of it goes: each size by itself.
PARTS = (*(name for name in DesignSpec.__dataclass_fields__ if name != "dimensions"), *SIZES)
BITS = {name: 1 << place for place, name in enumerate(PARTS)}
EVERY_PART = (1 << len(PARTS)) - 1
ALL_SIZES = sum(BITS[name] for name in SIZES)
# Whether the values of a part are assumed is known apart from the values.
ASSUMED = {name: bit << len(PARTS) for name, bit in BITS.items()}
EVERYTHING_ASSUMED = EVERY_PART << len(PARTS)
# Names share a few slots: two of one slot are only asked about more often than they need be.
SLOTS = 40
NAMED = {
    name: len(PARTS) * 2 + SLOTS * place for place, name in enumerate(("features", "performance"))
}
FEATURES, PERFORMANCE = PARTS.index("features"), PARTS.index("performance")

values_of = attrgetter(*PARTS)
_BITS = tuple(BITS.values())
_FEATURES_BIT, _PERFORMANCE_BIT = BITS["features"], BITS["performance"]


# Any text may be a name or a pointer, so the caches are bounded.
@lru_cache(maxsize=4096)
def named_bit(part: str, name: str) -> int:
    """Of one name in a list: whether it is there, or what figure it has and where."""
    return 1 << (NAMED[part] + crc32(name.encode("utf-8", "surrogatepass")) % SLOTS)


@lru_cache(maxsize=4096)
def assumed_bit(pointer: str) -> int:
    """Of the part that a place belongs to; of all parts where it is none of a spec."""
    _, part, *rest = pointer.split("/", 3) if pointer else ("", "")
    name = f"dimensions.{rest[0]}" if part == "dimensions" and rest else part
    return ASSUMED.get(name, EVERYTHING_ASSUMED)


@lru_cache(maxsize=1024)
def values_at(paths: tuple[str, ...]) -> int:
    """What is read by whoever looks at the values at these paths of a rubric."""
    bits = 0
    for path in paths:
        part, _, leaf = path.partition(".")
        if part in NAMED and leaf:
            bits |= named_bit(part, leaf)
        else:
            bits |= BITS[path if part == "dimensions" else part]
    return bits


def assumed_at(paths: Iterable[str]) -> int:
    """What is read by whoever asks whether the values there are assumed."""
    bits = 0
    for path in paths:
        part = path.partition(".")[0]
        bits |= ASSUMED[path if part == "dimensions" else part]
    return bits


def differing(
    old: tuple[Any, ...], new: tuple[Any, ...], other: Callable[[Any, Any], bool] = is_not
) -> int:
    """The bits of the parts that may be others, by `values_of` two specs. An edit leaves those
    that it does not touch as they are."""
    bits = 0
    for bit in compress(_BITS, map(other, old, new)):
        bits |= bit
    if bits & _FEATURES_BIT:
        bits |= _other_names(old[FEATURES], new[FEATURES])
    if bits & _PERFORMANCE_BIT:
        bits |= _other_figures(old[PERFORMANCE], new[PERFORMANCE])
    return bits


def reads_otherwise(old: Any, new: Any) -> bool:
    """For specs that came about apart. Equal values may be written differently: 1 and 1.0."""
    return old is not new and (old != new or repr(old) != repr(new))


def _other_names(old: tuple[str, ...], new: tuple[str, ...]) -> int:
    bits = 0
    for name in {*old} ^ {*new}:
        bits |= named_bit("features", name)
    return bits


def _other_figures(old: tuple[Any, ...], new: tuple[Any, ...]) -> int:
    """A figure that stands elsewhere counts as another one: findings say where it stands."""
    bits = 0
    same = min(len(old), len(new))
    for before, after in zip(old, new, strict=False):
        if before is not after:
            bits |= named_bit("performance", before.metric)
            bits |= named_bit("performance", after.metric)
    for item in (*old[same:], *new[same:]):
        bits |= named_bit("performance", item.metric)
    return bits


def otherwise_assumed(old: frozenset[str], new: frozenset[str]) -> int:
    return reduce(or_, map(assumed_bit, old ^ new), 0)
