"""Derived figures by name: each says its value and which figures of the spec it rests on."""

from evaluation.rules.quantities.buildings import BUILDINGS
from evaluation.rules.quantities.geometry import GEOMETRY
from evaluation.rules.quantities.machines import MACHINES
from evaluation.rules.quantities.measure import Measure, Quantity
from evaluation.rules.quantities.vehicles import VEHICLES
from evaluation.rules.thing import Thing
from specs.design import DIMENSIONS

QUANTITIES: dict[str, Quantity] = {**GEOMETRY, **BUILDINGS, **MACHINES, **VEHICLES}


def measured(thing: Thing, name: str) -> Measure | None:
    """A derived figure, or a plain one: `dimensions.height`, `performance.noise`, `stories`."""
    derived = QUANTITIES.get(name)
    if derived is not None:
        return derived(thing)
    value = thing.figure(name)
    # Zero and less are rule G15's business; here they would only repeat it.
    return Measure(value, (name,)) if value is not None and value > 0 else None


# What is looked at for some derived figures, whatever they come to.
LOOKED_AT: dict[str, tuple[str, ...]] = {
    "box_density": tuple(f"dimensions.{name}" for name in DIMENSIONS),
    "cost": ("estimated_cost",),
}


def looked_at(name: str) -> tuple[str, ...]:
    """A plain figure is looked at itself; of others it is known or not."""
    return LOOKED_AT.get(name, () if name in QUANTITIES else (name,))
