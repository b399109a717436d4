"""A figure in its unit, in the normal unit of its kind."""

from specs.language.quantity import Quantity
from specs.language.units import CALENDAR, Unit

SEVERAL = {"fortnight": 2, "decade": 10, "century": 100}
"""How many of its calendar unit each of these is."""


def set_value(quantity: Quantity, unit: Unit, number: float) -> None:
    quantity.number = number
    if unit.kind == "duration":
        quantity.unit = CALENDAR.get(unit.name, unit.name)
        quantity.value = number * SEVERAL.get(unit.name, 1)
        if unit.name == "millisecond":
            quantity.value, quantity.unit = number / 1_000, "s"
    elif unit.kind == "inverse_consumption":
        quantity.kind, quantity.value = "consumption", unit.factor / number if number else 0.0
    else:
        quantity.value = number * unit.factor
