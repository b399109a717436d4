from typing import Any

from config.dashboard.presenters.rows import spec_rows
from config.dashboard.presenters.scores import scoreboard
from tests.dashboard import annotated


def finding(**changes: Any) -> dict[str, Any]:
    return {
        "rule": "X1",
        "criterion": "format_validity",
        "severity": "warning",
        "pointer": "/dimensions/height",
        "points": 2.5,
        "message": "Tall.",
        "source": "A book",
        **changes,
    }


def evaluation(**changes: Any) -> dict[str, Any]:
    return {
        "score": 81.26,
        "grade": "B",
        "criteria": {
            "completeness": {"score": 75.0, "weight": 0.4},
            "fidelity": {"score": None, "weight": 0},
        },
        "findings": [],
        "suggestions": [],
        "rubric_version": "building-1",
        **changes,
    }


def test_a_criterion_that_does_not_apply_has_no_score() -> None:
    board = scoreboard(evaluation())
    assert (board.score, board.grade, board.counts) == ("81.26", "B", "no findings")
    assert [(c.name, c.score, c.share) for c in board.criteria] == [
        ("Completeness", "75", "40\u00a0%"),
        ("Fidelity", "", "none"),
    ]


def test_findings_say_what_they_cost_and_link_to_what_is_shown() -> None:
    rows = spec_rows(annotated.SPEC.as_json(), {}, [], {})
    found = [
        finding(),
        finding(severity="error", pointer="/features", points=0),
        finding(severity="advice", pointer="/timeline", expected="a time", actual=None),
    ]
    board = scoreboard(evaluation(findings=found), rows)
    assert board.counts == "1 error, 1 warning, 1 advice"
    assert [(f.place, f.target, f.points) for f in board.findings] == [
        ("height", "value-dimensions-height", "−2.50"),
        ("features", "value-features-0", "±0"),
        ("timeline", "", "−2.50"),
    ]
    assert (board.findings[2].expected, board.findings[2].actual) == ("a time", "")


def test_suggestions_show_their_gain() -> None:
    suggestion = {"action": "set", "pointer": "/stories", "message": "Say it.", "gain": 3.04}
    board = scoreboard(evaluation(suggestions=[suggestion]))
    assert [(s.message, s.gain) for s in board.suggestions] == [("Say it.", "+3.04")]
