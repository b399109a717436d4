"""What holds for every text: it is read or refused, spans are exact, specs are valid."""

import unicodedata
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specs.draft import Reading
from specs.errors import NotADesign
from specs.extraction import read
from specs.pointers import leaves
from specs.provenance import Source
from specs.schema import violations
from specs.scoring.hostile import HOSTILE, milliseconds

PIECES = [
    "a house",
    "an oak table",
    "laptop",
    "20 x 30 m",
    "no",
    "basement",
    "under $42k",
    "with",
    ",",
    ".",
    "4 bedrooms",
    "2.5 baths",
    "steel frame",
    "or",
    "and",
    "6'2\"",
    "3½",
    "0-60 in 3 s",
    ":",
    "none",
    "next to the barn",
    "G+2",
    "about",
    "12 kg",
    "ten weeks",
    "of",
    "H 85 x W 60 cm",
    "(",
    ")",
    "each",
    "1.299 PLN",
    "wifi",
    "£",
    "lakh",
    "\n",
    "we need",
    "instead of",
    "m²",
    "é",
    "́",
    "x",
    "-",
    "1/2",
]
PROMPTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join)


def check(prompt: str, reading: Reading) -> None:
    document = reading.spec.as_json()
    assert violations(document) == ()
    populated = {at for at, _ in leaves(document)} - {"/schema_version"}
    assert populated == set(reading.provenance)
    for at, origin in reading.provenance.items():
        if origin.source is Source.PROMPT:
            assert origin.text, at
            assert prompt[origin.start : origin.end] == origin.text
            assert 0 <= (origin.confidence or 0) <= 1
        else:
            # Nothing guessed is ever said to be stated.
            assert origin.rule
    for unmet in reading.unmet:
        assert prompt[unmet.start : unmet.end] == unmet.text


def read_or_refuse(prompt: str) -> None:
    with suppress(NotADesign):
        check(prompt, read(prompt))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PROMPTS)
def test_prompts_of_known_pieces(prompt: str) -> None:
    read_or_refuse(prompt)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text(prompt: str) -> None:
    read_or_refuse(prompt)


UNICODE_PROMPTS = [
    "Café mit 80 Sitzplätzen, a café with 80 seats, 260 m²",
    "Table ø 90 cm, 74 cm high, “oak” top",
    "Bureau 160 × 80 × 74 cm — oak, steel legs",
    "Desk １６０ × ８０ ｃｍ, oak",
    "Shelf 1½ in thick, 36″ wide, pine",
    "House 24,5 m × 12 m, façade in brick",
    "Bench ② seats, 1.5 m long, teak",
    "Lamp table 45 × 40 × 55 cm 🪵 walnut",
    "Tower 158 m tall, 45 storeys\u2028glass façade",
    "Villa für 4 people, a villa with 4 bedrooms, 320 m²",
    "Sofa 210 × 92 × 85 cm, velvet, €1.100–1.300",
    "房子 house, 120 m², 3 bedrooms",
    "стол table 120 × 60 × 75 cm, oak",
    "منزل house, 200 m², brick walls",
    "घर a house with 3 bedrooms, ₹45,00,000",
    "บ้าน house 90 m², teak walls",
    "Bookshelf 180 cm tall, 60 cm wide, chêne oak",
    "Naïve résumé shelf, 80 cm wide, ash",
    "Kettle 1.7 ℓ kettle, 3 kW, glass body",
    "Fridge 40 × 44 × 51 ㎝, 46 litres",
    "Café table, Ø60 cm, 110 cm high, marble top",
    "Bed 160 × 200 cm, “solid oak”, no headboard",
    "Chair ≤ 7 kg, ≥ 120 kg load capacity, beech",
    "Monitor 27″, ≈ 400 nits, 165 Hz, USB‑C",
    "Wi‑Fi 6 router, four ethernet ports, 230 × 155 × 45 mm",
    "Carport 6 m × 4 m; corten steel; ½ day of sun",
    "Ćuprija bridge, 24 m long, steel structure",
    "Stool, 45 cm high, ash\u00a0wood, 3\u202f500 g",
    "Kajak kayak 4,2 m long, 22 kg, fibreglass hull — ¥180,000",
    "Økohus house, 1 200 m² plot, 140 m² on two floors, NOK 4,5 mill",
    "Gîte house, 4 bedrooms, 2 bathrooms, tuiles tile roof, 420 000 €",
    "Ｔａｂｌｅ with oak top，7５ cm high",
]


@pytest.mark.parametrize("prompt", UNICODE_PROMPTS)
def test_offsets_hold_in_any_script_and_form(prompt: str) -> None:
    specs = []
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, prompt)
        reading = read(written)
        check(written, reading)
        specs.append(reading.spec)
    first, second = ({k: v for k, v in s.as_json().items() if k in FIGURES} for s in specs)
    assert first == second


FIGURES = ("design_type", "category", "stories", "dimensions", "materials", "spaces", "performance",
           "features", "exclusions", "estimated_cost", "timeline")  # fmt: skip


@pytest.mark.speed
@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text_and_no_faster(name: str) -> None:
    read_or_refuse("a house")
    text = HOSTILE[name]
    whole = milliseconds(read_or_refuse, text)
    quarter = milliseconds(read_or_refuse, text[: len(text) // 4])
    # The floor is what a slow machine's clock can tell apart; 4 times the text may take 12 times.
    assert whole < 150
    assert whole < max(12 * quarter, 20)


def test_reading_twice_gives_the_same() -> None:
    prompt = "Four-storey office, 42 x 18 m, no basement, two lifts, budget $6.2M."
    assert read(prompt) == read(prompt)
