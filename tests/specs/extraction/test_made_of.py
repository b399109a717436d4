"""What a thing is made of and has, said in one breath with its name."""

import pytest

from specs.extraction import read
from specs.knowledge import listed, table
from specs.language.lexicon import KIND, MATERIAL, lexicon

# A cabinet for linen, a rack for logs: no material of theirs.
HOLDS = {"linen", "vinyl", "paper", "log", "fabric"}


def names_with_a_material() -> list[tuple[str, str]]:
    """Names of furniture that begin with a material and go on as the name of the same kind."""
    found = []
    for category, forms in table("kinds")["furniture"].items():
        for form in listed(forms):
            first, _, rest = form.partition(" ")
            lemmas = form.split()
            material = any(
                last == 1 and any(entry.table == MATERIAL for entry in entries)
                for last, entries in lexicon().all_at(lemmas, 0, 1)
            )
            kind = any(
                last == len(lemmas) and any(e.table == KIND and e.name == category for e in entries)
                for last, entries in (lexicon().all_at(lemmas, 1, len(lemmas)) if rest else ())
            )
            if material and kind and first not in HOLDS:
                found.append((category, form))
    return found


def test_no_name_of_furniture_hides_its_material() -> None:
    assert names_with_a_material() == []


@pytest.mark.parametrize(
    ("prompt", "material"),
    [
        ("Leather sofa, 2 m long", "leather"),
        ("A timber house, 120 m2", "wood"),
        ("Stone cottage, 90 m2", "stone"),
        ("Bamboo bicycle, 12 kg", "bamboo"),
        ("Glass kettle, 1.7 l", "glass"),
        ("Aluminium dinghy, 3 m", "aluminum"),
        ("Cast iron radiator, 60 cm wide", "cast_iron"),
    ],
)
def test_the_first_word_of_a_name_says_what_it_is_made_of(prompt: str, material: str) -> None:
    assert [each.type for each in read(prompt).spec.materials] == [material]


@pytest.mark.parametrize(
    ("prompt", "feature"),
    [
        ("Frost free fridge freezer, 300 l", "frost_free"),
        ("Waterproof speaker, 5 W", "waterproof"),
        ("Self-driving taxi, 4 seats", "autopilot"),
        ("Self cleaning oven, 60 cm wide", "self_cleaning"),
        ("Four wheel drive tractor, 90 kW", "all_wheel_drive"),
    ],
)
def test_the_first_word_of_a_name_says_what_it_has(prompt: str, feature: str) -> None:
    assert feature in read(prompt).spec.features


@pytest.mark.parametrize(
    ("prompt", "feature"),
    [
        ("Dishwasher, 60 racks/hour, stainless steel", "racks"),
        ("Dishwasher, 60 racks per hour, stainless steel", "racks"),
        ("Tablet, drop tested to 1.5 m, 8 GB RAM", "drop"),
        ("Tablet, -20 to 55 degrees operating, 8 GB RAM", "operating"),
        ("Fire station, 1,850 m2, handover in May 2027", "handover"),
    ],
)
def test_rates_claims_and_dates_are_no_parts(prompt: str, feature: str) -> None:
    assert feature not in read(prompt).spec.features


def test_a_hyphened_name_stays_whole() -> None:
    features = read("Bus shelter, bench, real-time display, bike rack").spec.features
    assert "real_time_display" in features
