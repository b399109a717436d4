"""Derived figures by name: each says its value and which figures of the spec it rests on."""

from functools import partial

from evaluation.rules.quantities.buildings import BUILDINGS
from evaluation.rules.quantities.geometry import GEOMETRY
from evaluation.rules.quantities.machines import MACHINES
from evaluation.rules.quantities.measure import Measure, Quantity
from evaluation.rules.quantities.vehicles import BURNS_FUEL, VEHICLES
from evaluation.rules.thing import Thing

QUANTITIES: dict[str, Quantity] = {**GEOMETRY, **BUILDINGS, **MACHINES, **VEHICLES}


def quantity_named(name: str) -> Quantity:
    """A derived figure, or a plain one: `dimensions.height`, `performance.noise`, `stories`."""
    return QUANTITIES.get(name) or partial(_plain, name)


def _plain(name: str, thing: Thing) -> Measure | None:
    value = thing.figure(name)
    # Zero and less are rule G15's business; here they would only repeat it.
    return Measure(value, (name,)) if value is not None and value > 0 else None


SPENT = (
    "performance.battery_energy", "performance.range", "performance.fuel_consumption",
    "performance.fuel_tank", *(f"features.{name}" for name in BURNS_FUEL),
)  # fmt: skip
WEIGHT, FLOOR, FOOTPRINT = "dimensions.weight", "dimensions.floor_area", "dimensions.footprint_area"
# What a plan, a box and the floors of a building may rest on.
PLAN = ("dimensions.length", "dimensions.width", "dimensions.depth", "dimensions.diameter")
BOX = (*PLAN, "dimensions.height")
FLOORS = (*PLAN, FOOTPRINT, FLOOR, "stories")
# What is looked at for each derived figure, whatever it comes to.
LOOKED_AT: dict[str, tuple[str, ...]] = {
    "volume_share_of_box": (*BOX, FOOTPRINT, "dimensions.volume"),
    "footprint_share_of_plan": (*PLAN, FOOTPRINT),
    "box_density": (*BOX, WEIGHT, "dimensions.volume"),
    "capacity_share_of_box": (*BOX, "performance.capacity"),
    "screen_share_of_face": (*BOX, "performance.display_size"),
    "height_per_storey": ("dimensions.height", "stories"),
    "slenderness": BOX,
    "floor_share_of_storeys": FLOORS,
    "spaces_share_of_floor": (*FLOORS, "spaces"),
    "floor_per_person": (*FLOORS, "performance.occupancy", "performance.seats"),
    "floor_per_bed": (FLOOR, "performance.occupancy"),
    "cost_per_floor": (FLOOR, "estimated_cost"),
    "cost_per_storey": ("stories", "estimated_cost"),
    "weight_per_floor": (FLOOR, WEIGHT),
    "power_per_floor": (FLOOR, "performance.power"),
    "power_per_mass": (WEIGHT, "performance.power"),
    "battery_energy_per_mass": (WEIGHT, "performance.battery_energy"),
    "battery_charge_energy_per_mass": (WEIGHT, "performance.battery_charge"),
    "battery_energy_wh": ("performance.battery_energy", "performance.battery_charge"),
    "battery_voltage": ("performance.battery_energy", "performance.battery_charge"),
    "battery_draw": (
        "performance.battery_energy", "performance.battery_charge", "performance.battery_life",
    ),
    "price_per_mass": (WEIGHT, "estimated_cost"),
    "load_per_box": (*BOX, "performance.load"),
    "settings_per_box": (*BOX, "performance.place_settings"),
    "burners_per_width": ("dimensions.width", "performance.burners"),
    "cooling_share_of_power": ("performance.cooling_capacity", "performance.power"),
    "height_per_drawer": ("dimensions.height", "performance.drawers"),
    "height_per_shelf": ("dimensions.height", "performance.shelves"),
    "payload_per_weight": (WEIGHT, "performance.payload"),
    "payload_per_place": ("performance.payload", "performance.seats"),
    "seat_height": ("requirements", "constraints"),
    "kinetic_share_of_work": (WEIGHT, "performance.power", "performance.acceleration_0_100"),
    "energy_per_km": SPENT,
    "energy_share_of_rolling": (WEIGHT, *SPENT),
    "fuel_share_of_rolling": (
        WEIGHT, "performance.fuel_consumption", "performance.battery_energy",
    ),
    "plan_per_seat": (*PLAN, "performance.seats"),
    "weight_per_seat": (WEIGHT, "performance.seats"),
    "length_over_beam": ("dimensions.length", "dimensions.width"),
    "weight_per_plan": ("dimensions.length", "dimensions.width", WEIGHT),
    "weight_per_hull": ("dimensions.length", "dimensions.width", WEIGHT),
    "loaded_weight": (WEIGHT, "performance.payload"),
    "cost": ("estimated_cost",),
}  # fmt: skip


def looked_at(name: str) -> tuple[str, ...]:
    """A plain figure is looked at itself."""
    return LOOKED_AT.get(name) or (name,)
