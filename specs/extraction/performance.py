"""Performance: what a number with a unit says about the design, by cue and design type."""

from dataclasses import dataclass

from specs.knowledge import vocabulary, wordset
from specs.language.cues import Cue, cue_of
from specs.language.document import Document
from specs.language.facts import Evidence, measured, tidy
from specs.language.ownership import WHOLE, owner
from specs.language.quantity import Quantity
from specs.language.subject import Subject

BURNER_WORDS = wordset("performance", "burner_words")
POCKET = wordset("performance", "pocket")
SIDES = wordset("performance", "sides")

SCREENS = wordset("performance", "screens")
TON_OF_COOLING = 3.516852842
HOURS = {
    "h": 1.0,
    "min": 1 / 60,
    "s": 1 / 3600,
    "day": 24.0,
    "week": 168.0,
    "month": 720.0,
    "year": 8760.0,
}
SECONDS = {"s": 1.0, "min": 60.0}
# Kinds of quantity that mean one metric whatever stands beside them.
PLAIN = {
    "torque": "torque",
    "consumption": "fuel_consumption",
    "pixels": "camera_resolution",
    "airflow": "airflow",
    "luminance": "brightness",
    "luminous_flux": "luminous_flux",
    "energy_use": "energy_use",
    "energy_intensity": "energy_intensity",
    "charge": "battery_charge",
}
NEAR = 4.0


@dataclass(frozen=True, slots=True)
class Metric:
    metric: str
    value: float
    unit: str
    evidence: Evidence


def metric(name: str, value: float, evidence: Evidence) -> Metric:
    return Metric(name, tidy(value), vocabulary()["performance"][name]["unit"], evidence)


def read_performance(doc: Document, subject: Subject) -> list[Metric]:
    found: list[Metric] = []
    for quantity in doc.quantities:
        if any(doc.taken[quantity.first : quantity.last]) or not doc.is_free(
            quantity.first, quantity.last
        ):
            continue
        read = _read(doc, subject, quantity)
        if read is None or any(m.metric == read.metric for m in found):
            continue
        found.append(read)
        doc.take(read.evidence.first, read.evidence.last)
        cue = cue_of(doc, quantity)
        if cue is not None and cue.cost <= NEAR and not cue.role.startswith("-"):
            # The word that says what is measured has found its place with the figure.
            doc.take(cue.first, cue.last)
    return found


