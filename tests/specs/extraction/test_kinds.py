"""Kinds by compound names, by two nouns together, and by what surrounds them."""

import pytest

from specs.extraction import read


def kind(prompt: str) -> tuple[str, str]:
    spec = read(prompt).spec
    return spec.design_type, spec.category


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("llama shed", ("building", "barn")),
        ("farrowing shed", ("building", "barn")),
        ("osteopath's practice", ("building", "hospital")),
        ("burns unit", ("building", "hospital")),
        ("robotics academy", ("building", "school")),
        ("tractor repair shop", ("building", "factory")),
        ("noodle factory", ("building", "factory")),
        ("fishermen's club", ("building", "community_center")),
        ("hail sensor", ("electronics", "sensor")),
        ("calving alarm", ("electronics", "sensor")),
        ("violin rack", ("furniture", "shelf")),
        ("cinema seat", ("furniture", "chair")),
        ("kombucha dispenser", ("appliance", "kombucha_dispenser")),
        ("mobile barber's", ("vehicle", "van")),
        ("winery", ("building", "factory")),
        ("hospice", ("building", "hospital")),
        ("low-floor tram", ("vehicle", "tram")),
        ("pool lounger", ("furniture", "lounger")),
        ("police hut", ("building", "police_station")),
        ("recital hall", ("building", "concert_hall")),
        ("snack kiosk", ("building", "restaurant")),
        ("football stand", ("building", "stadium")),
        ("bicycle parking garage", ("building", "garage")),
        ("carpenter's bench", ("furniture", "table")),
        ("poultry incubator", ("appliance", "incubator")),
        ("gas plancha", ("appliance", "gas_plancha")),
        ("wifi doorbell", ("electronics", "video_doorbell")),
    ],
)
def test_a_name_put_together(name: str, expected: tuple[str, str]) -> None:
    assert kind(f"{name}, made in 6 weeks, steel, 3,000 euros") == expected
    assert kind(f"We would like a {name} in steel by June") == expected


