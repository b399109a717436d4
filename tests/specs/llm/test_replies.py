"""From what a model writes to a document: fences, prose, units, names, hostile text."""

import json

import pytest

from specs.generation.llm.failures import CallFailed
from specs.generation.llm.names import slug
from specs.generation.llm.parse import parse_object
from specs.generation.llm.repair import repaired, unwrapped
from specs.generation.llm.request_schema import fixes_schema, request_schema
from specs.schema import is_valid
from tests.specs.llm.canned import GOOD, GOOD_TEXT


@pytest.mark.parametrize(
    "text",
    [
        GOOD_TEXT,
        f"\ufeff {GOOD_TEXT}",
        f"Sure!\n```json\n{GOOD_TEXT}\n```\nEnjoy.",
        f"```\n{GOOD_TEXT}\n```",
        f"I use {{curly}} words.\n{GOOD_TEXT} That is all.",
        f'<think>{{"design_type": "vehicle"}}</think>{GOOD_TEXT}',
        GOOD_TEXT[:-1],
    ],
)
def test_the_document_is_found_in_what_stands_around_it(text):
    assert parse_object(text, complete=True) == GOOD


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json at all",
        "[1, 2]",
        "{}",
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"a":' * 40 + "1" + "}" * 40,
        json.dumps({"a": list(range(5000))}),
        "{" * 5000,
    ],
)
def test_what_is_no_document_is_said_to_be_none(text):
    with pytest.raises(CallFailed):
        parse_object(text, complete=True)


def test_a_reply_that_was_cut_off_is_never_mended():
    with pytest.raises(CallFailed):
        parse_object(GOOD_TEXT[:-1], complete=False)


def fixed(names, **changes):
    result = repaired({**GOOD, **changes}, names, "building")
    assert is_valid({**result.document, "category": "office"})
    return result


@pytest.mark.parametrize(
    ("said", "height"),
    [
        (3, 3.0),
        ("3.5 m", 3.5),
        ("350 cm", 3.5),
        ("10 ft", 3.048),
        ("1,200 mm", 1.2),
        ("3,5 m", 3.5),
        ({"value": 35, "unit": "cm"}, 0.35),
        (0, None),
        (-1, None),
        (float("nan"), None),
        (float("inf"), None),
        (1e300, None),
        (True, None),
        ("tall", None),
        ("3 bananas", None),
        ([3], None),
        ("9" * 5000, None),
    ],
)
def test_lengths_in_any_unit(names, said, height):
    assert fixed(names, dimensions={"height": said}).document["dimensions"]["height"] == height


COST = {"amount": "6.2", "currency": "$"}
ROOMS = {"type": "Living Rooms", "count": "2"}
POWER = {"metric": "power", "value": 100, "unit": "hp"}


@pytest.mark.parametrize(
    ("change", "key", "value"),
    [
        ({"stories": "3"}, "stories", 3),
        ({"stories": 3.5}, "stories", None),
        ({"stories": 999}, "stories", None),
        ({"timeline": "18 months"}, "timeline", "P18M"),
        ({"timeline": "P"}, "timeline", None),
        ({"estimated_cost": COST}, "estimated_cost", {"amount": 6.2, "currency": "USD"}),
        ({"estimated_cost": {"amount": 5, "currency": None}}, "estimated_cost", None),
        ({"materials": ["Timber"]}, "materials", [{"type": "wood", "grade": None, "use": None}]),
        ({"materials": "steel"}, "materials", [{"type": "steel", "grade": None, "use": None}]),
        ({"spaces": [ROOMS]}, "spaces", [{"type": "living_room", "count": 2, "area": None}]),
        ({"spaces": [{"type": "lab", "count": 0}]}, "spaces", []),
        ({"performance": [POWER]}, "performance", [{**POWER, "value": 74.56998716, "unit": "kW"}]),
        ({"performance": [{"metric": "power", "value": "3", "unit": "parsec"}]}, "performance", []),
        ({"features": ["Lifts", "lift", "elevator"]}, "features", ["elevator"]),
        ({"features": {"a": 1}}, "features", []),
        ({"requirements": ["a\x00b\u2028c\ud800d", "  ", 5]}, "requirements", ["a b c d"]),
        ({"title": "x" * 500}, "title", "x" * 120),
    ],
)  # fmt: skip
def test_values_are_put_right_or_left_out(names, change, key, value):
    assert fixed(names, **change).document[key] == value


def test_each_thing_left_out_is_listed_where_the_model_wrote_it(names):
    said = {"type": "building", "budget": {"amount": "much"}, "materials": [{"type": "!"}, 5]}
    problems = {wrong.pointer for wrong in repaired(said, names, "building").problems}
    assert problems == {"/budget/amount", "/materials/0/type", "/materials/1"}


@pytest.mark.parametrize("wrapper", ["spec", "design_spec", "result"])
def test_a_wrapped_document_is_unwrapped(wrapper):
    assert unwrapped({wrapper: GOOD}) == GOOD
    assert unwrapped({"other": GOOD}) == {"other": GOOD}


def test_a_document_about_nothing_is_not_usable(names):
    assert not repaired({"foo": 1, "type": ["a"]}, names, "building").usable
    assert repaired({"foo": 1}, names, "building").problems
    assert repaired({"title": "A shed"}, names, "building").usable


def test_names_are_slugs():
    assert slug("=cmd|' /C calc'!A0") == "cmd_c_calc_a0"
    assert slug("<b>") == "b"
    assert slug("\u4e2d\u6587") == ""


def test_the_schema_that_is_sent_is_the_common_subset():
    def objects(node):
        if isinstance(node, dict):
            if node.get("type") == "object":
                yield node
            for value in node.values():
                yield from objects(value)
        elif isinstance(node, list):
            for value in node:
                yield from objects(value)

    for schema in (request_schema(), fixes_schema()):
        for node in objects(schema):
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])
        text = json.dumps(schema)
        for word in ("minimum", "exclusiveMinimum", "pattern", "minLength", "uniqueItems", "$id"):
            assert f'"{word}"' not in text
    assert set(request_schema()["properties"]) == set(GOOD)
