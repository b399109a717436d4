"""Metrics in unusual words: data sheets, figures without their noun, figures of several things."""

import pytest

from specs.extraction import read


def metrics(prompt: str) -> dict[str, float]:
    found = read(prompt).spec.as_json()["performance"]
    return {m["metric"]: m["value"] for m in found}


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        # How long it runs.
        ("headphones that keep playing for 40 hours", {"battery_life": 40}),
        ("earbuds, 8 hrs a go", {"battery_life": 8}),
        ("laptop, batt 12 h", {"battery_life": 12}),
        ("tablet, 6000 mAh = 11 h", {"battery_charge": 6000, "battery_life": 11}),
        ("smartwatch, GPS, 9 days, 60 g", {"battery_life": 216}),
        ("robot vacuum that sucks for 2 hrs", {"battery_life": 2}),
        ("tablet, 5,600 mAh giving 14 h", {"battery_charge": 5600, "battery_life": 14}),
        ("radio, 2,050 mAh ~ 5 weeks", {"battery_charge": 2050, "battery_life": 840}),
        ("projector, 2,600 mAh / 10 h, 30 min timer", {"battery_charge": 2600, "battery_life": 10}),
        ("smart lock, 4x AA ~ 10 months", {"battery_life": 7200}),
        ("shuttle bus, 9 h of service", {"battery_life": 9}),
        # Figures that another one takes back, and what else a clause names.
        ("vacuum cleaner, 1,050 W? that's the mains model - this one 420 W", {"power": 0.42}),
        ("freezer, 197 kWh/y? label says 211, 6 baskets", {"energy_use": 211}),
        ("UPS, 1,350 W, LiFePO4 540 Wh", {"power": 1.35, "battery_energy": 0.54}),
        ("television, 12-24 V DC 70 W, stereo speakers 2 x 12 W", {"power": 0.07}),
        ("air conditioner, 12,000 BTU/h, 1.3 kW", {"cooling_capacity": 3.51685, "power": 1.3}),
        ("espresso machine (0.6 l brew + 1.2 l steam), 2.8 litre tank", {"capacity": 2.8}),
        ("bus, seats for driver + 1", {"seats": 2}),
        ("desk with a lockable drawer", {"drawers": 1}),
        ("chest, 5-drawer? no drawers", {}),
        # What it uses in a year, and what it charges with.
        ("television, needs in the year not over 150 kWh", {"energy_use": 150}),
        ("monitor, 60 kWh in the year", {"energy_use": 60}),
        ("smartphone, charges with 45 W", {"charging_power": 0.045}),
        # Units that are labels.
        ("ambulance\nhorsepower: 300\n", {"power": 223.70996}),
        ("kettle\nwatts: 2200\n", {"power": 2.2}),
        ("motorcycle\ngears 6\n", {"gears": 6}),
        ("tractor, 24/24 gearbox", {"gears": 24}),
        # Pairs of bytes, inches alone.
        ("scanner\nRAM/flash = 4 GB / 64 GB\n", {"memory": 4, "storage": 64}),
        ("smartphone, 12+512, 5000 mAh", {"memory": 12, "storage": 512, "battery_charge": 5000}),
        ("a tablet of 11.2 inches to fit in a bag", {"display_size": 11.2}),
        ("monitor 27 in 4k, usb-c", {"display_size": 27}),
        ("tandem, 28 inch, 11 gears", {"wheel_size": 28, "gears": 11}),
        # Totals, tanks of what is carried, air.
        ("speaker pair, 2 x 40 W hence 80 W total", {"power": 0.08}),
        ("boat, 2 x 100 hp, so 200 hp in sum", {"power": 149.13997}),
        ("fire engine, tank 3,000 litres", {"capacity": 3000}),
        ("range hood that shifts 600 cubic metres of air an hour", {"airflow": 600}),
        ("ferry, two engines of 900 kW", {"power": 1800}),
        ("washing machine, 1200 turns", {"spin_speed": 1200}),
        ("smartphone, 20 W wireless", {"charging_power": 0.02}),
        ("camping stove, two burners at 3 kW each", {"burners": 2}),
        # Who sits in it and what it bears.
        ("pickup, five bums on seats", {"seats": 5}),
        ("dinghy, carries four blokes, 300 kg of blokes", {"seats": 4, "payload": 300}),
        ("hostel. Beds in total: 96. Steel frame.", {"occupancy": 96}),
        ("minibus, room for nine plus a wheelchair", {"seats": 9}),
        ("table, oak, 2 m long, for six.", {"seats": 6}),
        ("desk, steel frame, 90 kg max", {"payload": 90}),
        ("balance bike, max. 35 kg of boy", {"payload": 35}),
    ],
)
def test_metrics(prompt: str, expected: dict[str, float]) -> None:
    assert metrics(prompt) == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize(
    "prompt",
    [
        "cabinet with an LED light, 2.5 W",
        "heater, room volume 12 m3",
        "table, 14 kg max",
        "hammer, 16 oz head",
        "smartwatch, delivery 9 days",
        "nesting tables, 11 kg altogether",
    ],
)
def test_no_metric(prompt: str) -> None:
    assert metrics(prompt) == {}
