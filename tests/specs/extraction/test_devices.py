"""Electronics and appliances: their kinds, and features whose words stand apart."""

import pytest

from tests.specs.extraction.readings import spec


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("Wildlife cam for badgers, 20 MP", ("electronics", "camera")),
        ("Bean-to-cup for a kiosk, 2 l tank", ("appliance", "coffee_machine")),
        ("Tender no. 4: condenser mics for choirs (12 pcs)", ("electronics", "microphone")),
        ("A kettle for camp, sorry, a toaster, 900 W", ("appliance", "toaster")),
        ("Our dental clinic could use a label printer, 900 g", ("electronics", "printer")),
        ("Thinking of a freezer for our shop: glass door, 300 L", ("appliance", "freezer")),
        ("Single-zone induction, timer, child lock, 2 kW. Our flat has 13 amps", None),
    ],
)
def test_a_device_is_called_what_its_trade_calls_it(
    prompt: str, kind: tuple[str, str] | None
) -> None:
    found = spec(prompt)
    assert (found["design_type"], found["category"]) == (kind or ("appliance", "cooktop"))


@pytest.mark.parametrize(
    "said",
    [
        "battery (user-replaceable)",
        "battery: 4,000 mAh, swappable",
        "3,100 mAh pack that slides out",
        "a battery the driver can change",
        "battery can be pulled out",
    ],
)
def test_a_battery_is_removable_however_it_comes_out(said: str) -> None:
    assert spec(f"Rugged handheld scanner, {said}, 400 g")["features"] == ["removable_battery"]


def test_a_part_behind_another_kind_is_named_for_it() -> None:
    assert spec("Multicooker, steamer rack, 5 l")["features"] == ["steamer_rack"]


def test_dots_lead_to_a_value() -> None:
    found = spec("Field radio\nweight ..... 300 g\nbluetooth .... no\ngps .... yes")
    assert found["dimensions"]["weight"] == 0.3
    assert found["exclusions"] == ["bluetooth"]
    assert found["features"] == ["gps"]


@pytest.mark.parametrize(
    ("prompt", "figures"),
    [
        ("Notebook 14.5, 32 ram, 1024 ssd", {"display_size": 14.5, "memory": 32, "storage": 1024}),
        ("Laptop 16/512, 1.3 kg", {"memory": 16, "storage": 512}),
        ("All-in-one PC, 27-inch touch", {"display_size": 27}),
        ("Wireless mouse, 90 hrs, 120 g", {"battery_life": 90}),
        ("Office phone, 24 hours talk", {"battery_life": 24}),
        ("Mini PC: 7 W idle, 35 W at most", {"power": 0.035}),
        ("Clothes airer, 12 kg of wet laundry", {"load": 12}),
        ("Dishwasher, 9 places", {"place_settings": 9}),
        ("Twin fryer 2 x 5 L", {"capacity": 10}),
        ("Beverage cooler, 0.6 kWh per day", {"energy_use": 219}),
        ("Dehumidifier, runs 20 hours", {}),
        ("Portable display, 15.6-inch glass touch display", {"display_size": 15.6}),
        ("Monitor, 90 W over USB-C", {"charging_power": 0.09}),
    ],
)
def test_figures_of_devices_as_shops_write_them(prompt: str, figures: dict[str, float]) -> None:
    assert {p["metric"]: p["value"] for p in spec(prompt)["performance"]} == figures


@pytest.mark.parametrize(
    ("prompt", "sides"),
    [
        ("Cooker hood, 60 cm, 55 dB", {"width": 0.6}),
        ("Dishwasher, slimline 45 cm, quiet", {"width": 0.45}),
        ("Cooker hood, 60 cm, W 59.8 cm", {"width": 0.598}),
        ("Buffer tank water heater, 55 cm dia x 1.6 m", {"diameter": 0.55, "height": 1.6}),
        ("Freezer, 80 high by 95 by 60 cm", {"height": 0.8, "width": 0.95, "depth": 0.6}),
        ("Thermostat, 9 cm square, 2 cm deep", {"width": 0.09, "height": 0.09, "depth": 0.02}),
        ("Pedestal fan, base 40 cm in diameter, 1.3 m tall", {"height": 1.3}),
        ("Dehumidifier, height 0.62 m, 35 cm wide", {"height": 0.62, "width": 0.35}),
    ],
)
def test_sides_of_devices(prompt: str, sides: dict[str, float]) -> None:
    found = spec(prompt)["dimensions"]
    assert {side: value for side, value in found.items() if value is not None} == sides


@pytest.mark.parametrize(
    "before",
    [
        'I have a 55" telly now.',
        "Old one: 5 kg, 80 W.",
        "The last one (a 14-inch, lasted two years) was loud.",
        "Its predecessor ran hot at 300 W.",
    ],
)
def test_a_thing_of_before_has_no_figures_here(before: str) -> None:
    assert spec(f"{before} We want a monitor, 32-inch, 40 W")["performance"] == [
        {"metric": "display_size", "value": 32, "unit": "in"},
        {"metric": "power", "value": 0.04, "unit": "kW"},
    ]


def test_a_bound_is_no_exclusion() -> None:
    found = spec("Projector, no fan noise over 30 dB, no speakers")
    assert found["exclusions"] == ["speakers"]


def test_what_a_part_is_replaced_by_is_wanted() -> None:
    found = spec("Toaster, lever replaced by a beech handle, 800 W")
    assert found["materials"] == [{"type": "wood", "grade": "beech", "use": "handle"}]


def test_a_sensor_that_only_dryers_dry_by() -> None:
    assert spec("Bathroom fan, humidity sensor, 90 m3/h")["features"] == ["humidity_sensor"]


def figures(prompt: str) -> dict[str, float]:
    return {p["metric"]: p["value"] for p in spec(prompt)["performance"]}


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Kids' tablet, 4/64 GB, 8 inch screen", {"memory": 4, "storage": 64}),
        ("Phone: 2/32 GB, 5 inch screen", {"memory": 2, "storage": 32}),
        ("Fridge freezer 585 l, 91 w x 178 h x 72 d (cm)", {"capacity": 585}),
        ("Party speaker, 300 W. Not louder than 96 dB.", {"noise": 96}),
        ("Tandem, 27 gears, 18 kg, limit 220 kg", {"payload": 220}),
        ("An estate for a family with 3 kids: 5 seats", {"seats": 5}),
    ],
)
def test_figures_of_short_items(prompt: str, expected: dict[str, float]) -> None:
    found = figures(prompt)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Soil sensor, IP68, lights no, app control yes", "smart_control"),
        ("Baby monitor, temp sensor, 5 inch screen", "temperature_sensor"),
        ("Busking speaker, mic input, 40 W", "mic_input"),
    ],
)
def test_what_an_item_of_a_list_asks_for(prompt: str, expected: str) -> None:
    assert expected in spec(prompt)["features"]
