"""What stands around a text changes nothing of what is read from it, nor does another way to write
the same signs."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from specs.errors import NotADesign
from specs.extraction import read

GOLDEN = Path(__file__).parents[2] / "golden"
# Whole corpora that the rules may be tuned on, of writers who jot, list and write letters.
CORPORA = ("prompts_q.jsonl", "prompts_n.jsonl")


LISTING = ("prompts_q.jsonl", "prompts_r.jsonl", "prompts_m.jsonl", "prompts_i.jsonl")


def prompts(corpora: tuple[str, ...] = CORPORA) -> list[str]:
    lines = [line for name in corpora for line in (GOLDEN / name).read_text("utf-8").splitlines()]
    return [json.loads(line)["prompt"] for line in lines]


def facts(prompt: str) -> dict[str, Any] | None:
    try:
        found = read(prompt).spec.as_json()
    except NotADesign:
        return None
    # Prose may quote the text.
    for prose in ("title", "requirements", "constraints", "use_cases", "target_audience"):
        del found[prose]
    return found


def mostly_read(found: list[dict[str, Any] | None]) -> bool:
    """Two refusals are equal, too: were everything refused, nothing would ever differ."""
    return sum(each is not None for each in found) > LEAST_READ * len(found)


LEAST_READ = 0.85


def greeted(prompt: str) -> str:
    return f"Hi there, {prompt}"


def asked_for(prompt: str) -> str:
    return f"Please design the following: {prompt}"


def titled(prompt: str) -> str:
    return f"Title: new design\n\n{prompt}"


def headed(prompt: str) -> str:
    return f"BRIEF\n{prompt}"


def quoted(prompt: str) -> str:
    return f'"{prompt}"'


def joined_by_a_sign(prompt: str) -> str:
    return prompt.replace(" and ", " & ")


def with_signs_of_times(prompt: str) -> str:
    return re.sub(r"(?<=\d)\s?x\s?(?=\d)", " × ", prompt)


def without_thin_spaces(prompt: str) -> str:
    return re.sub(r"(\d) (?=[a-zA-Z])", "\\1\u00a0", prompt)


@pytest.mark.parametrize(
    ("change", "most"),
    [
        (greeted, 0),
        (asked_for, 0),
        (titled, 0),
        (headed, 0),
        (quoted, 0),
        (joined_by_a_sign, 0),
        (without_thin_spaces, 0),
        # "8 x 8 x 1.9 folded" of a thing that is not that large unfolded.
        (with_signs_of_times, 1),
    ],
)
def test_the_same_is_read(change: Callable[[str], str], most: int) -> None:
    compared = [
        (prompt, facts(prompt), facts(change(prompt)))
        for prompt in prompts()
        if change(prompt) != prompt
    ]
    assert mostly_read([plain for _, plain, _ in compared])
    changed = [prompt for prompt, plain, found in compared if found != plain]
    assert len(changed) <= most, changed[:3]


ITEMS = re.compile(r", (?![^(]*[)])")


def items(prompt: str) -> list[str]:
    """Of a prompt that is one list between commas; nothing of another one."""
    body = prompt.rstrip(". ")
    plain = "\n" not in body and re.search(r"[.!?;:]\s", body) is None
    found = ITEMS.split(body) if plain else []
    return found if len(found) > 3 else []


@pytest.mark.parametrize(
    ("join", "most"),
    [(" | ".join, 3), ("; ".join, 3), (" / ".join, 5), ("\n* ".join, 12), ("\n• ".join, 12)],
    ids=["bars", "semicolons", "strokes", "stars", "bullets"],
)
def test_a_list_is_read_whatever_parts_its_items(
    join: Callable[[list[str]], str], most: int
) -> None:
    lists = [found for prompt in prompts(LISTING) if (found := items(prompt))]
    assert len(lists) > 50
    plain = [facts(", ".join(found)) for found in lists]
    assert mostly_read(plain)
    changed = [found for found, one in zip(lists, plain, strict=True) if facts(join(found)) != one]
    assert len(changed) <= most, changed[:3]


@pytest.mark.parametrize("mark", [":", " -", " —"])
def test_what_follows_the_name_and_its_place_is_said_of_the_whole(mark: str) -> None:
    spec = read(f"Horse stable for 10 horses{mark} 24 m long and 11 m wide, tack room").spec
    assert (spec.dimensions.length, spec.dimensions.width) == (24, 11)
    spec = read(f"Bird table for the allotment{mark} larch, 1.5 m tall").spec
    assert [(each.type, each.use) for each in spec.materials] == [("wood", None)]


def test_a_bullet_and_a_second_answer_may_say_no() -> None:
    for text in ("\n- larch\n- foldable no\n- varnish no", ", larch, foldable no and varnish no"):
        assert read(f"Picnic table{text}").spec.exclusions == ("foldable", "varnish")


@pytest.mark.parametrize(
    "closing", ["Thanks!", "\n\nKind regards,\nUlf", "\nCheers, Marjolein", "Many thanks"]
)
def test_thanks_and_names_are_no_parts(closing: str) -> None:
    text = "Bus depot for 85 buses, wash hall, PV on the roof. DKK 164 million, 2 years."
    assert facts(f"{text} {closing}") == facts(text)


@pytest.mark.parametrize(
    ("prompt", "category"),
    [
        ("Good Oak Desk, 120 cm wide", "desk"),
        ("Hello Kitty Lamp, pink, 30 cm high", "lamp"),
        ("Morning Room Sofa, linen, 2 m long", "sofa"),
        ("Kind Desk, Oak, Warm Grey", "desk"),
    ],
)
def test_capitals_make_no_salutation(prompt: str, category: str) -> None:
    assert read(prompt).spec.category == category


def test_the_last_items_are_no_farewell() -> None:
    spec = read("Oak Sideboard, 160 cm wide, Soft Close, Many Drawers").spec
    assert "drawers" in spec.features
    assert facts("Wall Lamp, Brass, Warm White") == facts("Wall lamp, brass, warm white")


def test_a_salutation_ends_before_the_thing() -> None:
    assert read("Hello Kitty lamp, 30 cm high").spec.design_type != "general"
    spec = read("Dear Mr Kemp, mosque in Leicester, prayer hall of 520 sqm, library").spec
    assert spec.category == "worship"
    assert [(room.type, room.area) for room in spec.spaces][:1] == [("prayer_hall", 520)]


def test_offsets_are_those_of_the_original() -> None:
    prompt = '"Hi there, oak desk, 140 x 70 cm"'
    origin = read(prompt).provenance["/materials/0/grade"]
    assert prompt[origin.start : origin.end] == "oak"


@pytest.mark.parametrize(
    ("prompt", "feature"),
    [
        ("Scooter, electric, 14 kg.\nTarget: 499 euros.", "target"),
        ("Handheld, NFC, GPS.\n- Fleet of 900, $610 per unit.", "fleet"),
        ("Boat, GRP hull.\nCrew of 3, radar.", "crew"),
    ],
)
def test_the_head_of_a_line_is_no_part(prompt: str, feature: str) -> None:
    assert feature not in read(prompt).spec.features


@pytest.mark.parametrize(
    ("prompt", "weight", "features"),
    [
        ("phone, gps, 4g, 64 gb, 180 g", 0.18, {"gps", "4g"}),
        ("earbuds, anc, 5g each, bluetooth", 0.005, {"noise_cancelling", "bluetooth"}),
    ],
)
def test_networks_and_grams_in_small_letters(
    prompt: str, weight: float, features: set[str]
) -> None:
    spec = read(prompt).spec
    assert spec.dimensions.weight == weight
    assert set(spec.features) == features


@pytest.mark.parametrize(
    ("prompt", "metric", "value"),
    [
        ("Electric van - range 300 km - 400 km - 3 seats - white", "range", 350),
        ("Car with 180 km / h, uses 6 l / 100 km, 20 ct / km, 4 seats", "top_speed", 180),
        ('"Aurora" television, OLED, black, 55"', "display_size", 55),
        ("Truck with a crane payload: 12 t, length: 9 m", "payload", 12_000),
    ],
)  # fmt: skip
def test_signs_that_part_no_items(prompt: str, metric: str, value: float) -> None:
    figures = {each.metric: each.value for each in read(prompt).spec.performance}
    assert figures[metric] == value


def test_a_label_keeps_its_colon() -> None:
    spec = read("House for a family with bedrooms: 4, bathrooms: 2, one floor, 120 m2").spec
    assert [(room.type, room.count) for room in spec.spaces] == [("bedroom", 4), ("bathroom", 2)]
    assert len(read("Chair for a bar without: arms, back, wheels").spec.exclusions) == 3


def test_more_than_is_no_bullet() -> None:
    spec = read("Fridge\n> 300 l\n> 60 cm wide\nwhite").spec
    assert spec.constraints == ("> 300 l", "> 60 cm wide")
