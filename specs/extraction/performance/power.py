"""Power, cooling and battery energy."""

from specs.extraction.performance.metrics import Metric, cue_near, is_total, metric
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import measured
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import MARK

BURNER_WORDS = wordset("performance", "burner_words")


def read_power(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = cue_near(doc, subject, quantity)
    role = cue.role if cue else None
    if role is not None and role.startswith("-"):
        return None
    if subject.design_type == "building":
        return None
    if doc.words[quantity.last : quantity.last + 1] == ["wireless"]:
        # "25 W wired and 15 W wireless".
        role = "charging_power"
    if role == "charging_power" and (_is_fed(doc, quantity) or _is_supply(doc, quantity)):
        role = "power"
    if role == "charging_power" and subject.design_type in (
        "vehicle",
        "electronics",
        "furniture",
        "general",
    ):
        return metric("charging_power", quantity.value, measured(quantity))
    if (
        subject.category == "air_conditioner"
        and quantity.written in ("kilowatt", "watt")
        and role != "power"
        and all(other.kind != "cooling" for other in doc.quantities)
        and not _only_cools_air(doc, subject)
        and not any(other.kind == "cooling" for other in doc.quantities)
    ):
        return metric("cooling_capacity", quantity.value, measured(quantity, confidence=0.8))
    if role == "cooling_capacity":
        return metric("cooling_capacity", quantity.value, measured(quantity))
    if role != "power" and (_is_parts(doc, subject, quantity) or _is_loudspeaker(doc, quantity)):
        return None
    if _is_summed(doc, quantity) or _is_burners(doc, subject, quantity):
        return None
    if role is None and subject.design_type == "furniture" and _is_lamp(doc, quantity):
        return None
    several = _several(doc, quantity) if subject.design_type == "vehicle" else 1.0
    return metric("power", quantity.value * several, measured(quantity, factor=several))


def _several(doc: Document, quantity: Quantity) -> float:
    """'2 x 500 hp' of a boat are a thousand, and so are 'twin 500 hp' and 'two 500 hp engines'."""
    at = quantity.first - 1
    if at < 0 or doc.words[at] in PAIRED:
        return PAIRED[doc.words[at]] if at >= 0 else 1.0
    if doc.words[at] == "of" and at > 1 and doc.lemmas[at - 1] in MAKERS:
        # "Two engines of 1,200 kW".
        number = doc.quantity_at[at - 2]
        counted = number is not None and number.kind == "count" and number.value in ENGINES
        return number.value if number is not None and counted else 1.0
    times = doc.words[at] in ("x", "×", "*")
    count = doc.quantity_at[at - times] if at >= times else None
    if doc.words[quantity.last : quantity.last + 1] == ["each"]:
        # "Two turbines of 900 kW each".
        near = [doc.quantity_at[i] for i in range(max(0, at - EACH), at + 1)]
        count = next((q for q in reversed(near) if q is not None), None)
    if count is None or count.kind != "count" or count.value not in ENGINES:
        return 1.0
    return count.value


def _is_summed(doc: Document, quantity: Quantity) -> bool:
    """'2 x 60 W, hence 120 W total': the total says it all."""
    return not is_total(doc, quantity) and any(
        other.kind == quantity.kind and other is not quantity and is_total(doc, other)
        for other in doc.quantities
    )


MAKERS = frozenset({"engine", "motor", "outboard", "turbine", "diesel", "inboard", "jet"})


def _is_burners(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'Two burners at 3 kW each': the whole has no such figure."""
    each = doc.words[quantity.last : quantity.last + 1] == ["each"]
    return each and subject.category in ("cooktop", "grill", "oven")


def _is_lamp(doc: Document, quantity: Quantity) -> bool:
    """'LED light, 2.5 W' of a cabinet."""
    near = doc.lemmas[max(0, quantity.first - 4) : quantity.first]
    return "light" in near or "lighting" in near or "led" in near


EACH = 5
"""Tokens back from a figure that is for each to how many there are."""
PAIRED = {"twin": 2.0, "dual": 2.0, "triple": 3.0, "quad": 4.0}
ENGINES = (2.0, 3.0, 4.0, 6.0, 8.0)


FED = frozenset({"runs", "run", "powered", "draws", "draw", "needs", "fed", "drawing"})


def _is_fed(doc: Document, quantity: Quantity) -> bool:
    """'Runs from a power bank via USB-C at 8 W': what the device draws."""
    return any(word in FED for word in doc.words[max(0, quantity.first - 9) : quantity.first])


def _is_supply(doc: Document, quantity: Quantity) -> bool:
    """'12-24 V DC 70 W': the mains it runs on."""
    at = quantity.first - 1
    if at < 1 or doc.words[at] not in ("dc", "ac"):
        return False
    volts = doc.quantity_at[at - 1]
    return volts is not None and volts.kind == "voltage"


def _only_cools_air(doc: Document, subject: Subject) -> bool:
    """'Evaporative cooler, 230 watts': a fan and a pump, no compressor to rate."""
    return any(word in COOLERS for word in doc.lemmas[subject.first : subject.last])


COOLERS = frozenset({"cooler", "chiller", "swamp"})


def _is_parts(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'15 W wireless charger', '10 W speakers' of a monitor: a known part stands behind."""
    at = quantity.end
    mention = doc.mention_at[at] if at < len(doc) else None
    return (
        mention is not None
        and mention.entry("free") is not None
        and not (mention.first <= subject.first < mention.last)
        # "1,800 W inverter" of a power station is what it gives.
        and not (doc.lemmas[at] == "inverter" and "station" in subject.category)
    )


def _is_loudspeaker(doc: Document, quantity: Quantity) -> bool:
    """'Stereo speakers 2 x 12 W' of a television that says what it draws itself."""
    at = quantity.first - 1
    while at > 0 and (doc.words[at] in ("x", "×") or doc.quantity_at[at] is not None):
        at -= 1
    said = [q for q in doc.quantities if q.kind == "power"]
    return (
        len(said) > 1 and quantity is not said[0] and doc.lemmas[at] in ("speaker", "loudspeaker")
    )


def read_cooling(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    if subject.category in ("cooktop", "oven", "grill") and any(
        w in BURNER_WORDS for w in doc.words[max(0, quantity.first - 4) : quantity.last + 4]
    ):
        # Burners are rated one by one; the whole has no such figure.
        return None
    if subject.category in ("heater", "grill", "oven", "cooktop", "water_heater"):
        return metric("power", quantity.value, measured(quantity))
    if subject.design_type == "building" and quantity.value > 0:
        return None
    return metric("cooling_capacity", quantity.value, measured(quantity))


DAYS = 365
DAILY = (
    ("daily",),
    ("a", "day"),
    ("per", "day"),
    ("each", "day"),
    ("every", "day"),
    ("/", "day"),
    ("/", "d"),
)


def _a_day(doc: Document, quantity: Quantity) -> bool:
    """'0.4 kWh daily': what is used up, no battery."""
    at = quantity.last
    return any(tuple(doc.words[at : at + len(phrase)]) == phrase for phrase in DAILY)


def read_energy(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = cue_near(doc, subject, quantity)
    if (cue is not None and cue.role.startswith("-")) or subject.design_type == "building":
        return None
    if subject.design_type in ("appliance", "electronics") and _of_a_year(doc, quantity):
        return metric("energy_use", quantity.value, measured(quantity))
    if _a_day(doc, quantity) and subject.design_type in ("appliance", "electronics"):
        evidence = measured(quantity, factor=DAYS)
        return metric("energy_use", quantity.value * DAYS, evidence)
    return metric("battery_energy", quantity.value, measured(quantity))


YEARLY = frozenset({"year", "annum", "annual", "yearly", "annually"})
YEAR_AHEAD, YEAR_BEHIND = 6, 3


def _of_a_year(doc: Document, quantity: Quantity) -> bool:
    """'Needs in the year not over 180 kWh', '48 kWh in the year'."""
    at = quantity.first - 1
    stop = max(-1, at - YEAR_AHEAD)
    while at > stop and doc.kinds[at] != MARK and doc.quantity_at[at] is None:
        if doc.words[at] in YEARLY:
            return True
        at -= 1
    behind = doc.words[quantity.last : quantity.last + YEAR_BEHIND]
    return behind[:2] == ["in", "the"] and behind[2:] == ["year"]


HORSE = 0.74569987158227
STABLE = 12
"""Fewer horses than that are carried, not harnessed to an engine."""


def read_horses(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    """'310 horses', 'a 20 horse outboard' of a vehicle."""
    noun = doc.lemmas[quantity.last : quantity.last + 1]
    if subject.design_type != "vehicle" or noun not in (["horse"], ["pony"]):
        return None
    if quantity.value < STABLE:
        return None
    evidence = measured(quantity, factor=HORSE)
    return metric("power", quantity.value * HORSE, evidence)
