"""The value of a quantity and the figures behind it, the likeliest culprit first."""

from collections.abc import Callable
from typing import NamedTuple

from evaluation.rules.thing import Thing


class Measure(NamedTuple):
    value: float
    figures: tuple[str, ...]


Quantity = Callable[[Thing], Measure | None]
