"""Feedback says what to change, why and from whom, the gravest first."""

from collections.abc import Sequence

from evaluation.criterion import Finding, Repair, Severity
from feedback.agent import CRITICISM, EVALUATOR, MAX_ITEMS, FeedbackAgent, Opinion, place
from feedback.knowledge import read
from specs.design import DesignSpec
from specs.draft import Draft
from specs.schema import spec_schema

AGENT = FeedbackAgent()
DRAFT = Draft(DesignSpec("building", "house", "House"), {})


def finding(pointer: str = "/dimensions/height", **values: object) -> Finding:
    given = {
        "rule": "B1",
        "criterion": "feasibility",
        "severity": Severity.WARNING,
        "points": 10.0,
        "message": "2 m are too low for 2 storeys.",
    }
    return Finding(pointer=pointer, **{**given, **values})  # type: ignore[arg-type]


def test_a_finding_becomes_its_repair_with_its_reason() -> None:
    repair = Repair("correct_height", "Raise the height to 6 m", [])
    (item,) = AGENT.signal(findings=[finding(repairs=(repair,))])
    assert item.as_json() == {
        "what": "Raise the height to 6 m",
        "why": "2 m are too low for 2 storeys.",
        "from": [EVALUATOR],
        "voices": [{"who": EVALUATOR, "says": "2 m are too low for 2 storeys."}],
        "pointer": "/dimensions/height",
        "severity": "warning",
        "weight": 10.0,
        "action": "correct_height",
    }


def test_errors_come_first_whatever_people_feel() -> None:
    items = AGENT.signal(
        findings=[finding(severity=Severity.ERROR, points=1.0)],
        opinions=[Opinion(f"r{i}", 1, tags=("wrong_material",)) for i in range(5)],
    )
    assert items[0].severity is Severity.ERROR


def test_voices_on_the_same_change_are_joined_and_weigh_more() -> None:
    alone = AGENT.signal(opinions=[Opinion("anna", 1, tags=("cost_off",))])
    both = AGENT.signal(
        opinions=[
            Opinion("anna", 1, tags=("cost_off",), reason="Far too cheap"),
            Opinion("ben", 2, tags=("cost_off",)),
        ]
    )
    assert len(alone) == len(both) == 1
    assert both[0].weight > alone[0].weight
    assert both[0].as_json()["from"] == ["anna", "ben"]
    assert "Far too cheap" in both[0].why


def test_a_finding_that_people_feel_too_weighs_more() -> None:
    plain = AGENT.signal(findings=[finding()])[0].weight
    felt = AGENT.signal(findings=[finding()], comments=[("anna", "the HEIGHT looks odd")])
    assert next(i for i in felt if EVALUATOR in i.as_json()["from"]).weight > plain


def test_comments_are_placed_by_their_words_and_never_lost() -> None:
    items = AGENT.signal(comments=[("anna", "Too expensive and too tall"), ("ben", "<b>meh</b>")])
    assert {item.pointer for item in items} == {"/estimated_cost", "/dimensions", ""}
    assert any("<b>meh</b>" in item.why for item in items)


def test_praise_asks_for_nothing_and_a_bare_low_rating_asks_for_rework() -> None:
    assert AGENT.signal(opinions=[Opinion("anna", 5, tags=("well_done",), reason="Great")]) == ()
    (item,) = AGENT.signal(opinions=[Opinion("anna", 1)])
    assert item.what == "Rework the spec as a whole"


def test_a_low_criterion_is_named() -> None:
    (item,) = AGENT.signal(
        opinions=[Opinion("anna", 3, criteria={"format_validity": 2, "x": None})]
    )
    assert item.what == "Improve the format validity"


def test_the_list_is_bounded_and_stable() -> None:
    many = [finding(f"/features/{i}", points=float(i + 1)) for i in range(50)]
    first = AGENT.signal(findings=many)
    assert len(first) == MAX_ITEMS
    assert first == AGENT.signal(findings=list(reversed(many)))
    assert AGENT.signal() == ()


def test_places_read_as_words() -> None:
    assert place("/dimensions/height") == "the height of the dimensions"
    assert place("/materials/0/type") == "the type of the materials"
    assert place("") == "the spec"


def test_the_data_files_point_into_the_spec() -> None:
    known = {f"/{name}" for name in spec_schema()["properties"]} | {""}
    assert set(read("topics")) <= known
    assert {tag["pointer"] for tag in read("tags").values()} <= known


class Scribe:
    """A rewriter by script; keeps what it was told."""

    def __init__(self, answer: Draft | None) -> None:
        self.answer = answer
        self.told: list[Sequence[str]] = []

    def __call__(
        self, draft: Draft, *, prompt: str, stated: Draft, criticism: Sequence[str]
    ) -> Draft | None:
        self.told.append(criticism)
        return self.answer


def test_a_model_is_told_the_gravest_items_in_order_with_their_reasons():
    better = Draft(DesignSpec("building", "house", "Better"), {})
    scribe = Scribe(better)
    agent = FeedbackAgent(scribe)
    items = agent.signal(findings=[finding(pointer=f"/features/{n}") for n in range(MAX_ITEMS)])
    assert agent.propose(DRAFT, prompt="A house", stated=DRAFT, items=items) is better
    (told,) = scribe.told
    assert len(told) == CRITICISM
    assert told[0].startswith(f"{items[0].pointer}: {items[0].why} ")
    assert told[0].endswith(".")


def test_without_a_model_or_without_feedback_nothing_is_proposed():
    items = AGENT.signal(findings=[finding()])
    assert AGENT.rewrites is False
    assert AGENT.propose(DRAFT, prompt="A house", stated=DRAFT, items=items) is None
    scribe = Scribe(DRAFT)
    assert FeedbackAgent(scribe).propose(DRAFT, prompt="A house", stated=DRAFT, items=()) is None
    assert scribe.told == []
