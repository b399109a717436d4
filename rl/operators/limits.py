"""What can be: proposals keep to what is known of their category.

The tables are those of the evaluation (rules G5 to G8 and G12), so that nothing is proposed which
it would then call impossible.
"""

from math import pi, prod

from evaluation.rules.tables import density_span, metric_span, sizes_for
from specs.design import DesignSpec, Dimensions

# Kept from the densities of a kind: nothing real is at the very edge of them.
MARGIN = 1.25
# Of the outer volume, what there may be room for inside: rule G9, with a margin.
MOST_FILLED = 0.6
# Watt-hours that a kilogram of a whole thing holds at most; a good cell alone has 250.
BATTERY = 150.0
CELL_VOLTS = 3.7


def usual_side(spec: DesignSpec, name: str, value: float) -> float:
    """The nearest that is usual for the category."""
    span = sizes_for(spec.design_type, spec.category).get(name)
    return value if span is None else _between(value, span.low, span.high)


def possible_size(spec: DesignSpec, name: str, value: float) -> bool:
    """Whether anything of the category is known to be of that size."""
    span = sizes_for(spec.design_type, spec.category).get(name)
    return span is None or value == _between(value, span.lowest, span.highest)


def usual_figure(spec: DesignSpec, metric: str, value: float) -> float:
    span = metric_span(metric, spec.design_type, spec.category)
    return value if span is None else _between(value, span.low, span.high)


def box(d: Dimensions) -> float | None:
    """The volume around the thing, m3, where its sides say it."""
    sides = [side for side in (d.length or d.depth, d.width, d.height) if side]
    if len(sides) == 3:
        return prod(sides)
    if d.diameter and d.height:
        return pi / 4 * d.diameter**2 * d.height
    return d.volume


def possible_weight(spec: DesignSpec, guess: float) -> float | None:
    """The nearest to the guess that the box around the thing, its battery and its category
    allow; None where they allow nothing in common."""
    span = sizes_for(spec.design_type, spec.category).get("weight")
    around = box(spec.dimensions)
    densities = density_span(spec.design_type, spec.category)
    value = guess
    if around is not None and densities is not None:
        value = _between(value, densities[0] * MARGIN * around, densities[1] / MARGIN * around)
    elif span is not None:
        value = _between(value, span.low, span.high)
    value = max(value, _battery(spec) / BATTERY)
    return value if possible_size(spec, "weight", value) else None


def roomy(spec: DesignSpec, sides: dict[str, float], weight: float | None) -> dict[str, float]:
    """The proposed sides, all by one factor larger or smaller where what is known of the weight or
    of the room inside asks for it."""
    d = spec.dimensions
    known = {name: getattr(d, name) for name in ("length", "width", "depth", "height")}
    around = [value for value in {**known, **sides}.values() if value]
    densities = density_span(spec.design_type, spec.category)
    figures = {item.metric: item.value for item in spec.performance}
    if len(around) != 3 or not sides:
        return sides
    volume = wanted = prod(around)
    if weight is not None and densities is not None:
        wanted = _between(wanted, weight * MARGIN / densities[1], weight / MARGIN / densities[0])
    wanted = max(wanted, figures.get("capacity", 0.0) / 1000 / MOST_FILLED)
    factor = (wanted / volume) ** (1 / len(sides))
    return {name: value * factor for name, value in sides.items()}


def _battery(spec: DesignSpec) -> float:
    """Watt-hours."""
    figures = {item.metric: item.value for item in spec.performance}
    if "battery_energy" in figures:
        return figures["battery_energy"] * 1000
    return figures.get("battery_charge", 0.0) * CELL_VOLTS / 1000


def _between(value: float, low: float | None, high: float | None) -> float:
    value = value if low is None else max(value, low)
    return value if high is None else min(value, high)
