"""The named edits, in the order of the policy's actions. The first one stops.

An operator is a pure function on a design; what it adds is an assumption with a reason, and what
the prompt states is only ever restored. Adding one means one entry here, one cost, one test; it
changes `OPERATORS_HASH`, and policies trained before are refused.
"""

from rl.operators import appeal, context, correct, parts, restore, sizes
from rl.operators.editing import Design
from rl.operators.operator import Facts, Operator, respects
from rl.operators.typical import Knowledge, costs, knowledge
from rl.policy import sha256

__all__ = [
    "OPERATORS",
    "OPERATORS_HASH",
    "WAITS",
    "Design",
    "Facts",
    "Knowledge",
    "Operator",
    "cost_named",
    "cost_of",
    "knowledge",
    "respects",
]


def _always(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return True


def _unchanged(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    return design


# What comes before a proposal of what is usual for the kind of thing, and before one that follows
# from its sizes.
KIND = ("restore_identity",)
SIZES = (*KIND, "restore_numbers")
# Parts that preconditions look at: what is usual of the kind of thing, and of one of its size.
THING = ("design_type", "category")
SIZED = (*THING, "dimensions", "stories")


def _theme(name: str, does: str, theme: str | None, reason: str) -> Operator:
    return Operator(
        name,
        does,
        *appeal.theme_edit(theme, name, reason),
        KIND,
        (*THING, "features", "exclusions"),
    )


OPERATORS: tuple[Operator, ...] = (
    Operator("stop", "leave the spec as it is", _always, _unchanged),
    Operator(
        "restore_identity",
        "give back the stated design type and category",
        restore.identity_apply,
        restore.identity,
        reads=THING,
    ),
    Operator(
        "restore_numbers",
        "give back stated sizes, storeys, performance, budget and time",
        restore.numbers_apply,
        restore.numbers,
        reads=("stories", "dimensions", "performance", "estimated_cost", "timeline"),
    ),
    Operator(
        "restore_items",
        "give back stated materials, spaces, features and components",
        restore.items_apply,
        restore.items,
        reads=("materials", "spaces", "features", "components", "exclusions"),
    ),
    Operator(
        "restore_exclusions",
        "give back what the prompt rules out",
        restore.exclusions_apply,
        restore.exclusions,
        reads=("exclusions",),
    ),
    Operator(
        "restore_texts",
        "give back stated requirements, constraints, uses and audience",
        restore.texts_apply,
        restore.texts,
        reads=("requirements", "constraints", "use_cases", "target_audience"),
    ),
    Operator(
        "remove_contradiction",
        "take out what is ruled out or excludes a stated feature",
        correct.contradiction_applies,
        correct.contradiction,
        reads=("features", "components", "exclusions"),
    ),
    Operator(
        "prune_features",
        "take out unstated padding",
        appeal.prune_applies,
        appeal.prune,
        reads=(*THING, "features"),
    ),
    Operator(
        "normalise",
        "use canonical names and drop repeated figures",
        context.spelling_applies,
        context.spelling,
        reads=(*THING, "features", "materials", "spaces", "performance"),
    ),
    Operator(
        "correct_scale",
        "mend likely slips of unit",
        correct.scale_applies,
        correct.scale,
        SIZES,
        reads=(*SIZED, "performance"),
    ),
    Operator(
        "reconcile",
        "make unstated areas, height and weight agree with the rest",
        correct.agree_applies,
        correct.agree,
        SIZES,
        reads=(*SIZED, "performance"),
    ),
    Operator(
        "refine_category",
        "name the category that the contents point to",
        context.category_applies,
        context.category,
        reads=(*THING, "spaces", "performance", "features"),
    ),
    Operator(
        "set_stories",
        "propose the number of storeys",
        sizes.stories_apply,
        sizes.stories,
        KIND,
        reads=("design_type", "stories"),
    ),
    Operator(
        "fill_dimensions",
        "propose the missing sides",
        sizes.sides_apply,
        sizes.sides,
        SIZES,
        reads=SIZED,
    ),
    Operator(
        "derive_dimensions",
        "derive areas and height from sides and storeys",
        sizes.derived_apply,
        sizes.derived,
        SIZES,
        reads=SIZED,
    ),
    Operator(
        "derive_weight",
        "estimate the weight",
        sizes.weight_applies,
        sizes.weight,
        (*SIZES, "correct_scale"),
        reads=(*SIZED, "performance"),
    ),
    Operator(
        "add_material",
        "propose a usual material",
        parts.material_applies,
        parts.material,
        KIND,
        reads=(*THING, "materials", "exclusions"),
    ),
    Operator(
        "set_grades",
        "propose grades and uses of materials",
        parts.grades_apply,
        parts.grades,
        reads=("materials",),
    ),
    Operator(
        "add_spaces",
        "propose usual rooms",
        parts.spaces_apply,
        parts.spaces,
        KIND,
        reads=(*SIZED, "spaces", "exclusions"),
    ),
    Operator(
        "size_spaces",
        "propose areas of rooms",
        parts.space_sizes_apply,
        parts.space_sizes,
        reads=("spaces",),
    ),
    Operator(
        "add_performance",
        "propose usual performance figures",
        parts.performance_applies,
        parts.performance,
        KIND,
        reads=(*SIZED, "performance"),
    ),
    Operator(
        "add_components",
        "propose usual components",
        parts.components_apply,
        parts.components,
        KIND,
        reads=(*THING, "components", "exclusions"),
    ),
    _theme("add_popular", "add what people of this category ask for", None, "often asked for"),
    _theme("add_comfort", "add a comfort feature", "comfort", "comfort"),
    _theme("add_technology", "add a technical feature", "technology", "convenience"),
    _theme("add_green", "add a feature that saves energy or waste", "green", "lower running cost"),
    _theme("add_safety", "add a safety feature", "safety", "safety of users"),
    _theme("add_access", "add an accessibility feature", "access", "usable by more people"),
    Operator(
        "estimate_cost",
        "estimate the cost",
        context.cost_applies,
        context.cost,
        KIND,
        reads=("estimated_cost",),
    ),
    Operator(
        "estimate_timeline",
        "estimate the duration",
        context.timeline_applies,
        context.timeline,
        KIND,
        reads=("timeline",),
    ),
    Operator(
        "add_context",
        "propose use and audience",
        context.purpose_applies,
        context.purpose,
        KIND,
        reads=("use_cases", "target_audience"),
    ),
)
NAMES = tuple(operator.name for operator in OPERATORS)
# For each action the earlier ones that it waits for.
WAITS = tuple(tuple(NAMES.index(name) for name in operator.after) for operator in OPERATORS)
OPERATORS_HASH = sha256([(operator.name, operator.after) for operator in OPERATORS])


def cost_of(action: int) -> float:
    """Points of the score that the edit costs."""
    return cost_named(NAMES[action])


def cost_named(name: str) -> float:
    table = costs()
    return table.get(name, table["default"])
