"""Stated facts win; what a model adds is marked, possible, and never what the prompt rules out."""

import json
from dataclasses import replace

import pytest

from specs.design import Material
from specs.draft import Draft
from specs.generation.llm.feasibility import Impossible
from specs.pointers import leaves
from specs.provenance import Source, Unmet
from specs.schema import violations
from tests.specs.llm.canned import GOOD
from tests.specs.llm.conftest import PROMPT, FixedRules, office, stated
from tests.specs.llm.scripted import EMPTY, ScriptedModel, always, liar

URL = "http://127.0.0.1:9/v1"


@pytest.fixture
def says(generator):
    """The draft that comes out when the model says this."""

    def draft(document: dict, prompt: str = PROMPT, **changes) -> Draft:
        transport = ScriptedModel(always({**GOOD, **document}))
        return generator(URL, transport=transport, **changes).generate(prompt)

    return draft


def codes(draft: Draft) -> list[tuple[str, str | None]]:
    return [(notice.code, notice.pointer) for notice in draft.warnings]


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"design_type": "vehicle"}, "/design_type"),
        ({"category": "hotel"}, "/category"),
        ({"stories": 9}, "/stories"),
        ({"dimensions": {"length": 420}}, "/dimensions/length"),
        ({"dimensions": {"footprint_area": 9}}, "/dimensions/footprint_area"),
        ({"estimated_cost": {"amount": 5, "currency": "EUR"}}, "/estimated_cost"),
    ],
)
def test_a_stated_or_derived_value_overrules_the_model_and_says_so(says, said, place):
    draft = says(said)
    base = office()
    assert ("llm_overruled", place) in codes(draft)
    for pointer, origin in base.provenance.items():
        if origin.source in {Source.PROMPT, Source.DERIVED}:
            assert draft.provenance[pointer] == origin
    assert draft.spec.design_type == "building"
    assert draft.spec.category == "office"
    assert draft.spec.dimensions == base.spec.dimensions


def test_a_reading_of_low_confidence_yields_only_to_what_the_prompt_supports(says):
    prompt = PROMPT + " Make it 37 m long."
    base = office()
    base.provenance["/dimensions/length"] = stated("42", confidence=0.3)
    rules = FixedRules(base)
    for said, length in ((37, 37), (77, 42), (18, 42)):
        draft = says({"dimensions": {"length": said}}, prompt, rules=rules)
        assert draft.spec.dimensions.length == length


def test_what_was_worked_out_yields_to_a_number_of_the_prompt_that_is_nothing_else(says):
    prompt = PROMPT + " It covers 700 m2."
    for said, area in ((700, 700), (18, 756), (701.5, 700), (500, 756)):
        draft = says({"dimensions": {"footprint_area": said}}, prompt)
        assert draft.spec.dimensions.footprint_area == pytest.approx(area, rel=0.01)


def test_what_the_model_adds_is_marked_and_stands_among_the_assumptions(says):
    draft = says({"features": ["lifts"], "target_audience": "A law firm"})
    assert draft.spec.features == ("elevator",)
    assert draft.provenance["/features/0"].source is Source.LLM
    assert draft.provenance["/target_audience"].source is Source.LLM
    assert {"/features/0", "/target_audience", "/requirements/0"} <= {
        assumption.pointer for assumption in draft.assumptions
    }
    assert "/dimensions/height" in {assumption.pointer for assumption in draft.assumptions}
    assert "/features/0" not in draft.stated


def test_an_addition_that_the_prompt_has_words_for_quotes_them(says):
    prompt = PROMPT + " It needs a pigeon loft."
    draft = says({"features": ["pigeon_loft"]}, prompt)
    origin = draft.provenance["/features/0"]
    assert prompt[origin.start : origin.end] == origin.text == "pigeon loft"


@pytest.mark.parametrize("feature", ["pigeon_loft", "basement", "basements", "Cellars basement"])
def test_a_feature_without_support_or_ruled_out_is_left_out(says, feature):
    draft = says({"features": [feature], "components": [feature]})
    assert not {f for f in draft.spec.features if "basement" in f or "pigeon" in f}
    assert ("llm_left_out", "/features") in codes(draft)


def test_no_text_asks_for_what_the_prompt_rules_out(says):
    draft = says(
        {"title": "Office with a basement", "requirements": ["A large basement", "No basement"]}
    )
    assert draft.spec.title == "Office"
    assert draft.spec.requirements == ("No basement",)


def test_an_exclusion_needs_the_prompts_own_words(says):
    prompt = PROMPT + " And no car park."
    draft = says({"exclusions": ["parking", "elevator", "basement"]}, prompt)
    assert draft.spec.exclusions == ("basement", "parking")


