"""Verbs of leaving out, and clauses that refuse what was named before them."""

import pytest

from specs.language import analyse


def ruled_out(text: str) -> list[str]:
    document = analyse(text)
    items = {item: document.tokens.phrase(*item) for n in document.negations for item in n.items}
    return [items[item] for item in sorted(items)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drop GPS, remove NFC, keep 5G", ["gps", "nfc"]),
        ("I would delete the sunroof, the roof rails and the tow bar.",
         ["sunroof", "roof rails", "tow bar"]),
        ("You can drop wireless charging and the fingerprint reader.",
         ["wireless charging", "fingerprint reader"]),
        ("We have decided to cut the sauna.", ["sauna"]),
        ("The committee struck the roof terrace. Two lifts.", ["roof terrace"]),
        ("The boss crossed out heated seats and the sunroof.", ["heated seats", "sunroof"]),
        ("Strike: wifi, USB sockets, coffee machine.", ["wifi", "usb sockets", "coffee machine"]),
        ("Crossed out by the client: fireplace, wet bar", ["fireplace", "wet bar"]),
        ("Removed from the list: optical drive, fan.", ["optical drive", "fan"]),
        ("Leave out the kids' corner and the bar.", ["kids corner", "bar"]),
        ("Never mind the roof rack.", ["roof rack"]),
        ("Spare us the ice maker, the glass door and any sort of wifi.",
         ["ice maker", "glass door", "wifi"]),
        ("The cinema has been cut from the brief.", ["cinema"]),
        ("The restaurant we sketched in May has been abandoned.", ["restaurant"]),
        ("Sunroof dropped, leather dropped, ABS kept", ["sunroof", "leather"]),
        ("headboard, drawers struck off the list", ["drawers"]),
        ("The stage everyone remembers won't return, and neither will the bar.", ["stage", "bar"]),
        ("Armoury - struck off the list.", ["armoury"]),
        ("A monitor. Speakers - cut. USB hub - cut. Stand - keep.", ["speakers", "usb hub"]),
        ("Drawers? Scrapped. Headboard? Stays.", ["drawers"]),
        ("Guest bed?? No thanks.", ["guest bed"]),
        ("Streaming, wifi, radio: nothing of that.", ["streaming", "wifi", "radio"]),
        ("Wine rack nope. Towel rail yes.", ["wine rack"]),
        ("Wifi must not be inside. Cabin window shouldn't exist.", ["wifi", "cabin window"]),
        ("I don't need it to be wifi-enabled.", ["wifi enabled"]),
        ("No LN2 backup, no CO2 display.", ["ln 2 backup", "co 2 display"]),
        ("Recliner? Dropped too.", ["recliner"]),
        ("The draft had a gym, a sauna and a bar: all three cut.", ["gym", "sauna", "bar"]),
        ("spinner i dont need, shower i need", ["spinner"]),
        ("A cabin, larch. A bathtub I can live without.", ["bathtub"]),
        ("a phone, camera nobody needs, nfc yes", ["camera"]),
        ("Fax - no one needs it.", ["fax"]),
        ("An atrium? Can't afford one.", ["atrium"]),
        ("Backlight? We never asked for one.", ["backlight"]),
        ("An office, 2 floors. Wheels? No, glides.", ["wheels"]),
        ("Battery - none either, because she forgets", ["battery"]),
    ],
)  # fmt: skip
def test_what_is_left_out(text: str, expected: list[str]) -> None:
    assert ruled_out(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Drop leaf table in beech",
        "Dropped ceiling in the lobby",
        "Cut pile carpet floor, glass walls",
        "a console with cut oak edges",
        "a scale filter you can remove, 2200 W",
        "a handle to remove the ash drawer",
        "phone that you can drop from 2 m, rubber body",
        "Don't drop the fireplace",
        "Never skip the sunroof",
        "The price was cut to 300 euros.",
        "Forget the price, never mind the colour.",
        "A lamp I don't need to assemble",
        "A garage I don't have to heat",
        "It has a camera I don't need.",
        "MIDI in/out, usb",
        "A hotel we don't need. A hostel we do.",
        "a stone top cut by hand",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert ruled_out(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A dryer. A drum light isn't needed, a window isn't either.", ["drum light", "window"]),
        ("No water dispenser. Ice maker likewise.", ["water dispenser", "ice maker"]),
        ("A printer. Fax - none. Scanner - same here.", ["fax", "scanner"]),
        ("A yacht. Not keen on a TV, nor on a microwave.", ["tv", "microwave"]),
        ("Marble is out of the question, so are columns.", ["marble", "columns"]),
        ("The old school had a pool and a rifle range; the new one needs neither.",
         ["pool", "rifle range"]),
        ("A tablet: camera out, gps out, stylus in", ["camera", "gps"]),
        ("A PC. wifi & bluetooth must be absent.", ["wifi", "bluetooth"]),
        ("A PC. Webcam, mic and speakers must be left out.", ["webcam", "mic", "speakers"]),
        ("A truck; not needed: sleeper, second row of seats", ["sleeper", "second row of seats"]),
        ("no basement no utility room dryer stands in the hall", ["basement", "utility room"]),
        ("no bluetooth no display about fifty euro", ["bluetooth", "display"]),
        ("A freezer. I had wanted a glass lid, I no longer do.", ["glass lid"]),
        ("We had a sunroof in the last one, it leaked, so none this time.", ["sunroof"]),
        ("A cinema, no 3D", ["3 d"]),
        ("A drone that must not need a runway", ["runway"]),
        ("We don't want an upstairs.", ["upstairs"]),
        ("permanent, not on wheels", ["wheels"]),
        ("A villa. What we can't have is a basement: the ground is wet.", ["basement"]),
        ("A van. Airco ✗, sliding door ✓", ["airco"]),
    ],
)  # fmt: skip
def test_what_points_back_or_is_said_in_other_words(text: str, expected: list[str]) -> None:
    assert ruled_out(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "no lift? - yes a lift, people age",
        "No garden? Yes, a garden please.",
        "a mixer, 8 mic in, 2 line out, headphone out",
        "a sofa bed that folds out, slide out drawer",
        "a family with no children",
        "no expense spared",
        "not on two floors",
        "a white door, a grey one too, same height",
    ],
)
def test_what_rules_out_nothing(text: str) -> None:
    assert ruled_out(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cafe   | none\nparking | 60", ["cafe"]),
        ("A bell, yes. Heating, no; we bring coats.", ["heating"]),
        ("Penguins no, dolphins certainly no.", ["penguins", "dolphins"]),
        ("trolley included, spinnaker not.", ["spinnaker"]),
        ("A kiosk. Sprinklers out, the insurer agreed.", ["sprinklers"]),
        ("A tablet. Camera? Out. Stylus? In.", ["camera"]),
        ("A dresser. MDF we refuse.", ["mdf"]),
        ("A water taxi. Toilets we leave out.", ["toilets"]),
        ("An office. Raised floors skip them, please.", ["raised floors"]),
        ("Headphones. Lights, cat ears, glitter - lose them.", ["lights", "cat ears", "glitter"]),
        ("A caravan. Oven & microwave: delete both.", ["oven", "microwave"]),
        ("A caretaker's flat was discussed and dropped.", ["caretaker's flat"]),
        ("Velvet, suede and linen are all out.", ["velvet", "suede", "linen"]),
        ("The lab bench of the first draft is gone.", ["lab bench"]),
        ("The restaurant (item 2) is deleted.", ["restaurant"]),
        ("a cellar not counted and not wanted", ["cellar"]),
        ("We can do without televisions, air conditioning and haste.",
         ["televisions", "air conditioning", "haste"]),
        ("A dryer. Half load button... we'd never use it.", ["half load button"]),
        ("2.2 No basement shall be constructed.", ["basement"]),
        ("Water cooling is ruled out by the insurer.", ["water cooling"]),
        ("Nobody here needs a chaise.", ["chaise"]),
        ("Frost-free: no. 530 EUR", ["frost free"]),
    ],
)  # fmt: skip
def test_short_answers_and_lists(text: str, expected: list[str]) -> None:
    assert ruled_out(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "dock doors: n = 14",
        "a kitchen, pull-out bins, and a heater, 2 kW, tilt cut-out",
        "the gym is out in the garden",
        "The window seat we never use becomes storage.",
        "lights that never go out",
        "a fridge, freezer drawer removed easily for cleaning",
        "a desk, top cut from one board",
        "a side door left open by a hook",
        "generators: N+1",
        "the stone is cut and polished",
        "two floors, no, three",
        "winch; not needed: ",
        "the battery can be taken out",
        "The sofa we hate. A new one, 2 m",
    ],
)
def test_short_words_that_deny_nothing(text: str) -> None:
    assert ruled_out(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a desk, lockable no. 240 euro", ["lockable"]),
        ("a fridge; ice maker no. 61 kg, 480 GBP", ["ice maker"]),
        ("a wardrobe, mirror no. 1 150 EUR", ["mirror"]),
        ("a house on plot no. 12, 300 m2", []),
        ("a chair as in order no. 4711, oak", []),
        ("a television, wifi off, 24 kg", ["wifi"]),
        ("a lamp that turns the light off by itself", []),
        ("a yard building. Cars and vans: none. 400 m2", ["cars", "vans"]),
        ("a studio. Heating or air con: no", ["heating", "air con"]),
        ("a camera; mic, wifi: no", ["wifi"]),
        ("a house, and a lift would spoil the stairs", ["lift"]),
        ("heated seats would spoil us", []),
        ("Don't plan any parking", ["parking"]),
        ("We don't plan to move before May", []),
        ("A fridge. Ice maker? God no.", ["ice maker"]),
        ("A kitchen island. Drawers: none whatsoever", ["drawers"]),
        ("The partners have ruled a gym out.", ["gym"]),
        ("A camera; GPS would only drain the battery", ["gps"]),
        ("A hotel, and we've had enough of minibars", ["minibars"]),
        ("A boat. My wife objects to a cabin.", ["cabin"]),
        ("A laptop; touch is of no use to us", ["touch"]),
        ("A drone; obstacle sensors aren't worth the weight", ["obstacle sensors"]),
        ("A lift would be nice but there's no money for it", []),
    ],
)
def test_answers_in_a_list_of_items(text: str, expected: list[str]) -> None:
    assert ruled_out(text) == expected
