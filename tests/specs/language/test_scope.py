"""What is ruled out, and what is about something else."""

import pytest

from specs.language import analyse


def ruled_out(text: str) -> list[str]:
    document = analyse(text)
    return [document.tokens.phrase(*item) for n in document.negations for item in n.items]


def aside(text: str) -> str:
    document = analyse(text)
    return " ".join(w for w, away in zip(document.words, document.aside, strict=True) if away)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a house, no basement", ["basement"]),
        ("a house without a basement or garage", ["basement", "garage"]),
        ("no wifi, bluetooth or app", ["wifi", "bluetooth", "app"]),
        ("no basement, two lifts", ["basement"]),
        ("a swimming pool is definitely not wanted", ["swimming pool"]),
        ("we don't want a lawn", ["lawn"]),
        ("Basement: none", ["basement"]),
        ("wifi=no, gps=yes", ["wifi"]),
        ("lift yes, basement no", ["basement"]),
        ("belt rather than chain", ["chain"]),
        ("must not swivel", ["swivel"]),
        ("nothing smart or app-controlled", ["smart", "app controlled"]),
        ("plastic-free", ["plastic"]),
        ("sans touchscreen", ["touchscreen"]),
        ("no camera no internet no app", ["camera", "internet", "app"]),
        ("sturdy, turntable absent, white", ["turntable"]),
        ("I dont want a garage", ["garage"]),
        ("skip the sunroof and the hook", ["sunroof", "hook"]),
        ("Delete: radio, airbags, horn.", ["radio", "airbags", "horn"]),
        ("parking is explicitly excluded", ["parking"]),
        ("pool and sauna are not wanted", ["pool", "sauna"]),
        ("a pool and a sauna is not wanted", ["sauna"]),
        ("wifi isn't wanted, nor is a mic", ["wifi", "mic"]),
        ("the terrace with forty more isn't part of this job", ["terrace"]),
        ("delivered less the light bar", ["light bar"]),
        ("the cab-less version", ["cab"]),
        ("please leave the sauna out", ["sauna"]),
        ("Exclusions: pool, sauna and gym", ["pool", "sauna", "gym"]),
        ("anything but a battery", ["battery"]),
        ("skip drawers entirely", ["drawers"]),
        ("a hard no on carpets", ["carpets"]),
        ("| Remote control | no |", ["remote control"]),
        ("£900 excluding VAT", []),
        ("maintenance-free", []),
        ("no frost", []),
        ("no thicker than 5 cm", []),
        ("no later than June", []),
        ("not sure about the colour", []),
        ("32 g without the strap", []),
        ("it replaces a machine that has no cab", []),
    ],
)
def test_negation(text: str, expected: list[str]) -> None:
    assert ruled_out(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a museum by the harbour, replacing the old wooden shed. Zinc roof", "old wooden shed"),
        ("a bench next to the brick barbecue", "brick barbecue"),
        ("The lot is about a quarter acre", "quarter acre"),
        ("a chair for a guy who's 6'2\"", "who's 6"),
        ("Our gas boiler finally died, so we need a heat pump", "gas boiler"),
        ("My 2017 one weighs 2.6 kg; this one must not", "weighs 2.6 kg"),
        ("We moved and the old dresser (teak) won't fit. New: walnut", "old dresser ( teak )"),
        ("The old mill, a brick box with a tin roof, comes down", "brick box"),
        ("The one in my office (green leather) is old. A sofa", "green leather"),
        ("There's a brick tower from 1898 on the left. A boathouse", "brick tower"),
        ("A bike for a 12 year old (44 kg)", "44 kg"),
    ],
)
def test_aside(text: str, words: str) -> None:
    assert words in aside(text)


@pytest.mark.parametrize(
    "text",
    [
        "we would like a community center",
        "walls under a tile roof",
        "an oak bench",
        "Opening: 30 months after the start",
        "There is a garage on the left and a porch on the right",
    ],
)
def test_what_speaks_of_the_design(text: str) -> None:
    assert aside(text) == ""


def test_lists_of_phrases_have_an_order_that_no_run_changes() -> None:
    from specs.knowledge import phraselist

    denials = phraselist("negations", "denials")
    assert list(denials) == sorted(denials, key=lambda phrase: (-len(phrase), phrase))
    assert denials.index(("leave", "it", "out")) < denials.index(("leave", "out"))
