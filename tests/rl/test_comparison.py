"""The brief table holds what its rows need and nothing that takes long."""

from rl.comparison import CLIPPED, FIXED, SHORTLIST, TUNED, ComparisonSettings, as_text, compare
from rl.environment import DesignWorld


def test_a_brief_table_has_the_main_learner_between_an_order_and_the_optimum(
    world: DesignWorld,
) -> None:
    few = DesignWorld(world.all_cases[:12], world.judge)
    settings = ComparisonSettings(seeds=2, episodes=256, beam=4, brief=True)
    found = compare(few, few, settings)
    rows = {row["name"]: row for row in found.as_json()["rows"]}
    assert {CLIPPED, FIXED, SHORTLIST} <= set(rows)
    assert TUNED not in rows
    assert not any("LinUCB" in name or "sham" in name for name in rows)
    assert rows[CLIPPED]["runs"] == 2
    assert rows["untrained policy"]["share"]["value"] == 0.0
    assert 0.0 < rows[CLIPPED]["share"]["value"] <= rows[SHORTLIST]["share"]["value"] <= 1.0
    assert rows["beam (optimum)"]["share"]["value"] == 1.0
    assert set(found.margins[CLIPPED]) == {
        "worst-criterion rules", FIXED, "greedy on the evaluator", "look-ahead over all",
    }  # fmt: skip
    text = as_text(found)
    assert text.count("\n| clipped policy gradient |") == 2 + len(found.margins[CLIPPED])