def test_a_stated_space_is_never_counted_twice(says):
    prompt = "A house with 3 bedrooms"
    draft = says(
        {"spaces": [{"type": "bedrooms", "count": 2}, {"type": "bedroom", "count": 2}]}, prompt
    )
    assert [(s.type, s.count) for s in draft.spec.spaces] == [("bedroom", 2)]


def test_a_list_without_support_stays_short(says, names):
    draft = says({"features": names.features["building"]})
    assert len(draft.spec.features) == 5


class LowRise:
    """Thinks that nothing above ten metres can have an elevator, and says where."""

    def __init__(self) -> None:
        self.asked = 0

    def impossible(self, spec):
        self.asked += 1
        wrong = [
            Impossible("X1", f"/features/{i}", "No elevator here.")
            for i, feature in enumerate(spec.features)
            if feature == "elevator"
        ]
        return [*wrong, Impossible("X0", "/dimensions/height", "Was so before.")]


def test_an_addition_that_cannot_be_built_is_dropped_and_the_others_stay(says):
    judge = LowRise()
    draft = says({"features": ["balcony", "elevator", "terrace"]}, judge=judge)
    assert draft.spec.features == ("balcony", "terrace")
    assert ("llm_infeasible", "/features/1") in codes(draft)
    assert draft.unmet == ()


def test_what_the_prompt_asked_for_and_cannot_be_built_becomes_unmet(says):
    prompt = PROMPT + " Two lifts."
    draft = says({"features": ["elevator"]}, prompt, judge=LowRise())
    assert [wish.text for wish in draft.unmet] == ["lifts"]


def test_a_wish_that_the_model_places_is_no_longer_unmet(says):
    prompt = PROMPT + " It needs a pigeon loft and good vibes."
    base = office()
    at, vibes = prompt.index("pigeon loft"), prompt.index("good vibes")
    unmet = (
        Unmet("pigeon loft", at, at + 11, "unknown"),
        Unmet("good vibes", vibes, vibes + 10, "unknown"),
    )
    rules = FixedRules(Draft(spec=base.spec, provenance=base.provenance, unmet=unmet))
    draft = says({"features": ["pigeon_loft"]}, prompt, rules=rules)
    assert [wish.text for wish in draft.unmet] == ["good vibes"]


@pytest.mark.parametrize("seed", range(20))
def test_a_liar_changes_nothing_that_is_known(generator, names, seed):
    draft = generator(URL, transport=ScriptedModel(liar(names, seed))).generate(PROMPT)
    base = office()
    document = draft.spec.as_json()
    assert violations(document) == ()
    assert {p for p, _ in leaves(document)} - {"/schema_version"} == set(draft.provenance)
    for place, value in leaves(base.spec.as_json()):
        origin = base.provenance.get(place)
        if origin is not None and origin.source is not Source.DEFAULT:
            assert dict(leaves(document))[place] == value
    assert draft.stated == base.stated
    assert "basement" not in json.dumps(document).replace('"exclusions": ["basement"]', "")


def test_injected_keys_go_nowhere(says):
    draft = says({"score": 100, "approved": True, "__proto__": {"a": 1}})
    assert "100" not in json.dumps(draft.spec.as_json())
    assert says({}).provenance == draft.provenance


def test_an_empty_document_adds_nothing(generator):
    transport = ScriptedModel(always({**EMPTY, "design_type": "building"}))
    draft = generator(URL, transport=transport).generate(PROMPT)
    assert draft.spec == office().spec
    assert draft.engine == "llm"


def test_a_material_gets_a_second_use_where_the_prompt_says_just_so(says):
    prompt = "A barn with a steel roof, steel siding and a timber frame"
    base = office()
    spec = replace(base.spec, materials=(Material("steel", use="siding"),))
    provenance = {
        **base.provenance,
        "/materials/0/type": stated("office"),
        "/materials/0/use": stated("office"),
    }
    said = [{"type": "steel", "use": use} for use in ("siding", "roof", "frame")]
    rules = FixedRules(Draft(spec=spec, provenance=provenance))
    draft = says({"materials": said}, prompt, rules=rules)
    assert [(m.type, m.use) for m in draft.spec.materials] == [
        ("steel", "siding"),
        ("steel", "roof"),
    ]


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ("pigeon_loft", "pigeon_loft"),
        ("library", "library"),
        ("observatory", "general"),
        ("car", "general"),
        ("general", "general"),
    ],
)
def test_a_kind_that_was_not_found_is_taken_from_a_model_that_the_prompt_supports(
    says, said, category
):
    prompt = PROMPT + " A pigeon loft, or a library, with a car park."
    base = office()
    spec = replace(base.spec, category="general")
    rules = FixedRules(Draft(spec=spec, provenance=base.provenance))
    assert says({"category": said}, prompt, rules=rules).spec.category == category
