"""Facts that the words around them change: storeys, kinds, places of materials."""

import pytest

from tests.specs.extraction.readings import spec


@pytest.mark.parametrize(
    ("prompt", "stories"),
    [
        ("Block: shops on the ground floor, 12 flats on the three levels above", 4),
        ("Multi-storey car park, 6 decks, 300 bays", 6),
        ("Dental practice, ground floor only, 90 m2", 1),
        ("Car showroom | Ground floor: display | First floor: offices", 2),
        ("Warehouse with 4 level access doors", None),
        ("Office, seven floors of which two are underground", 5),
        ("Office, seven floors including a roof terrace, basement", 7),
        ("Flats, G+9? The planners want G+6", 7),
        ("Court house, three (3) storeys", 3),
        ("3 storied market hall", 3),
    ],
)
def test_storeys_that_a_word_beside_them_changes(prompt: str, stories: int | None) -> None:
    assert spec(prompt)["stories"] == stories


@pytest.mark.parametrize(
    ("prompt", "category"),
    [
        ("Type: small hotel\nRooms: 12", "hotel"),
        ("Twenty storeys of offices with a curtain wall", "office"),
        ("A youth hostel in the mill? No: new build, 1,400 m2, shared kitchen", "hotel"),
        ("Classroom pavilion, 12 m by 9 m", "school"),
        ("A cotton godown, 900 m2, brick", "warehouse"),
        ("Maternity home with 3 exam rooms", "hospital"),
        ("Cohousing with 11 flats", "apartment"),
        ("The county invites bids for a field hospital: large hall 200 m2", "hospital"),
        (
            "We think of a long hall with a stage. It is a village hall in all but name.",
            "community_center",
        ),
        ("Bocce pavilion (office building, really), 300 m2", "office"),
        ("A town hall? Let us call it a small library: 2 floors", "library"),
        ("On the upper field (2 ha, wet) we want a mosque with a brick dome", "worship"),
        ("We hope to put up a small bakery plant with a long hall", "factory"),
    ],
)
def test_a_kind_is_what_the_prompt_ends_up_asking_for(prompt: str, category: str) -> None:
    assert spec(prompt)["category"] == category


@pytest.mark.parametrize(
    ("prompt", "use"),
    [
        ("Office, brick outside", "facade"),
        ("House, larch shingles on the roof", "roof"),
        ("Touring airplane, wings aluminum", "wings"),
        ("Warehouse, panelled walls (steel)", "walls"),
    ],
)
def test_where_a_material_goes(prompt: str, use: str) -> None:
    assert [m["use"] for m in spec(prompt)["materials"]] == [use]


@pytest.mark.parametrize(
    ("prompt", "amount"),
    [
        ("A bungalow. The neighbours built theirs for 210k, ours may cost £265k", 265000),
        ("A motorbike, 90 hp. My last one was cheaper, 19k EUR is fine", 19000),
        ("Baby monitor, 1.080p, night vision, $140", 140),
        ("A mug, steel, 99p", 0.99),
    ],
)
def test_what_may_be_spent(prompt: str, amount: float) -> None:
    assert spec(prompt)["estimated_cost"]["amount"] == amount


def test_what_is_ruled_out_behind_a_correction_takes_no_figure_back() -> None:
    found = spec("Skate hall, toilets x2, skylights, wee café... actually no café. 400k pounds")
    assert [(s["type"], s["count"]) for s in found["spaces"]] == [("restroom", 2)]
    assert found["exclusions"] == ["cafe"]
    assert found["features"] == ["skylight"]


@pytest.mark.parametrize(
    ("prompt", "timeline"),
    [
        ("A town hall, 3 storeys. Opening: 30 months after go-ahead", "P30M"),
        ("A fridge, 700 l. 3 890 EUR, ten days.", "P10D"),
        ("A drone, wind to 12 m/s, ten days", None),
    ],
)
def test_by_when(prompt: str, timeline: str | None) -> None:
    assert spec(prompt)["timeline"] == timeline


def test_a_room_where_a_thing_stands_is_no_side_of_it() -> None:
    found = spec("A cot, 124 cm long, 66 wide. The nursery is 3.2 by 2.7 m.")
    assert found["dimensions"]["depth"] is None


def test_an_age_seats_nobody() -> None:
    assert spec("My aunt (84) needs a mobility scooter, 12 km/h")["performance"] == [
        {"metric": "top_speed", "value": 12, "unit": "km/h"}
    ]


def test_what_stands_on_the_thing_is_not_asked_for() -> None:
    found = spec("Sideboard, walnut, 160 x 42 cm. The telly that stands on it is 65 inch.")
    assert found["category"] == "cabinet"


@pytest.mark.parametrize(
    ("prompt", "timeline"),
    [
        ("Trail camera, 30 MP, 8 months on AAs, SD slot", None),
        ("Trail camera, 30 MP, SD slot, 8 months", "P8M"),
    ],
)
def test_what_a_battery_lasts_is_no_timeline(prompt: str, timeline: str | None) -> None:
    assert spec(prompt)["timeline"] == timeline


def test_a_sprint_takes_no_unit_from_the_range_before_it() -> None:
    found = spec("Car, electric range 85 km, 0-100 in 8.9 s, tow hitch")
    assert {m["metric"]: m["value"] for m in found["performance"]} == {
        "range": 85,
        "acceleration_0_100": 8.9,
    }
