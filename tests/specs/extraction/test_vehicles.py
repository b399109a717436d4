"""Examples of vehicles: what they carry, weigh and burn, who sleeps in them, what is ruled out."""

import pytest

from tests.specs.extraction.test_facts import metrics, sides, spec


@pytest.mark.parametrize(
    ("prompt", "category"),
    [
        ("e-rickshaw, 4 seats", "rickshaw"),
        ("cycle rickshaw with a canopy", "rickshaw"),
        ("Airport tow tug, electric, one seat", "tug"),
        ("harbour tug, 28 m long", "boat"),
        ("Semi tractor, day cab, 455 hp", "truck"),
        ("Half-ton pickup, 310 hp", "pickup"),
        ("static caravan, 11 m", "trailer"),
        ("desert buggy, two seats, no roof", "buggy"),
        ("a rail inspection trolley for two persons", "rail_inspection_trolley"),
        ("Dad wants a teardrop, 3.4 m long", "trailer"),
        ("a microlight with a single seat, no AC", "aircraft"),
    ],
)
def test_category(prompt: str, category: str) -> None:
    assert spec(prompt)["design_type"] == "vehicle"
    assert spec(prompt)["category"] == category


@pytest.mark.parametrize(
    ("prompt", "payload", "weight"),
    [
        ("yard tractor pulling 65 t, 25 km/h", 65_000, None),
        ("tender, carries five persons or 620 kg, 3 m", 620, None),
        ("river freight boat, 45 m, 700 t deadweight", 700_000, None),
        ("compact tractor, front loader lifting 550 kg, 1,340 kg", None, 1340),
        ("trailer with a payload of 3.5 t, 900 kg unladen", 3500, 900),
        ("a 3.5-tonne van with three seats", None, None),
        ("crane truck, lifts 40 tonnes, weighs 36 tonnes", 40_000, 36_000),
    ],
)
def test_load_and_own_weight(prompt: str, payload: float | None, weight: float | None) -> None:
    assert metrics(prompt).get("payload") == payload
    assert sides(prompt).get("weight") == weight


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("caravan, sleeps two adults", {"occupancy": 2}),
        ("gravel bike, 1x12, carbon fork", {"gears": 12}),
        ("touring bicycle, 3 x 9, steel frame", {"gears": 27}),
        ("agricultural drone, 16 litre tank", {"capacity": 16}),
        ("combine harvester, grain tank 11,000 l", {"capacity": 11_000}),
        ("touring motorcycle, 17 litre tank", {"fuel_tank": 17}),
        ("dinghy, 19 knots is nonsense here: 15 km/h is enough", {"top_speed": 15}),
        ("electric truck, drawbar pull 28 kN, 25 km/h", {"top_speed": 25}),
        ("recumbent trike, 20 inch all round", {"wheel_size": 20}),
        ("campervan with 200 Ah lithium, 4 seats", {"seats": 4}),
        ("RIB, crew of 2 plus room for 6 divers, so eight people all told", {"seats": 8}),
        ("houseboat, 4 cabins with 2 berths each (8 berths)", {"occupancy": 8}),
        ("pilot boat, 2 x 400 kW", {"power": 800}),
        ("hovercraft, twin 80 kW petrol engines", {"power": 160}),
        ("helicopter, two turbines of 700 kW each", {"power": 1400}),
        ("old pickup style truck, 300 horses", {"power": 223.70996}),
        ("trailer for two horses", {}),
        ("three-row SUV, seven belts", {"seats": 7}),
        ("four-place seaplane", {"seats": 4}),
        ("a solo seater glider", {"seats": 1}),
        ("park train: three coaches seat 24 children", {"seats": 24}),
        ("delivery van, two seats? nope one big seat", {"seats": 1}),
    ],
)
def test_performance(prompt: str, expected: dict[str, float]) -> None:
    assert metrics(prompt) == expected


def test_alloys_are_wheels() -> None:
    assert spec("city car with 4 seats, no alloys")["exclusions"] == ["alloys"]


