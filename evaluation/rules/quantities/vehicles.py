"""Motion, energy and room of vehicles."""

from evaluation.rules.quantities.geometry import plan
from evaluation.rules.quantities.measure import Measure, Quantity
from evaluation.rules.thing import Thing

GRAVITY = 9.81
ROLLING = 0.004  # the best truck tyres, N of resistance for each N of weight
KMH_100 = 100 / 3.6  # m/s
# Petrol 34.2 MJ/L at 55 %, the best marine diesels.
USEFUL_JOULES_PER_LITRE = 34.2e6 * 0.55
BURNS_FUEL = frozenset({"hybrid_drive"})


def kinetic_share_of_work(thing: Thing) -> Measure | None:
    weight, power = thing.dims.get("weight"), thing.positive("power")
    seconds = thing.positive("acceleration_0_100")
    if weight is None or power is None or seconds is None:
        return None
    return Measure(
        weight * KMH_100**2 / 2 / (power * 1000 * seconds),
        ("performance.acceleration_0_100", "performance.power", "dimensions.weight"),
    )


def energy_per_km(thing: Thing) -> Measure | None:
    """Wh/km of what runs on its battery alone."""
    energy, distance = thing.positive("battery_energy"), thing.positive("range")
    burns = (
        thing.features & BURNS_FUEL
        or "fuel_consumption" in thing.metrics
        or "fuel_tank" in thing.metrics
    )
    if energy is None or distance is None or burns:
        return None
    return Measure(energy * 1000 / distance, ("performance.range", "performance.battery_energy"))


def energy_share_of_rolling(thing: Thing) -> Measure | None:
    weight, spent = thing.dims.get("weight"), energy_per_km(thing)
    if weight is None or spent is None:
        return None
    rolling = weight * GRAVITY * ROLLING / 3.6  # newtons to Wh/km
    return Measure(spent.value / rolling, (*spent.figures, "dimensions.weight"))


def fuel_share_of_rolling(thing: Thing) -> Measure | None:
    weight, litres = thing.dims.get("weight"), thing.positive("fuel_consumption")
    # A plug-in's rating leaves its current out.
    if weight is None or litres is None or "battery_energy" in thing.metrics:
        return None
    rolling = weight * GRAVITY * ROLLING * 100_000 / USEFUL_JOULES_PER_LITRE
    return Measure(litres / rolling, ("performance.fuel_consumption", "dimensions.weight"))


def plan_per_seat(thing: Thing) -> Measure | None:
    seats, around = thing.positive("seats"), plan(thing)
    if seats is None or around is None:
        return None
    return Measure(around.value / seats, ("performance.seats", *around.figures))


def weight_per_seat(thing: Thing) -> Measure | None:
    seats, weight = thing.positive("seats"), thing.dims.get("weight")
    if seats is None or weight is None:
        return None
    return Measure(weight / seats, ("performance.seats", "dimensions.weight"))


def length_over_beam(thing: Thing) -> Measure | None:
    length, beam = thing.dims.get("length"), thing.dims.get("width")
    if length is None or beam is None:
        return None
    return Measure(length / beam, ("dimensions.width", "dimensions.length"))


def weight_per_plan(thing: Thing) -> Measure | None:
    length, beam = thing.dims.get("length"), thing.dims.get("width")
    weight = thing.dims.get("weight")
    if length is None or beam is None or weight is None:
        return None
    return Measure(
        weight / (length * beam), ("dimensions.weight", "dimensions.length", "dimensions.width")
    )


def weight_per_hull(thing: Thing) -> Measure | None:
    length, beam = thing.dims.get("length"), thing.dims.get("width")
    weight = thing.dims.get("weight")
    if length is None or beam is None or weight is None:
        return None
    names = ("dimensions.weight", "dimensions.width", "dimensions.length")
    return Measure(weight / (length * beam**2), names)


def loaded_weight(thing: Thing) -> Measure | None:
    weight, payload = thing.dims.get("weight"), thing.positive("payload")
    if weight is None or payload is None:
        return None
    return Measure(weight + payload, ("performance.payload", "dimensions.weight"))


VEHICLES: dict[str, Quantity] = {
    "kinetic_share_of_work": kinetic_share_of_work,
    "energy_per_km": energy_per_km,
    "energy_share_of_rolling": energy_share_of_rolling,
    "fuel_share_of_rolling": fuel_share_of_rolling,
    "plan_per_seat": plan_per_seat,
    "weight_per_seat": weight_per_seat,
    "length_over_beam": length_over_beam,
    "weight_per_plan": weight_per_plan,
    "weight_per_hull": weight_per_hull,
    "loaded_weight": loaded_weight,
}
