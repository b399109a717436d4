"""The table of factors is pint's: importing pint on the hot path would cost a second."""

import pint
import pytest

from specs.knowledge import table
from specs.language.units import factor_between, factors_to

REGISTRY = pint.UnitRegistry()
# Units that pint spells otherwise or does not know; each with its definition.
OTHERWISE = {
    "m": "metre", "m2": "metre**2", "m3": "metre**3", "kg": "kilogram", "kW": "kilowatt",
    "kWh": "kilowatt_hour", "mAh": "milliampere_hour", "km/h": "kilometre/hour",
    "N*m": "newton*metre", "Hz": "hertz", "GB": "gigabyte", "bar": "bar", "m3/h": "metre**3/hour",
    "cd/m2": "candela/metre**2", "lm": "lumen", "s": "second", "V": "volt", "A": "ampere",
    "kN": "kilonewton", "lx": "lux", "kWh/year": "kilowatt_hour/year", "day": "day",
    "kWh/m2/year": "kilowatt_hour/metre**2/year",
}  # fmt: skip
SPELLED = {
    "kilobtu/foot**2/year": "1000*BTU/foot**2/year",
    "long_ton": "long_ton",
    "imperial_gallon": "imperial_gallon",
    "short_ton": "short_ton",
    "quart": "quart",
    "atmosphere": "atmosphere",
    "footcandle": "lumen/foot**2",
    "metric_ton_force": "1000*kilogram_force",
    "dunam": "1000*metre**2",
    "rood": "acre/4",
    "tsubo": "(20/11*metre)**2",
    "rai": "1600*metre**2",
    "cord": "128*foot**3",
    "acre_foot": "acre*foot",
    "quintal": "100*kilogram",
    "tola": "180*grain",
    "kilobtu/hour": "1000*BTU/hour",
    "frigorie": "kilocalorie/hour",
}
# Calendar months and years are the scorer's (30 and 365 days); the others have no dimension.
CALENDAR = {
    "month",
    "year",
    "decade",
    "century",
    "rpm",
    "megapixel",
    "decibel",
    "degC",
    "degF",
    "kelvin",
    "degree",
}
NO_LENGTHS = {"ratio", "resolution", "thermal", "power_density", "production", "data_rate",
              "inverse_consumption", "consumption", "energy_cycle", "angle", "temperature",
              "flow", "rotation", "pixels", "sound", "loudness",
              "resistance", "electric_mileage"}  # fmt: skip
CASES = [
    (kind, name, float(entry[0]), group["unit"])
    for kind, group in table("units").items()
    for name, entry in group["units"].items()
    if kind not in NO_LENGTHS and name not in CALENDAR
]


@pytest.mark.parametrize(("kind", "name", "factor", "unit"), CASES)
def test_factors_are_those_of_pint(kind: str, name: str, factor: float, unit: str) -> None:
    expected = REGISTRY(SPELLED.get(name, name)).to(OTHERWISE[unit]).magnitude
    assert factor == pytest.approx(expected, rel=2e-4)


@pytest.mark.parametrize(
    ("name", "expected"), [("mile/gallon", 235.214583), ("kilometre/litre", 100.0)]
)
def test_distance_by_volume_is_the_reciprocal(name: str, expected: float) -> None:
    factor = table("units")["inverse_consumption"]["units"][name][0]
    per_100 = (1 / REGISTRY(name)).to("litre/kilometre").magnitude * 100
    assert factor == pytest.approx(expected, rel=1e-6) == pytest.approx(per_100, rel=1e-4)


@pytest.mark.parametrize(
    ("given", "wanted", "factor"),
    [
        ("mm", "m", 0.001),
        ("FT", "m", 0.3048),
        ("sq ft", "m2", 0.09290304),
        ("m³", "L", 1000),
        ("cc", "m3", 1e-6),
        ("cm", "in", 1 / 2.54),
        ("btu/h", "kW", 0.00029307107),
        ("lb-ft", "N*m", 1.355818),
        ("miles per hour", "km/h", 1.609344),
        ("min", "h", 1 / 60),
        ("kWh per year", "kWh/year", 1),
        ("TB", "GB", 1000),
        ("kg", "m", None),
        ("mpg", "L/100km", None),
        ("parsec-ish", "m", None),
        ("", "m", None),
    ],
)
def test_factors_lead_between_units_of_one_thing(given, wanted, factor):
    found = factor_between(given, wanted)
    assert found == (factor if factor is None else pytest.approx(factor, rel=1e-5))
    assert found is None or found in factors_to(wanted)
