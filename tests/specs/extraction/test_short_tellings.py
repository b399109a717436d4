"""Short texts that tell, announce or congratulate, and those that look so and do ask."""

import pytest

from specs.errors import NotADesign
from specs.extraction import read


@pytest.mark.parametrize(
    "prompt",
    [
        "Yesterday we visited a lovely museum with a glass roof and a 300-seat auditorium.",
        "I sold my 2015 Golf, 98,000 km, 105 hp, for 7,500 euros.",
        "I just finished painting the shed. Took me three days!",
        "It rained all week and the garage flooded.",
        "The boat leaves at 9:30 from pier 3, tickets are 12 euros.",
        "Room 204 is booked from 2 to 4 pm, use the library instead.",
        "Congrats on the new house! Four bedrooms, wow.",
        "Reminder: the fire drill in the office building is at 10:00, leave by the east stairs.",
        "Sold: two-bed flat, 74 sqm, balcony, garage. Keys on Friday!",
        "Happy to report that the roof no longer leaks.",
    ],
)
def test_what_only_tells_is_no_design(prompt: str) -> None:
    with pytest.raises(NotADesign):
        read(prompt)


@pytest.mark.parametrize(
    ("prompt", "design_type"),
    [
        ("We lost our barn in the storm. New one: 20 x 12 m, steel frame, tin roof.", "building"),
        ("Yesterday my kettle died. Another one then: 1.5 l, steel, keep warm.", "appliance"),
        ("I sold the old car, so now a small electric one, 4 seats, 250 km range.", "vehicle"),
        ("Reminder of what we agreed: clinic of 600 m2, 8 exam rooms, one storey.", "building"),
        ("Congrats, you won the bid! The house: 150 m2, brick, 4 bedrooms.", "building"),
        ("A shop open from 9:00 to 18:00, 85 m2, oak floor, glass front, stock room.", "building"),
        ("A desk for my daughter to do homework, 110 cm wide, two drawers.", "furniture"),
    ],
)
def test_what_tells_and_asks_is_one(prompt: str, design_type: str) -> None:
    assert read(prompt).spec.design_type == design_type


@pytest.mark.parametrize(
    "prompt",
    [
        "Coffee machine with timer, starts at 7:00",
        "Bedside alarm clock, rings at 6:30",
        "Gym open from 6 am to 10 pm",
        "The sauna heats from 6 am. For six people, larch, 12 m2",
    ],
)
def test_a_thing_may_have_an_hour(prompt: str) -> None:
    assert read(prompt).spec.design_type
