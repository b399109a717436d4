"""An agent whose draft has every kind of origin, so that pages are tested on all of them."""

from typing import Any

from specs.design import Cost, DesignSpec, Dimensions, Material, Performance, Space
from specs.draft import Draft, Notice
from specs.errors import NotADesign
from specs.provenance import Assumption, Origin, Provenance, Source, Unmet

PROMPT = (
    "A 3-storey steel office, 30 x 20 m, with open-plan floors and a green roof, no basement, "
    "near the river. Budget $2.4M, ready by summer and lovely."
)
SPEC = DesignSpec(
    design_type="building",
    category="office",
    title="Three-storey steel office",
    stories=3,
    dimensions=Dimensions(
        length=30, width=20, height=10.5, depth=0.75, footprint_area=600, floor_area=1800
    ),
    materials=(Material("steel", "S355", "frame"), Material("glass", None, "facade")),
    spaces=(Space("open_plan", 3, 420.0), Space("restroom", 6)),
    performance=(
        Performance("occupancy", 150, "1"),
        Performance("energy_intensity", 85, "kWh/m2/year"),
    ),
    features=("green_roof", "elevator"),
    exclusions=("basement",),
    requirements=("Ready by summer",),
    use_cases=("office_work",),
    estimated_cost=Cost(2_400_000, "USD"),
)


class AnnotatedAgent:
    """Answers every prompt with the same spec; finds in the prompt what it can quote."""

    def __init__(self, generator: object) -> None:
        self.generator = generator

    def design(self, prompt: str, *, design_type: str | None = None) -> Draft:
        if "poem" in prompt:
            raise NotADesign(
                "The prompt asks for a text, and no physical thing is named in it.",
                understood="a poem about the sea",
            )
        return Draft(SPEC, provenance(prompt), ASSUMPTIONS, unmet(prompt), (NOTICE,))


ASSUMPTIONS = (
    Assumption("/dimensions/height", 10.5, "storey_height", "Offices are commonly 3.5 m a storey."),
    Assumption("/materials/0/grade", "S355", "structural_grade", "The usual grade of such frames."),
    Assumption("/materials/0/use", "frame", "structural_use", "Steel is read as the frame."),
    Assumption("/performance/0/value", 150, "occupancy", "One person for 12 m² of floor area."),
    Assumption("/features/1", "elevator", "lift", "Three storeys need a lift."),
)
NOTICE = Notice("ambiguous_currency", "“$” is read as US dollars.", "/estimated_cost/currency")


def provenance(prompt: str) -> Provenance:
    def said(text: str, **more: Any) -> Origin:
        start = prompt.find(text)
        if start < 0:
            return Origin(Source.PROMPT, **more)
        return Origin(Source.PROMPT, text=text, start=start, end=start + len(text), **more)

    def by(source: Source, rule: str | None = None) -> Origin:
        return Origin(source, rule=rule)

    derived, default = Source.DERIVED, Source.DEFAULT
    return {
        "/design_type": said("office"),
        "/category": said("office"),
        "/title": by(derived, "title_from_facts"),
        "/stories": said("3-storey"),
        "/dimensions/length": said("30 x 20 m"),
        "/dimensions/width": said("30 x 20 m", confidence=0.92, alternative=30),
        "/dimensions/height": by(default, "storey_height"),
        "/dimensions/depth": by(default, "wall_depth"),
        "/dimensions/footprint_area": by(derived, "length_times_width"),
        "/dimensions/floor_area": by(derived, "footprint_times_storeys"),
        "/materials/0/type": said("steel"),
        "/materials/0/grade": by(default, "structural_grade"),
        "/materials/0/use": by(default, "structural_use"),
        "/materials/1/type": by(Source.LLM),
        "/materials/1/use": by(Source.LLM),
        "/spaces/0/type": said("open-plan floors"),
        "/spaces/0/count": by(derived, "one_per_storey"),
        "/spaces/0/area": Origin(Source.POLICY, session="a-session"),
        "/spaces/1/type": by(default, "restrooms"),
        "/spaces/1/count": by(default, "restrooms"),
        **{f"/performance/0/{leaf}": by(default, "occupancy") for leaf in PERFORMANCE},
        **{f"/performance/1/{leaf}": by(Source.PERSON) for leaf in PERFORMANCE},
        "/features/0": said("green roof"),
        "/features/1": by(default, "lift_from_three_storeys"),
        "/exclusions/0": said("no basement"),
        "/requirements/0": said("ready by summer"),
        "/use_cases/0": by(derived, "use_of_category"),
        "/estimated_cost/amount": said("$2.4M", bound="max"),
        "/estimated_cost/currency": said("$", confidence=0.8, alternative="CAD"),
    }


PERFORMANCE = ("metric", "value", "unit")


def unmet(prompt: str) -> tuple[Unmet, ...]:
    start = prompt.find("lovely")
    if start < 0:
        return ()
    return (Unmet("lovely", start, start + 6, "A judgement of taste has no field."),)
