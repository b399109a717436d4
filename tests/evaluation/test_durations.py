"""A bound on the time counts in the unit that the prompt names, whatever unit the spec uses."""

import pytest

from evaluation.scoring import score
from evaluation.wiring import read_prompt


@pytest.mark.parametrize(
    ("words", "actual", "faithful"),
    [
        ("within 3 months", "P3M", True),
        ("within 3 months", "P92D", True),
        ("within 3 months", "P95D", False),
        ("within 6 weeks", "P43D", False),
        ("within 3 months", "P60D", True),
        ("within 3 months", "P8W", True),
        ("within 3 months", "P13W", True),
        ("within 3 months", "P4M", False),
        ("within 3 months", "P100D", False),
        ("in under 1 year", "P52W", True),
        ("in under 1 year", "P14M", False),
        ("in 3 months", "P90D", True),
        ("in 3 months", "P60D", False),
    ],
)
def test_a_time_is_held_against_its_bound(words: str, actual: str, faithful: bool) -> None:
    reading = read_prompt(f"A garden shed, built {words}")
    assert reading.spec.timeline is not None
    document = {**reading.spec.as_json(), "timeline": actual}
    rules = {f.rule for f in score(document, reading).findings if f.pointer == "/timeline"}
    assert ("P2" not in rules) is faithful
