"""Electronics and appliances: their kinds, and features whose words stand apart."""

from typing import Any

import pytest

from specs.extraction import read


def spec(prompt: str) -> dict[str, Any]:
    return read(prompt).spec.as_json()


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("Wildlife cam for badgers, 20 MP", ("electronics", "camera")),
        ("Bean-to-cup for a kiosk, 2 l tank", ("appliance", "coffee_machine")),
        ("Tender no. 4: condenser mics for choirs (12 pcs)", ("electronics", "microphone")),
        ("A kettle for camp, sorry, a toaster, 900 W", ("appliance", "toaster")),
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