@pytest.mark.parametrize(
    ("prompt", "category"),
    [
        ("Room list for a hostel in Porto, 8 dorms, three floors", "hotel"),
        ("Ground floor shops, 6 shop units and nine flats above, brick", "mixed_use"),
        ("A shelter for 30 goats, bamboo posts, 150 m2", "barn"),
        ("Hmm, a stable for three ponies: walls in spruce", "barn"),
        ("Annexe to the village school, 180 m2, timber frame", "school"),
        ("An extension for our hotel: 12 rooms, two storeys", "hotel"),
        ("Library wing, 400 m2, brick", "library"),
        ("Annexe for my parents, 60 m2, larch", "house"),
        ("A bakery with two flats over it, brick, three storeys", "mixed_use"),
        ("Three apartments above a café, 320 m2", "mixed_use"),
        ("A café with a terrace above the river, 120 m2", "restaurant"),
        ("Demolish existing chapel (220 m2). Replace with a 3 storey hostel, brick", "hotel"),
        ("We look for a builder for a kindergarten, 500 m2, on the roof are plants", "school"),
        ("The Owner shall erect for the Tenant a bakery with one laboratory, 300 m2", "retail"),
        ("What we need is a workshop, 240 m2; the reading room stays", "factory"),
    ],
)
def test_the_building_that_two_nouns_name(prompt: str, category: str) -> None:
    assert kind(prompt) == ("building", category)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("My aunt's armchair died. New one: 80 wide, reclines flat, wool", ("furniture", "chair")),
        ("We specify: tipping trailer; load bed 3.5 x 1.8 m, steel", ("vehicle", "trailer")),
        ("Mobile dental clinic in a 10 m trailer, awning", ("vehicle", "trailer")),
        ("Mobile library in a coach, shelves for 900 books", ("vehicle", "bus")),
        ("Ambulance on a van chassis, 5.9 m", ("vehicle", "ambulance")),
        ("Blanket chest / bench, larch, 1.8 m wide", ("furniture", "bench")),
        ("A cross between a stool and a ladder, ash, 60 cm high", ("furniture", "stool")),
        ("Telly for the caravan, 24 inch, wifi", ("electronics", "television")),
        (
            "Cat, dog, gravel drive: we need a vacuum of 2.4 kg with HEPA",
            ("appliance", "vacuum_cleaner"),
        ),
        ("I'd love a fish finder: 4\" screen, GPS, floats", ("electronics", "fish_finder")),
        (
            "Searching a sideboard in oak, 1.6 m wide. Mirror I have already.",
            ("furniture", "cabinet"),
        ),
    ],
)
def test_the_thing_that_is_asked_for(prompt: str, expected: tuple[str, str]) -> None:
    assert kind(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("type=pizza restaurant; floors=2; bar=yes; garage=no", ("building", "restaurant")),
        ("vehicle=pickup; seats=5; camera=yes; 220 hp", ("vehicle", "pickup")),
        ("appliance = dishwasher, width = 45 cm, oven = no", ("appliance", "dishwasher")),
        ("Armchair? No, a bench in oak, 140 cm wide", ("furniture", "bench")),
        ("A van? Rather not - a cargo bike with 250 W", ("vehicle", "bicycle")),
        ("A sauna? No. Our house has 4 bedrooms, 140 m2", ("building", "house")),
        ("Hay barn for the mill... forget it. Only the bakery: 2 floors", ("building", "retail")),
        ("We teach in a bright hall, so the projector has to give 5,000 lm. Remote control, wifi.",
         ("electronics", "projector")),
        ("Scope of the hospice: chapel, kitchen, 16 patient rooms", ("building", "hospital")),
        ("The old hall burnt down. What the traders ask for is a market hall of 900 m2",
         ("building", "retail")),
        ("Sailing club house, 20 m x 9 m, larch", ("building", "community_center")),
        ("We need an electrician's van, 3.2 t, 4,900 euros", ("vehicle", "van")),
        ("Home for 24 people with dementia, 1,400 m2", ("building", "care_home")),
        ("Depot for 30 trams, 5,000 m2", ("building", "transport")),
        ("Depot for parcels, 5,000 m2", ("building", "warehouse")),
        ("Hall for table tennis, 24 x 14 m", ("building", "sports_hall")),
        ("Building for a ballet school, 3 studios, 700 m2", ("building", "school")),
        ("Concept for converting a grain silo into a holiday let, 3 floors", ("building", "house")),
        ("An old fire engine to be rebuilt as a camper, 7 m, 4 berths", ("vehicle", "van")),
        ("Turn a shipping container into a coffee bar, 12 m long", ("building", "restaurant")),
        ("Upgrade of a lecture theatre: 200 seats, oak panels", ("building", "school")),
        ("Rack for six bikes, steel, 2 m wide", ("furniture", "shelf")),
        ("Our café sits in an old bank, so we want a counter, 2.4 m long, zinc top",
         ("furniture", "counter")),
        ("The hotel has 40 rooms. It needs a washing machine with a 16 kg drum",
         ("appliance", "washing_machine")),
        ("The house has 4 bedrooms, 2 baths. It needs a garage", ("building", "house")),
        ("My van is full of tools; build me shelving, birch ply", ("furniture", "shelf")),
        ("My mother's wheelchair must fit in: a van, 5 seats", ("vehicle", "van")),
        ("The sofa must fit in a lift: 200 cm long, linen", ("furniture", "sofa")),
        ("The nursery's tea is always cold. A kettle, 3 l, 2.2 kW", ("appliance", "kettle")),
        ("Our kiosk stands on the pier, 12 m2, steel, two hatches", ("building", "retail")),
        ("A place built where my mum can live, 45 m2, one bedroom", ("building", "house")),
        ("The co-op needs premises for packing eggs, 600 m2", ("building", "factory")),
        ("Something to move pallets between two barns, 2 t lift", ("vehicle", "forklift")),
        ("A place to hang eight coats, beech, 1.2 m wide", ("furniture", "coat_rack")),
        ("Smart display for recipes, 8 inch", ("electronics", "smart_display")),
        ("Purpose-built student digs, 140 rooms, 6 storeys", ("building", "apartment")),
        ("CCTV kit with 4 cameras and a recorder, 2 TB", ("electronics", "camera")),
        ("Telly stand for a 65 inch set, walnut, 180 cm", ("furniture", "cabinet")),
    ],
)  # fmt: skip
def test_a_noun_and_what_stands_beside_it(prompt: str, expected: tuple[str, str]) -> None:
    assert kind(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Schedule of areas, village school: 6 classrooms; stores 3 no.", ("building", "school")),
        ("Memo, 3 May - a boathouse for the club, 12 m long", ("building", "boathouse")),
        ("Charging station?? Sorry, wrong mail. The conference microphone: 1.1 kg",
         ("electronics", "microphone")),
        ("Tourists want a motor sledge, 8 persons, 4.4 m long", ("vehicle", "sledge")),
    ],
)  # fmt: skip
def test_titles_and_wrong_mails(prompt: str, expected: tuple[str, str]) -> None:
    spec = read(prompt).spec
    assert (spec.design_type, spec.category) == expected