def test_a_hybrid_has_one_drive() -> None:
    features = spec("hybrid sedan with two electric motors, 232 hp")["features"]
    assert "hybrid_drive" in features
    assert "electric_drive" not in features


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("ketch, 11.4 m from bow to stern, nine foot across the beam", (11.4, 2.7432)),
        ("seaplane, fuselage 7.9 m nose to tail, span of 11 m", (7.9, 11)),
        ("A proper launch. 6.2 metres, 40 hp", (6.2, None)),
        ("narrowboat — 57 ft so it fits every lock, 2.1 m wide", (17.3736, 2.1)),
        ("skiff, twelve foot overall", (3.6576, None)),
        ("We seek a crab boat of about 11.2 metres, 3.95 beam", (11.2, 3.95)),
        ("railcar, 24.5 m over buffers × 2.9 m × 3.8 m", (24.5, 2.9)),
        ("hopper wagon, deck at 2 m, 9.4 m long, 60 cm wide steps", (9.4, None)),
    ],
)
def test_from_where_to_where(prompt: str, expected: tuple[float, float | None]) -> None:
    assert (sides(prompt).get("length"), sides(prompt).get("width")) == expected


@pytest.mark.parametrize(
    ("prompt", "features"),
    [
        ("moped with kick and electric start", {"kick_start", "electric_start"}),
        ("microcar, doors removable, ABS body", {"removable_doors"}),
        ("cargo drone, battery 2 kWh, swappable, LED lights", {"removable_battery", "led_lights"}),
        ("hatchback, LED headlights", {"led_headlights"}),
        ("coffee van with espresso machine bolted in", {"espresso_machine"}),
        ("glider, airbrakes", {"airbrakes"}),
    ],
)
def test_parts(prompt: str, features: set[str]) -> None:
    assert features <= set(spec(prompt)["features"])
    assert "abs_brakes" not in spec(prompt)["features"]


@pytest.mark.parametrize(
    ("prompt", "excluded"),
    [
        ("loader, 2 t. Not a crawler.", ["crawler"]),
        ("kayak - not a kit, rudder", ["kit"]),
        ("food trailer, gas none — all electric", ["gas"]),
        ("van, roof rack? Leave it off.", ["roof_rack"]),
        ("van, not a must: awning", []),
        ("e-scooter, don't care for a throttle", ["throttle"]),
        ("ukulele, pickup: no. 290 euros", ["pickup"]),
    ],
)
def test_ruled_out_in_a_clause(prompt: str, excluded: list[str]) -> None:
    assert spec(prompt).get("exclusions", []) == excluded


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Rowing club in Kent here. We need a skiff, 6 m long", {"length": 6}),
        ("My garage is 5 m deep and 2.4 across, so a car no longer than 4.1 m", {"length": 4.1}),
        ("a bicycle for my son, 9 years old and 30 kilos, weight 8 kg", {"weight": 8}),
        ("Tank to hide behind a wall 1.8 m high: 1.5 m tall", {"height": 1.5}),
        ("an enduro bike, whole bike at 104 kg", {"weight": 104}),
        ("a footbridge across our brook (span six metres)", {"length": 6}),
        (
            "speaker pair, each 18 wide 22 deep 30 high (cm)",
            {"width": 0.18, "depth": 0.22, "height": 0.3},
        ),
        ("12 market stalls. Each 3 m x 2 m, 40 kg", {"length": 3, "width": 2, "weight": 40}),
        ("fishing rod, 2.4 metres, carbon", {"length": 2.4}),
        ("flask, steel 26cm high dia 8cm", {"height": 0.26, "diameter": 0.08}),
        (
            "van, length 5.9 m, height can't top 2.8 because of a bridge",
            {"length": 5.9, "height": 2.8},
        ),
        ("My last one (14 kg) was too heavy. A bicycle, 9 kg", {"weight": 9}),
    ],
)
def test_other_things(prompt: str, expected: dict[str, float]) -> None:
    assert sides(prompt) == expected


def test_a_tour_is_no_range() -> None:
    assert "range" not in metrics("touring bicycle for Porto to Oslo, some 4,000 km, steel frame")
    assert metrics("electric bicycle, 80 km")["range"] == 80
