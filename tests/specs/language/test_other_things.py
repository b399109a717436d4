"""Parts that another thing has, that give way, or that are refused in a whole clause."""

import pytest

from specs.language import analyse


def ruled_out(text: str) -> list[str]:
    document = analyse(text)
    items = {item: document.tokens.phrase(*item) for n in document.negations for item in n.items}
    return [items[item] for item in sorted(items)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My neighbour's has a siren; ours must not.", ["siren"]),
        ("His has a jacuzzi, mine should not have one.", ["jacuzzi"]),
        ("The old cabin had a generator, the new one won't.", ["generator"]),
        ("Touch controls replaced by a real button.", ["touch controls"]),
        ("Gas boiler is not to be fitted. Saunas need not be included.", ["gas boiler", "saunas"]),
        ("Parachute not fitted; flash not built in.", ["parachute", "flash"]),
        ("Helipad never was on the table.", ["helipad"]),
        ("The pool was cancelled by the ministry.", ["pool"]),
        ("Wifi, app, camera: three times no.", ["wifi", "app", "camera"]),
        ("Castors no. 450 units", ["castors"]),
        ("Armrests on neither side.", ["armrests"]),
        ("None of bluetooth, wifi, usb.", ["bluetooth", "wifi", "usb"]),
        ("No loudspeakers outdoors, no camera up there.", ["loudspeakers", "camera"]),
        ("A tow bar was offered but declined.", ["tow bar"]),
        ("A pump-out drain so that no bucket.", ["bucket"]),
        ("We had a boiler once: never again.", ["boiler"]),
        ("Wifi is handled by the booth - exclude.", ["wifi"]),
        ("Castors; heating is superfluous, skip it.", ["heating"]),
        ("Folds? No it does not.", ["folds"]),
        ("Sewer no - so a reed bed.", ["sewer"]),
        ("Subwoofer neither needed nor wanted.", ["subwoofer"]),
        ("Drain pump not incl., 49 dB", ["drain pump"]),
        ("Without ads, without a touchscreen... hm, touchscreen stays.", ["ads"]),
        ("No softener, water's soft here.", ["softener"]),
        ("A dock without a crane and a pump.", ["crane", "pump"]),
    ],
)
def test_what_is_not_wanted(text: str, expected: list[str]) -> None:
    assert ruled_out(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A fridge with an ice maker; mine must be quiet.",
        "The old doors are replaced by steel ones.",
        "Windows replaced with triple glazing.",
        "A drain so that no water gets in.",
        "We had a dog once.",
        "The gallery is on the list.",
        "The lamp stays on the desk.",
    ],
)
def test_what_is_not_refused(text: str) -> None:
    assert ruled_out(text) == []
