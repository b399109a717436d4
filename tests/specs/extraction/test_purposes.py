"""Things without a name: what they are for says what they are."""

import pytest

from specs.errors import NotADesign
from specs.extraction import read


@pytest.mark.parametrize(
    ("prompt", "design_type", "category"),
    [
        ("A place where my parents can retire, two bedrooms", "building", "house"),
        ("We need somewhere to pray for 300 people, with a minaret", "building", "worship"),
        ("Somewhere to park 300 cars on four levels, concrete", "building", "garage"),
        ("A building for four fire engines, 400 m2", "building", "fire_station"),
        ("Something to ferry 40 people to the campus, electric", "vehicle", "bus"),
        ("To carry 16 pensioners to the shops, step-free, 7 m long", "vehicle", "bus"),
        ("Something to haul 20 tonnes of gravel, 6x4", "vehicle", "truck"),
        ("Something to tow behind the car for two horses, 2.6 t", "vehicle", "trailer"),
        ("Something to keep 200 litres of food cold, frost free", "appliance", "refrigerator"),
        ("A machine that washes plates for 14, 42 dB", "appliance", "dishwasher"),
        ("I'm after something to warm a 20 m2 office, 1.5 kW", "appliance", "heater"),
        ("A gadget that tells me when the post has come, 2 year battery", "electronics", "sensor"),
        ("Something to eat at for eight, extendable, oak", "furniture", "table"),
        ("Something to put 400 books on, oak, 2 m tall", "furniture", "bookshelf"),
        ("Somewhere to hang my suits, 2 m tall, mirror", "furniture", "wardrobe"),
        ("Premises where we can assemble 200 bikes a week, 1200 m2", "building", "factory"),
        ("A place to display old trams, 2,000 m2", "building", "museum"),
        # What names the thing says more than what it is for.
        ("A desk, something to eat at too, 160 x 80 cm", "furniture", "desk"),
        ("Something to sit on at dinner: an oak bench, 1.6 m", "furniture", "bench"),
        ("To sit in the garden we want a bench, 1.6 m", "furniture", "bench"),
        ("Oak table, 2 m, something to remember", "furniture", "table"),
    ],
)
def test_what_it_is_for(prompt: str, design_type: str, category: str) -> None:
    spec = read(prompt).spec
    assert (spec.design_type, spec.category) == (design_type, category)


@pytest.mark.parametrize("prompt", ["Somewhere to eat in Rome?", "Something to watch tonight"])
def test_a_wish_that_measures_nothing_is_no_design(prompt: str) -> None:
    with pytest.raises(NotADesign):
        read(prompt)
