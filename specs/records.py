"""Small values that stay as they were made."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")

# A figure as it is written out: 30, not 30.0.
Number = int | float


@dataclass_transform(frozen_default=True)
def record(made: type[Made]) -> type[Made]:
    """A dataclass that the type checker holds to be frozen, with slots and a hash.

    Freezing it at run time as well would make each three times as expensive to build, and reading
    a prompt builds about a hundred of them.
    """
    return dataclass(slots=True, unsafe_hash=True)(made)