def _read(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    if quantity.kind in PLAIN:
        if quantity.kind in ("energy_use", "energy_intensity", "airflow") or owner_ok(
            doc, subject, quantity
        ):
            return metric(PLAIN[quantity.kind], quantity.value, measured(quantity))
        return None
    reader = READERS.get(quantity.kind)
    return reader(doc, subject, quantity) if reader is not None else None


def owner_ok(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    return True


def _cue(doc: Document, subject: Subject, quantity: Quantity, near: float = NEAR) -> Cue | None:
    cue = cue_of(doc, quantity)
    if cue is None or cue.cost > near:
        return None
    if (
        (cue.role.startswith("-") or cue.role == "range")
        and cue.first < subject.last
        and subject.first < cue.last
    ):
        # "Water bottle 750 ml": the thing's own name says nothing against its number.
        return None
    return cue


def _power(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = _cue(doc, subject, quantity)
    role = cue.role if cue else None
    if role is not None and role.startswith("-"):
        return None
    if subject.design_type == "building":
        return None
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
    ):
        return metric("cooling_capacity", quantity.value, measured(quantity, confidence=0.8))
    if role == "cooling_capacity":
        return metric("cooling_capacity", quantity.value, measured(quantity))
    if role != "power" and _is_parts(doc, subject, quantity):
        return None
    return metric("power", quantity.value, measured(quantity))


def _is_parts(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'15 W wireless charger', '10 W speakers' of a monitor: a known part stands behind."""
    at = quantity.end
    mention = doc.mention_at[at] if at < len(doc) else None
    return (
        mention is not None
        and mention.entry("free") is not None
        and not (mention.first <= subject.first < mention.last)
    )


def _cooling(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
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


def _energy(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = _cue(doc, subject, quantity)
    if (cue is not None and cue.role.startswith("-")) or subject.design_type == "building":
        return None
    return metric("battery_energy", quantity.value, measured(quantity))


def _speed(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    if quantity.low == 0:
        return None
    cue = _cue(doc, subject, quantity)
    if (cue is not None and cue.role.startswith("-")) or subject.design_type not in (
        "vehicle",
        "general",
    ):
        return None
    return metric("top_speed", quantity.value, measured(quantity))


def _frequency(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = _cue(doc, subject, quantity, 3.0)
    if cue is not None and cue.role.startswith("-"):
        return None
    if (subject.design_type != "electronics" and cue is None) or not 20 < quantity.value <= 1000:
        return None
    if subject.category in ("speaker", "headphones", "router", "printer", "sensor") or (
        quantity.low is not None and quantity.low < 24 and quantity.bound == "range"
    ):
        return None
    return metric("refresh_rate", quantity.value, measured(quantity))


def _data(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = _cue(doc, subject, quantity, 3.0)
    role = cue.role if cue else None
    if role is not None and role.startswith("-"):
        return None
    if role == "memory" and quantity.value >= 64 and subject.category in POCKET:
        role = "storage"
    if role is None:
        role = _memory_or_storage(doc, subject, quantity)
    return metric(role, quantity.value, measured(quantity, confidence=0.95 if cue else 0.75))


def _memory_or_storage(doc: Document, subject: Subject, quantity: Quantity) -> str:
    """Unlabelled pairs like 16 GB/512 GB: the smaller is memory, the larger storage."""
    others = [q for q in doc.quantities if q.kind == "data" and q is not quantity]
    if any(q.value > quantity.value for q in others):
        return "memory"
    if any(q.value < quantity.value for q in others):
        return "storage"
    small = quantity.value <= 24 and subject.category in ("laptop", "desktop")
    return "memory" if small else "storage"


def _pressure(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = _cue(doc, subject, quantity, 3.0)
    if (cue is not None and cue.role.startswith("-")) or subject.design_type in (
        "building",
        "furniture",
    ):
        return None
    if quantity.written not in ("bar", "psi", "megapascal", "kilopascal"):
        return None
    return metric("pressure", quantity.value, measured(quantity))


def _sound(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = _cue(doc, subject, quantity, 3.0)
    if cue is not None and cue.role.startswith("-"):
        return None
    if (
        subject.category in ("speaker", "headphones", "microphone", "hearing_aid", "amplifier")
        and cue is None
    ):
        return None
    if subject.design_type == "building" and cue is None:
        return None
    return metric("noise", quantity.value, measured(quantity))


def _rotation(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    if subject.category not in ("washing_machine", "dryer"):
        return None
    return metric("spin_speed", quantity.value, measured(quantity))


def _duration(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    if quantity.unit in SECONDS:
        sprint = _acceleration(doc, subject, quantity)
        if sprint is not None:
            return sprint
    if quantity.unit not in HOURS:
        return None
    cue = _cue(doc, subject, quantity, 5.0)
    if cue is None or cue.role != "battery_life":
        if cue is None and _bare_runtime(doc, subject, quantity):
            factor = HOURS[quantity.unit]
            evidence = measured(quantity, factor=factor, confidence=0.7)
            return metric("battery_life", quantity.value * factor, evidence)
        return None
    if subject.design_type == "building":
        return None
    factor = HOURS[quantity.unit]
    return metric("battery_life", quantity.value * factor, measured(quantity, factor=factor))


RUNNING = wordset("performance", "running")


def _bare_runtime(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'wireless headset, 30 hours': a list item of its own on a thing that runs on a battery."""
    if quantity.unit not in ("h", "min") or subject.category not in RUNNING:
        return False
    first, last = quantity.first, quantity.last
    opens = first == 0 or doc.words[first - 1] in (",", ";", ":", "\n", ".", "-", "~")
    return opens and (last >= len(doc) or doc.words[last] in (",", ";", ".", "\n"))


def _acceleration(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    """'0-60 in 2.9 s': a span that starts at zero stands before the seconds."""
    if subject.design_type != "vehicle":
        return None
    for other in doc.quantities:
        if (
            other.last <= quantity.first and quantity.first - other.last <= 4
        ) or 0 <= other.first - quantity.last <= 5:
            if (
                other.low == 0
                and other.high is not None
                and other.kind in ("count", "speed")
                and _near_hundred(other)
            ):
                doc.take(other.first, other.last)
                return metric(
                    "acceleration_0_100",
                    quantity.value * SECONDS[quantity.unit],
                    measured(quantity),
                )
    cue = _cue(doc, subject, quantity)
    if cue is not None and cue.role == "acceleration_0_100":
        return metric(
            "acceleration_0_100", quantity.value * SECONDS[quantity.unit], measured(quantity)
        )
    return None


def _near_hundred(span: Quantity) -> bool:
    top = span.high or 0
    return top in (60, 62, 100) if span.kind == "count" else 95 <= top <= 101


def _length(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    if quantity.group >= 0 or quantity.label in SIDES:
        return None
    cue = _cue(doc, subject, quantity)
    role = cue.role if cue else None
    if role is not None and role.startswith("-"):
        return None
    if quantity.written in ("kilometre", "mile", "nautical_mile"):
        if role == "range" or (role is None and subject.design_type in ("vehicle", "general")):
            return metric(
                "range",
                quantity.value / 1000,
                measured(quantity, factor=1 / 1000, confidence=0.95 if role else 0.7),
            )
        return None
    if role == "range" and subject.category == "drone" and quantity.value >= 500:
        return metric("range", quantity.value / 1000, measured(quantity, factor=1 / 1000))
    if (
        role == "wheel_size"
        and subject.design_type in ("vehicle", "general")
        and cue is not None
        and cue.cost <= 2.7
    ):
        return metric("wheel_size", quantity.value / 0.0254, measured(quantity, factor=1 / 0.0254))
    if quantity.written not in ("inch", "centimetre") or subject.design_type == "building":
        return None
    if role == "display_size" and subject.design_type != "furniture":
        return metric(
            "display_size", quantity.value / 0.0254, measured(quantity, factor=1 / 0.0254)
        )
    if (
        quantity.written == "inch"
        and subject.category in SCREENS
        and subject.design_type == "electronics"
    ):
        if owner(doc, quantity, subject.head) == WHOLE or quantity.end <= subject.first:
            return metric(
                "display_size", quantity.value / 0.0254, measured(quantity, factor=1 / 0.0254)
            )
    if (
        quantity.written == "inch"
        and subject.category in ("bicycle", "scooter")
        and quantity.end <= subject.first
    ):
        return metric(
            "wheel_size",
            quantity.value / 0.0254,
            measured(quantity, factor=1 / 0.0254, confidence=0.75),
        )
    return None


def _volume(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = _cue(doc, subject, quantity)
    role = cue.role if cue else None
    if subject.design_type == "building" or (role is not None and role.startswith("-")):
        return None
    litres = quantity.value * 1000
    if subject.design_type == "vehicle":
        tank = cue is not None and doc.lemmas[cue.last - 1] == "tank"
        if cue is not None and "water" in doc.words[cue.first : cue.last]:
            return None
        if _engine_size(doc, quantity, subject) and not tank:
            return None
        if role == "fuel_tank" or (role == "capacity" and tank):
            return metric("fuel_tank", litres, measured(quantity, factor=1000))
        return metric(
            "capacity", litres, measured(quantity, factor=1000, confidence=0.95 if role else 0.75)
        )
    if (
        role == "volume" and subject.design_type == "electronics"
    ) or subject.design_type == "electronics":
        return None
    if role == "fuel_tank":
        return metric("fuel_tank", litres, measured(quantity, factor=1000))
    return metric(
        "capacity", litres, measured(quantity, factor=1000, confidence=0.95 if role else 0.85)
    )


def _engine_size(doc: Document, quantity: Quantity, subject: Subject) -> bool:
    """'a 2.0-litre saloon': so few litres are cylinders."""
    return quantity.written == "litre" and quantity.value < 0.009


def _mass(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = _cue(doc, subject, quantity)
    role = cue.role if cue else None
    if subject.category == "air_conditioner" and quantity.written == "short_ton":
        tons = quantity.number
        return metric(
            "cooling_capacity",
            tons * TON_OF_COOLING,
            measured(quantity, factor=TON_OF_COOLING / 907.18474),
        )
    if (role is not None and role.startswith("-")) or subject.design_type == "building":
        return None
    if subject.category in ("washing_machine", "dryer") and subject.design_type == "appliance":
        if role != "weight" and quantity.value <= 30:
            return metric("load", quantity.value, measured(quantity))
        return None
    if role == "payload" or (role is None and _up_to(doc, subject, quantity)):
        return metric("payload", quantity.value, measured(quantity))
    return None


def _up_to(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'office chair, up to 150 kg': what it bears; a weight is 'under' or 'at most'."""
    ahead = doc.words[max(0, quantity.first - 2) : quantity.first]
    return ahead == ["up", "to"] and subject.design_type in ("furniture", "vehicle")


READERS = {
    "power": _power,
    "cooling": _cooling,
    "energy": _energy,
    "speed": _speed,
    "frequency": _frequency,
    "data": _data,
    "pressure": _pressure,
    "sound": _sound,
    "rotation": _rotation,
    "duration": _duration,
    "length": _length,
    "volume": _volume,
    "mass": _mass,
}
