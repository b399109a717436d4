from typing import Any

from config.dashboard.presenters.rows import Row, SpecRows, spec_rows
from tests.dashboard import annotated

EMPTY = annotated.DesignSpec("general", "general", "Thing").as_json()


def laid_out() -> SpecRows:
    provenance = {p: o.as_json() for p, o in annotated.provenance(annotated.PROMPT).items()}
    assumptions = [assumption.as_json() for assumption in annotated.ASSUMPTIONS]
    return spec_rows(annotated.SPEC.as_json(), provenance, assumptions, {"/stories": "span-1"})


def row(rows: SpecRows, anchor: str) -> Row:
    return next(r for group in rows.groups for r in group.rows if r.anchor == anchor)


def test_every_piece_carries_its_own_origin() -> None:
    frame = row(laid_out(), "value-materials-0")
    assert [(p.text, p.source) for p in frame.pieces] == [
        ("steel", "prompt"),
        ("S355", "default"),
        ("frame", "default"),
    ]
    assert [(e.word, e.quote or e.reason) for e in frame.evidence] == [
        ("stated", "steel"),
        ("assumed", "structural grade"),
        ("assumed", "structural use"),
    ]


def test_values_have_their_units_and_small_lengths_a_handier_one() -> None:
    rows = laid_out()
    assert row(rows, "value-dimensions-floor_area").pieces[0].text == "1,800 m²"
    assert row(rows, "value-dimensions-depth").pieces[0].aid == "750 mm"
    assert row(rows, "value-performance-0").pieces[0].text == "150"
    assert row(rows, "value-performance-1").pieces[0].text == "85 kWh/m²/year"


def test_doubt_and_bounds_are_said() -> None:
    rows = laid_out()
    width = row(rows, "value-dimensions-width").evidence[0]
    assert width.note == "may also mean 30"
    assert [e.note for e in row(rows, "value-estimated_cost").evidence] == [
        "80\u00a0% sure; may also mean CAD",
        "at most",
    ]


def test_a_quote_points_back_at_the_prompt() -> None:
    assert row(laid_out(), "value-stories").evidence[0].anchor == "span-1"


def test_what_nobody_knows_is_named() -> None:
    rows = spec_rows(EMPTY, {}, [], {})
    assert "storeys" in rows.left_open
    assert "floor area" in rows.left_open
    assert rows.sources == ()


def test_the_legend_has_the_origins_that_occur() -> None:
    assert laid_out().sources == ("prompt", "derived", "default", "llm", "policy", "person")


def test_a_range_shows_both_ends() -> None:
    document = {**EMPTY, "stories": 11}
    origin: dict[str, Any] = {"source": "prompt", "text": "10-12", "bound": "range"}
    rows = spec_rows(document, {"/stories": {**origin, "low": 10, "high": 12}}, [], {})
    assert row(rows, "value-stories").evidence[0].note == "a range, 10–12"


def test_rows_of_one_list_say_their_label_once() -> None:
    features = [
        r for g in laid_out().groups for r in g.rows if r.anchor.startswith("value-features")
    ]
    assert [r.repeats for r in features] == [False, True]


def test_a_value_of_a_session_names_it_where_it_can_be_opened() -> None:
    document = {**EMPTY, "stories": 4}
    session = "0192f0aa-0000-7000-8000-000000000001"
    for said, linked in ((session, session), ("a-session", ""), (None, "")):
        provenance = {"/stories": {"source": "policy", "session": said}}
        rows = spec_rows(document, provenance, [], {})
        assert row(rows, "value-stories").evidence[0].session == linked
