"""Negations that point back at what was said before."""

import pytest

from specs.extraction import read


@pytest.mark.parametrize(
    ("prompt", "excluded"),
    [
        ("Dishwasher, wifi must be omitted, likewise the delay start.", ["wifi", "delay_start"]),
        ("Blender, 900 W. A timer would be a toy, leave it out.", ["timer"]),
        ("Washer dryer, 9 kg. Steam, wifi: no to both.", ["steam", "wifi"]),
        ("Phone, bluetooth yes nfc no, 180 g", ["nfc"]),
        ("Tablet: face unlock out, stylus in.", ["face_recognition"]),
        ("Speaker, USB-C out, 900 g", []),
        ("Router, no bluetooth nonsense, fanless", ["bluetooth"]),
        ("Camera, GPS of any sort is out of the question", ["gps"]),
        ("Heater, 2 kW. NOT gas.", ["gas"]),
        ("Kettle, 1.7 L, nothing fancy.", []),
        ("Radio, annual fees: never", ["annual_fees"]),
        ("Wall oven, 3 kW, no heat-up alarm", ["heat_up_alarm"]),
    ],
)
def test_what_is_ruled_out_by_a_word_that_points_back(prompt: str, excluded: list[str]) -> None:
    assert read(prompt).spec.as_json()["exclusions"] == excluded
