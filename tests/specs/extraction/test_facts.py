"""Tables of examples, one per part of the spec."""

import pytest

from specs.extraction import read
from specs.schema import violations
from tests.specs.extraction.readings import sides, spec


def metrics(prompt: str) -> dict[str, float]:
    return {m["metric"]: m["value"] for m in spec(prompt)["performance"]}


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("a desk for a car showroom", "furniture/desk"),
        ("bookshelf speaker, 40 W", "electronics/speaker"),
        ("bike shed 4 x 2 m", "building/bike_shed"),
        ("Two-car battery-electric regional train, 42 m long", "vehicle/train"),
        ("Block of 24 flats, five storeys", "building/apartment"),
        ("Our studio on the 14th floor needs a boardroom table", "furniture/table"),
        ("We're a school district and need a notebook for pupils", "electronics/laptop"),
        ("Kids' tablet: 8 inch screen", "electronics/tablet"),
        ("over-ear headphones, 250 g", "electronics/headphones"),
        ("4 bed / 2.5 bath, 2,100 sqft, brick front", "building/house"),
        ("Research laboratory building, 5 floors", "building/laboratory"),
        ("Chest of five drawers in beech", "furniture/dresser"),
        ("baby monitor with a camera", "electronics/baby_monitor"),
        ("Title: Bedside e-ink reader\nScreen: 10 in", "electronics/e_reader"),
        ("Sous-vide stick, 1100 W", "appliance/sous_vide"),
        ("undersink water chiller, 210 W", "appliance/water_chiller"),
        ("compact washer-dryer, 7 kg", "appliance/washing_machine"),
        ("Locker bank, 12 compartments", "furniture/cabinet"),
        ("audio guide for a museum, 145 g", "electronics/audio_guide"),
        ("some kind of building, not decided yet", "building/general"),
        ("Pedestrian bridge, 24 m long", "general/general"),
    ],
)
def test_kind(prompt: str, kind: str) -> None:
    found = spec(prompt)
    assert f"{found['design_type']}/{found['category']}" == kind


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("office, 18 x 42 m", {"length": 42, "width": 18}),
        ("townhouse 5.5 m wide and 16 m deep", {"length": 16, "width": 5.5}),
        ("wardrobe 100 x 58 x 200 cm", {"width": 1, "depth": 0.58, "height": 2}),
        ("table, 220 cm long, 100 wide, 75 high", {"length": 2.2, "width": 1, "height": 0.75}),
        ("TV, no thicker than 5 cm", {"depth": 0.05}),
        ("phone, 7.9 mm thick", {"height": 0.0079}),
        ("warehouse, 36' clear height, 5 m high doors", {}),
        ("bar stool, seat at 76 cm", {}),
        ("bed, takes a 160 x 200 cm mattress", {}),
        ("house on a 30 x 40 ft site", {}),
        ("house 12 x 9 m with a 2 m door in a 3 m wall", {"length": 12, "width": 9}),
        ("barn, eaves 4.5 m, ridge 10.8 m", {"height": 10.8}),
        ("library, five floors of 380 m2 each", {"floor_area": 1900}),
        ("19 ft fishing boat, beam 7'10\"", {"length": 5.7912, "width": 2.3876}),
        ('dresser 60"W x 18"D x 34"H', {"width": 1.524, "depth": 0.4572, "height": 0.8636}),
        ("armchair, 84 W, 85 D, 83 H (cm)", {"width": 0.84, "depth": 0.85, "height": 0.83}),
        ("oven, 595 wide 590 high 550 deep mm", {"width": 0.595, "height": 0.59, "depth": 0.55}),
        ("sofa, W 210 / D 95 / H 80 cm", {"width": 2.1, "depth": 0.95, "height": 0.8}),
        ("Top loader\nW/D/H: 590/610/980 mm", {"width": 0.59, "depth": 0.61, "height": 0.98}),
        ("photo printer, 860 g without the paper cassette", {"weight": 0.86}),
        ("speakers, a pair, 8.9 kg apiece, walnut", {"weight": 8.9}),
        ("washer, depth 47 cm (H82 W59.5)", {"depth": 0.47, "height": 0.82, "width": 0.595}),
        ("kettle, 2200 W, 1.7 L, 24 cm H", {"height": 0.24}),
        ('recliner, 37"W 41"D 42"H', {"width": 0.9398, "depth": 1.0414, "height": 1.0668}),
        ("steamer oven, 28 g/min of steam, 3.9 kg", {"weight": 3.9}),
        ("air purifier, 2.3 kg of carbon, 14 kg", {"weight": 14}),
        ("washer dryer, wash 7 kg, dry 4 kg", {}),
        ("fridge 60 wide, 65 deep, 185 high", {"width": 0.6, "depth": 0.65, "height": 1.85}),
        ("speaker, 12 cm cube", {"width": 0.12, "depth": 0.12, "height": 0.12}),
        ("side table, 45 cm square, 50 cm high", {"width": 0.45, "depth": 0.45, "height": 0.5}),
        ("table with 6 cm square legs", {}),
        ("bar table Ø 70 cm", {"diameter": 0.7}),
        ("laptop, 1.3 kg, 14.6 mm", {"weight": 1.3, "height": 0.0146}),
        ("camera, 420 g", {"weight": 0.42}),
        ("washing machine, 9 kg", {}),
    ],
)
def test_dimensions(prompt: str, expected: dict[str, float]) -> None:
    assert sides(prompt) == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("e-bike, 250 W motor, 45-60 km range", {"power": 0.25, "range": 52.5}),
        ("car, 0-60 in 2.9 s, 205 mph", {"acceleration_0_100": 2.9, "top_speed": 329.91552}),
        ("laptop, 16GB/512GB", {"memory": 16, "storage": 512}),
        ("washer, 9 kg, 1400 rpm", {"load": 9, "spin_speed": 1400}),
        ("washer, 8 kg, 1400 spin", {"load": 8, "spin_speed": 1400}),
        ("1.5 ton split AC", {"cooling_capacity": 5.275278}),
        ("phone, 67W fast charging", {"charging_power": 0.067}),
        ("smartwatch, 14 days of battery", {"battery_life": 336}),
        ("restaurant, 80 seats", {"seats": 80}),
        ("school for 420 pupils", {"occupancy": 420}),
        ("table for 12 people", {"seats": 12}),
        ("office chair, up to 150 kg", {"payload": 150}),
        ("office chair, castors, 150 kg", {"payload": 150}),
        ("cabinet, glass shelves (9)", {"shelves": 9}),
        ("dishwasher, nine settings, annual use 230 kWh", {"place_settings": 9, "energy_use": 230}),
        ("evaporative cooler, 230 watts", {"power": 0.23}),
        ("filing cabinet\nDrawers: 4", {"drawers": 4}),
        ("pickup, 2.3 l diesel, 80 litre fuel tank", {"fuel_tank": 80}),
        ("hob, 5 burners", {"burners": 5}),
        ("house with a 500 kW generator", {}),
    ],
)
def test_performance(prompt: str, expected: dict[str, float]) -> None:
    assert metrics(prompt) == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        (
            "table with an oak top and black steel legs",
            {("wood", "oak", "top"), ("steel", None, "legs")},
        ),
        (
            "office, facade in glass and aluminium",
            {("glass", None, "facade"), ("aluminum", None, "facade")},
        ),
        (
            "house, timber frame, cedar siding",
            {("wood", None, "frame"), ("wood", "cedar", "facade")},
        ),
        ("hall of S355 steel", {("steel", "S355", None)}),
        ("sofa, bouclé upholstery", {("boucle", None, "upholstery")}),
        ("sofa, cushions in olefin fabric", {("fabric", None, "cushions")}),
        ("stool, EVA foam seat", {("foam", "EVA", "seat")}),
        ("desk, legs that are painted steel", {("steel", None, "legs")}),
        ("table, top of European ash", {("wood", "ash", "top")}),
        ("chair, ebony-stained beech legs", {("wood", "beech", "legs")}),
        ("bridge, glulam beams (GL24h)", {("glulam", "GL24h", "beams")}),
        ("sensor, ABS enclosure", {("plastic", "ABS", "body")}),
        ("hatchback with ABS", set()),
        ("kayak, rotomoulded HDPE", {("plastic", "HDPE", None)}),
        ("trailer, floor in aluminium 5754", {("aluminum", "5754", "floor")}),
        ("tank of stainless 304", {("stainless_steel", "304", None)}),
        ("bicycle, Reynolds 853 frame", {("steel", "Reynolds 853", "frame")}),
        ("helmet, EPS foam liner", {("foam", "EPS", "liner")}),
        ("shelf in birch plywood", {("plywood", "birch", None)}),
        ("house with a wood stove", set()),
        ("cabinet, walnut finish", set()),
        ("workshop where we make oak stairs", set()),
        (
            "oven, stainless inside, steel outer",
            {("stainless_steel", None, "interior"), ("steel", None, "exterior")},
        ),
        ("tipper, body of 9 m3 in S690 steel", {("steel", "S690", "body")}),
        ("trailer, oak deck boards", {("wood", "oak", "deck")}),
        ("sundial, bronze plate dia 30 cm", {("bronze", None, "plate")}),
        ("microcar, plastic ABS body", {("plastic", "ABS", "body")}),
    ],
)
def test_materials(prompt: str, expected: set[tuple[str, str | None, str | None]]) -> None:
    found = {(m["type"], m["grade"], m["use"]) for m in spec(prompt)["materials"]}
    assert found == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("house, 4 bedrooms, 2.5 baths", {"bedroom": 4, "bathroom": 2, "half_bathroom": 1}),
        ("house with a study and a two-car garage", {"office": 1, "garage": 1}),
        ("fire station, 4 apparatus bays", {"apparatus_bay": 4}),
        ("office, parking for 45 cars", {"parking_space": 45}),
        ("office with meeting rooms", {}),
        ("clinic\nexam rooms: 3", {"exam_room": 3}),
        ("60-room hotel", {"hotel_room": 60}),
    ],
)
def test_spaces(prompt: str, expected: dict[str, int]) -> None:
    assert {s["type"]: s["count"] for s in spec(prompt)["spaces"]} == expected


