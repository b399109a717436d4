"""Batteries, power and vessels of devices, appliances and furniture."""

import re

from evaluation.rules.quantities.geometry import box
from evaluation.rules.quantities.measure import Measure, Quantity
from evaluation.rules.thing import Thing

WEIGHT = "dimensions.weight"
# One lithium cell; packs of several cells hold more at the same charge, never less.
CELL_VOLTS = 3.7
SEAT_HEIGHT = re.compile(r"seat height\D{0,20}?(\d{1,6}(?:\.\d{1,4})?) ?(mm|cm|m)\b")
METRES = {"m": 1.0, "cm": 0.01, "mm": 0.001}


def _ratio(thing: Thing, metric: str, dimension: str, factor: float = 1.0) -> Measure | None:
    value, divisor = thing.positive(metric), thing.dims.get(dimension)
    if value is None or divisor is None:
        return None
    return Measure(value * factor / divisor, (f"performance.{metric}", f"dimensions.{dimension}"))


def power_per_mass(thing: Thing) -> Measure | None:
    return _ratio(thing, "power", "weight")


def battery_energy_per_mass(thing: Thing) -> Measure | None:
    return _ratio(thing, "battery_energy", "weight", 1000)


def battery_charge_energy_per_mass(thing: Thing) -> Measure | None:
    return _ratio(thing, "battery_charge", "weight", CELL_VOLTS / 1000)


def battery_energy_wh(thing: Thing) -> Measure | None:
    energy, charge = thing.positive("battery_energy"), thing.positive("battery_charge")
    if energy is not None:
        return Measure(energy * 1000, ("performance.battery_energy",))
    if charge is not None:
        return Measure(charge * CELL_VOLTS / 1000, ("performance.battery_charge",))
    return None


def battery_voltage(thing: Thing) -> Measure | None:
    energy, charge = thing.positive("battery_energy"), thing.positive("battery_charge")
    if energy is None or charge is None:
        return None
    return Measure(
        energy * 1e6 / charge, ("performance.battery_charge", "performance.battery_energy")
    )


def battery_draw(thing: Thing) -> Measure | None:
    energy, life = battery_energy_wh(thing), thing.positive("battery_life")
    if energy is None or life is None:
        return None
    return Measure(energy.value / life, ("performance.battery_life", *energy.figures))


def _per_box(thing: Thing, metric: str) -> Measure | None:
    value, around = thing.positive(metric), box(thing)
    if value is None or around is None:
        return None
    return Measure(value / around.value, (f"performance.{metric}", *around.figures))


def price_per_mass(thing: Thing) -> Measure | None:
    weight = thing.dims.get("weight")
    return Measure(thing.cost / weight, ("cost",)) if thing.cost is not None and weight else None


def load_per_box(thing: Thing) -> Measure | None:
    return _per_box(thing, "load")


def settings_per_box(thing: Thing) -> Measure | None:
    return _per_box(thing, "place_settings")


def burners_per_width(thing: Thing) -> Measure | None:
    burners, width = thing.positive("burners"), thing.dims.get("width")
    if burners is None or width is None:
        return None
    # Anything under a metre counts as a metre: a plate of 0.29 m may have two burners.
    return Measure(burners / max(width, 1.0), ("performance.burners",))


def cooling_share_of_power(thing: Thing) -> Measure | None:
    cooling, power = thing.positive("cooling_capacity"), thing.positive("power")
    if cooling is None or power is None:
        return None
    return Measure(cooling / power, ("performance.cooling_capacity", "performance.power"))


def height_per_drawer(thing: Thing) -> Measure | None:
    return _height_per(thing, "drawers")


def height_per_shelf(thing: Thing) -> Measure | None:
    return _height_per(thing, "shelves")


def _height_per(thing: Thing, metric: str) -> Measure | None:
    count, height = thing.positive(metric), thing.dims.get("height")
    # One shelf has nothing above it to be divided from: a wall board of 25 mm is a shelf.
    if count is None or count < 2 or height is None:
        return None
    return Measure(height / count, (f"performance.{metric}",))


def payload_per_weight(thing: Thing) -> Measure | None:
    return _ratio(thing, "payload", "weight")


def payload_per_place(thing: Thing) -> Measure | None:
    payload, seats = thing.positive("payload"), thing.positive("seats")
    return None if payload is None else Measure(payload / (seats or 1), ("performance.payload",))


def seat_height(thing: Thing) -> Measure | None:
    """From the requirements and constraints: the schema has no field of its own for it."""
    for part in ("requirements", "constraints"):
        for index, text in enumerate(getattr(thing.spec, part)):
            found = SEAT_HEIGHT.search(text.casefold())
            if found:
                return Measure(float(found[1]) * METRES[found[2]], (f"{part}/{index}",))
    return None


MACHINES: dict[str, Quantity] = {
    "power_per_mass": power_per_mass,
    "battery_energy_per_mass": battery_energy_per_mass,
    "battery_charge_energy_per_mass": battery_charge_energy_per_mass,
    "battery_energy_wh": battery_energy_wh,
    "battery_voltage": battery_voltage,
    "battery_draw": battery_draw,
    "price_per_mass": price_per_mass,
    "load_per_box": load_per_box,
    "settings_per_box": settings_per_box,
    "burners_per_width": burners_per_width,
    "cooling_share_of_power": cooling_share_of_power,
    "height_per_drawer": height_per_drawer,
    "height_per_shelf": height_per_shelf,
    "payload_per_weight": payload_per_weight,
    "payload_per_place": payload_per_place,
    "seat_height": seat_height,
}
