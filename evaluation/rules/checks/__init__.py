"""Checks that are no plain range of one quantity, by the name the rule data calls them."""

from evaluation.rules.checks.categories import CATEGORY_CHECKS
from evaluation.rules.checks.figures import FIGURE_CHECKS
from evaluation.rules.checks.limits import LIMIT_CHECKS
from evaluation.rules.checks.lists import LIST_CHECKS
from evaluation.rules.checks.materials import MATERIAL_CHECKS
from evaluation.rules.checks.rooms import ROOM_CHECKS
from evaluation.rules.checks.schedule import SCHEDULE_CHECKS
from evaluation.rules.rule import Check

CHECKS: dict[str, Check] = {
    **CATEGORY_CHECKS,
    **FIGURE_CHECKS,
    **LIMIT_CHECKS,
    **LIST_CHECKS,
    **MATERIAL_CHECKS,
    **ROOM_CHECKS,
    **SCHEDULE_CHECKS,
}
