"""What a thing is where no noun names it: the words, parts, rooms and figures around tell."""

import pytest

from specs.errors import NotADesign
from specs.extraction import read
from specs.extraction.kind.clues import clues
from specs.extraction.kind.learnt import leanings, likely_category
from specs.extraction.weights import scores
from specs.language.document import analyse
from specs.scoring.learning import learn


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("slimline, 45 cm, 12 place settings, 41 dB, cutlery tray, built in, £480", "dishwasher"),
        ("Two shepherds and a dog need something: 2 seats, 60 km/h, tow bar, 40 hp", "vehicle"),
        ("5,000 mAh, 6.5 inch OLED, 256 GB, dual SIM, 50 MP, 190 g", "smartphone"),
        ("Three drawers, solid oak, 60 x 45 x 110 cm, soft close, brass knobs", "furniture"),
        ("eight classrooms for 200 pupils, hall, kitchen, playground, 1,900 m2, brick", "school"),
        (
            "Our farm's vets drive too far. Electric, two seats, flatbed for 300 kg, 60 km",
            "vehicle",
        ),
    ],
)
def test_the_description_tells_what_it_is(prompt: str, kind: str) -> None:
    found = read(prompt).spec
    assert kind in (found.category, found.design_type)


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        # What is asked for in so many words is not outvoted.
        ("We need a dining table for our bus: oak, seats 6, under 40 kg", "furniture/table"),
        ("A cricket bat, 85 cm, English willow", "general/general"),
        ("some kind of building, use still undecided, 400 m2, two floors", "building/general"),
    ],
)
def test_a_clear_noun_and_an_open_question_stand(prompt: str, kind: str) -> None:
    found = read(prompt).spec
    assert f"{found.design_type}/{found.category}" == kind


@pytest.mark.parametrize(
    "prompt",
    [
        "Where the town keeps its grit: 3,000 t, steel frame, 24 m across, timber walls",
        "For my aunt, who is 79: walnut case 20 x 10 x 12 cm, FM + DAB, two alarms, 65 euros",
        "Good evening. Our choir is growing and the benches are worn out. 24 chairs, beech,"
        " stackable, upholstered in green wool, 4.5 kg each. Thank you for an offer.",
        "Wakes us at seven with the news, FM + DAB, two alarms, walnut case 18 x 9 x 10 cm, USB",
        "The old table has had its day. Solid ash, 200 x 95 cm, seats eight, two drawers, 1,500 €",
    ],
)
def test_a_well_described_thing_is_not_refused(prompt: str) -> None:
    assert read(prompt).spec


@pytest.mark.parametrize(
    "prompt",
    [
        "The chairs you delivered on the 4th are the wrong blue, 5 cm too low and one leg is"
        " missing. I have called three times. I want my 840 euros back by Monday.",
        "Just wanted to say the wardrobe arrived and it's gorgeous. The oak, the brass handles,"
        " even the felt under the feet. My wife cried. Thank you both so much!",
        "Minutes, village council, 9 May. Present: 6. The clerk reported that the school roof"
        " (slate, 240 m²) leaks again. No decision; item carried over to June.",
    ],
)
def test_a_text_that_sounds_like_another_is_refused(prompt: str) -> None:
    with pytest.raises(NotADesign):
        read(prompt)


def test_names_of_kinds_are_no_clues() -> None:
    found = clues(analyse("A warehouse for tablets, 400 m2"))
    assert found.isdisjoint({"warehouse", "tablet"})
    assert {"q:area", "q:area:5"} <= found


def test_few_clues_say_little() -> None:
    assert max(leanings({"drawer"}).values()) < max(leanings({"drawer"} | LEGS).values())
    assert all(value == pytest.approx(-1.61, abs=0.6) for value in leanings(set()).values())


def test_a_category_comes_with_its_likelihood() -> None:
    category, chance = likely_category("appliance", {"rinse", "cutlery", "place", "setting"})
    assert category == "dishwasher"
    assert 0.3 < chance <= 1.0


LEGS = frozenset({"leg", "oak", "veneer", "q:mass:2"})


def test_learning_finds_the_clues_that_tell() -> None:
    wheels, legs = frozenset({"wheel", "steel"}), frozenset({"leg", "steel"})
    weights = learn([(wheels, "vehicle"), (legs, "furniture")] * 4, ridge=0.1, least=2)
    assert weights.best(frozenset({"wheel"})) == "vehicle"
    assert weights.best(frozenset({"leg", "unknown"})) == "furniture"
    assert "steel" not in weights.as_json()["clues"]


def test_weights_add_up_to_the_same_in_any_order() -> None:
    said = sorted(clues(analyse("An oak seat for the wall of a room, two glass drawers, a motor")))
    turned = [said[at:] + said[:at] for at in range(len(said))]
    for table in ("types", "building", "furniture"):
        assert all(scores(table, order) == scores(table, said) for order in turned)