def test_the_area_of_one_room() -> None:
    spaces = spec("school: 14 classrooms at 60 m² each, a 200 m² canteen")["spaces"]
    assert [(s["type"], s["area"]) for s in spaces] == [("classroom", 60), ("cafeteria", 200)]


@pytest.mark.parametrize(
    ("prompt", "feature"),
    [
        ("fishing boat, livewell", "livewell"),
        ("barn, hay loft", "hay_loft"),
        ("workbench, vise at the left end", "vise"),
        ("van, sliding side doors", "sliding_doors"),
        ("e-bike, removable 374 Wh battery", "removable_battery"),
        ("pickup, 10-speed automatic", "automatic_transmission"),
        ("bluetooth speaker", "bluetooth"),
        ("phone, 5G", "5g"),
        ("router, 2.5G ethernet", "ethernet"),
        ("phone, SOS button, mute key", "mute_key"),
        ("bookcase, three shelves adjustable in steps", "adjustable_shelves"),
        ("stool, height 54-73 cm", "adjustable_height"),
    ],
)
def test_features(prompt: str, feature: str) -> None:
    assert feature in spec(prompt)["features"]


@pytest.mark.parametrize(
    ("prompt", "feature"),
    [
        ("espresso machine with a built-in grinder", "built_in"),
        ("trailer, electric brakes", "electric_drive"),
        ("house, no basement", "basement"),
        ("nightstand, charging pad built in", "built_in"),
    ],
)
def test_no_features(prompt: str, feature: str) -> None:
    assert feature not in spec(prompt)["features"]


