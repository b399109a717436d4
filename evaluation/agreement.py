"""Whether what a spec says agrees with what a prompt states: numbers, durations, words."""

import re
from dataclasses import replace

from evaluation.rules.tables import dollars
from evaluation.rules.thing import days_in
from specs.design import Cost
from specs.provenance import Origin

# A stated number is exact but for rounding; 'about' leaves a tenth to either side.
EXACT = 0.01
ABOUT = 0.1
# A month is counted as 30 days and may have 31: "within 3 months" holds 92 days.
CALENDAR = 0.035
# Rates of exchange are rounded.
EXCHANGE = 0.05
WORD = re.compile(r"[^\W_]+")
SINGLE = re.compile(r"P\d+([YMWD])")


def numbers_agree(
    stated: float, actual: float, origin: Origin | None, slack: float = EXACT
) -> bool:
    low = high = stated
    if origin is not None:
        low = origin.low if origin.low is not None else stated
        high = origin.high if origin.high is not None else stated
        if origin.bound == "max":
            low = 0.0
        elif origin.bound == "min":
            high = float("inf")
        elif origin.bound == "about" and low == high:
            slack = max(slack, ABOUT)
    return low * (1 - slack) <= actual <= high * (1 + slack)


def durations_agree(stated: str, actual: str, origin: Origin | None) -> bool:
    wanted, found = days_in(stated), days_in(actual)
    if wanted is None or found is None:
        return stated == actual
    slack = CALENDAR if "M" in stated + actual or "Y" in stated + actual else EXACT
    return numbers_agree(wanted, found, _in_days(origin, stated), slack)


def _in_days(origin: Origin | None, stated: str) -> Origin | None:
    """Bounds are in the unit that was said: the 10 of 'ten weeks at most'."""
    if origin is None or (origin.low is None and origin.high is None):
        return origin
    single = SINGLE.fullmatch(stated)
    unit = days_in(f"P1{single[1]}") if single else None
    if unit is None:
        # Of a duration in two units nobody can say which one the bounds count.
        return replace(origin, low=None, high=None)
    low, high = (None if bound is None else bound * unit for bound in (origin.low, origin.high))
    return replace(origin, low=low, high=high)


def costs_agree(stated: Cost, actual: Cost, origin: Origin | None) -> bool:
    if stated.currency == actual.currency:
        return numbers_agree(stated.amount, actual.amount, origin)
    rates = dollars(stated.currency), dollars(actual.currency)
    if rates[0] is None or rates[1] is None:
        return False
    return numbers_agree(stated.amount, actual.amount * rates[1] / rates[0], origin, EXCHANGE)


def words_agree(stated: str, actual: str) -> bool:
    """One says what the other says, at greater length or in another order."""
    wanted, found = set(WORD.findall(stated.casefold())), set(WORD.findall(actual.casefold()))
    if not wanted or not found:
        return not wanted
    shared = len(wanted & found)
    return shared >= 0.6 * len(wanted) or shared == len(found)
