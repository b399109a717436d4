"""Figures whose unit is their label: 'Horsepower: 350', 'Watts = 900' on a data sheet."""

from specs.extraction.performance.metrics import Metric, metric
from specs.language.document import Document
from specs.language.facts import measured
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import MARK

HORSE = 0.74569987158227
LABELS: dict[str, tuple[str, float]] = {
    "horsepower": ("power", HORSE),
    "hp": ("power", HORSE),
    "bhp": ("power", HORSE),
    "ps": ("power", 0.73549875),
    "kw": ("power", 1.0),
    "kilowatt": ("power", 1.0),
    "watt": ("power", 0.001),
    "wattage": ("power", 0.001),
    "nm": ("torque", 1.0),
    "decibel": ("noise", 1.0),
    "db": ("noise", 1.0),
    "nit": ("brightness", 1.0),
    "lumen": ("luminous_flux", 1.0),
    "cfm": ("airflow", 1.6990108),
    "mah": ("battery_charge", 1.0),
    "megapixel": ("camera_resolution", 1.0),
    "rpm": ("spin_speed", 1.0),
}


def read_labelled(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    at = quantity.first - 2
    if at < 0 or doc.words[at + 1] not in (":", "=", "|") or quantity.group >= 0:
        return None
    known = LABELS.get(doc.lemmas[at])
    if known is None or subject.design_type in ("building", "furniture"):
        return None
    name, factor = known
    if name == "spin_speed" and subject.category not in ("washing_machine", "dryer"):
        return None
    opens = at == 0 or doc.kinds[at - 1] == MARK
    ends = quantity.last >= len(doc) or doc.kinds[quantity.last] == MARK
    if not (opens and ends):
        return None
    doc.take(at, at + 1)
    return metric(name, quantity.value * factor, measured(quantity, factor=factor))