@pytest.mark.parametrize(
    ("prompt", "timeline"),
    [
        ("house, ready in 18 months", "P18M"),
        ("bridge, £780k, eleven months.", "P11M"),
        ("table, need it in six weeks", "P6W"),
        ("hall, finished in a year and a half", "P18M"),
        ("laptop, two-year warranty", None),
        ("watch, 14 days of battery", None),
    ],
)
def test_timeline(prompt: str, timeline: str | None) -> None:
    assert spec(prompt)["timeline"] == timeline


@pytest.mark.parametrize(
    ("prompt", "stories"),
    [
        ("G+2 house", 3),
        ("single-storey school", 1),
        ("office, 7 floors", 7),
        ("ground floor plus two house", 3),
        ("flat on the 14th floor", None),
        ("hall with a concrete floor, not on two floors", None),
    ],
)
def test_stories(prompt: str, stories: int | None) -> None:
    assert spec(prompt)["stories"] == stories


@pytest.mark.parametrize(
    "prompt",
    [
        "Hostel, five floors of 0 m² each, brick",
        "School, a 0 m² canteen",
        "Shed 0 x 3 m",
        "Café, kitchen of 65 m2. No 0 bar",
    ],
)
def test_a_size_of_nothing_is_no_size(prompt: str) -> None:
    assert list(violations(read(prompt).spec.as_json())) == []


@pytest.mark.parametrize(
    ("prompt", "design_type"),
    [
        ("A gizmo with 64 GB, 400 nits and a 3000 mAh battery", "electronics"),
        ("A runabout, top speed 40 km/h, 90 Nm", "vehicle"),
        ("Twenty-two storeys with a curtain wall in low-iron glass", "building"),
        ("My flat has a gap of 46 cm. I hope for a dishwasher, 42 dB, child lock", "appliance"),
        ("a desk for a car showroom, 2 m wide, steel, 3 drawers", "furniture"),
        ("office chair for architects of skyscrapers with 40 storeys", "furniture"),
    ],
)
def test_what_is_said_of_a_thing_tells_its_type(prompt: str, design_type: str) -> None:
    assert read(prompt).spec.design_type == design_type
