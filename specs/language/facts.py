"""A fact read from a prompt: a value for one place of the spec, and the tokens that state it."""

from typing import Any

from specs.language.quantity import Quantity
from specs.records import Number, record


@record
class Evidence:
    """Tokens first..last-1 state a value; `confidence` says how surely."""

    first: int
    last: int
    confidence: float = 0.95
    bound: str | None = None
    low: Number | None = None
    high: Number | None = None
    alternative: Any = None


def measured(quantity: Quantity, *, factor: float = 1.0, confidence: float = 0.95) -> Evidence:
    """The evidence of a number, with its bounds in the spec's unit."""

    if quantity.guessed:
        confidence = min(confidence, 0.75)
    low, high, other = quantity.low, quantity.high, quantity.alternative
    if other is not None:
        confidence = min(confidence, 0.7)
    return Evidence(
        quantity.begin,
        quantity.end,
        confidence,
        bound=None if quantity.bound == "exact" else quantity.bound,
        low=None if low is None else tidy(low * factor),
        high=None if high is None else tidy(high * factor),
        alternative=None if other is None else tidy(other * factor),
    )


def tidy(value: float) -> Number:
    """Eight significant digits: unit factors leave noise behind them."""
    rounded = float(f"{value:.8g}")
    return int(rounded) if rounded == int(rounded) and abs(rounded) < 1e15 else rounded
