"""Checks that are no plain range of one quantity, by the name the rule data calls them."""

from evaluation.rules.checks.categories import CATEGORY_CHECKS
from evaluation.rules.checks.figures import FIGURE_CHECKS
from evaluation.rules.checks.limits import LIMIT_CHECKS
from evaluation.rules.checks.lists import LIST_CHECKS
from evaluation.rules.checks.materials import MATERIAL_CHECKS
from evaluation.rules.checks.rooms import ROOM_CHECKS
from evaluation.rules.checks.schedule import SCHEDULE_CHECKS
from evaluation.rules.quantities import FLOORS, looked_at
from evaluation.rules.rule import Check
from specs.design import DIMENSIONS

CHECKS: dict[str, Check] = {
    **CATEGORY_CHECKS,
    **FIGURE_CHECKS,
    **LIMIT_CHECKS,
    **LIST_CHECKS,
    **MATERIAL_CHECKS,
    **ROOM_CHECKS,
    **SCHEDULE_CHECKS,
}

FIGURES = ("performance",)
SIZES = tuple(f"dimensions.{name}" for name in DIMENSIONS)
STRUCTURE = ("materials", "stories", "dimensions.height")
# What some checks look at, whatever they find there; the others look at one thing after the other.
LOOKED_AT: dict[str, tuple[str, ...]] = {
    "sizes_of_category": SIZES,
    "density_of_kind": looked_at("box_density"),
    "weight_of_category": ("dimensions.weight",),
    "metrics_of_category": FIGURES,
    "negative_or_fractional": FIGURES,
    "stated_twice": FIGURES,
    "too_many_features": ("features",),
    "features_out_of_place": ("features",),
    "long_lists": ("materials", "spaces", "performance", "components", "requirements"),
    "material_that_carries": ("materials",),
    "glass_kind": ("materials",),
    "structure_that_carries": STRUCTURE,
    "structure_of_one_family": STRUCTURE,
    "ruled_out_but_present": ("exclusions", "features", "components", "spaces", "materials"),
    "no_elevator": ("exclusions", "stories", "dimensions.height"),
    "rooms_in_floor": ("spaces", *FLOORS),
    "small_rooms": ("spaces",),
    "counts_of_compartments": FIGURES,
    "price_of_category": ("estimated_cost", "features.flat_pack"),
    "figures_of_wrong_type": ("stories", "dimensions.footprint_area", "dimensions.floor_area"),
    "large_bed": SIZES,
    "built_in_module": ("dimensions.width", "features.built_in"),
    "vehicle_time": ("timeline", "dimensions.length", "dimensions.weight"),
}
