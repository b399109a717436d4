"""Performance: what a number with a unit says about the design, by cue and design type."""

from specs.extraction.performance.devices import (
    read_data,
    read_frequency,
    read_pressure,
    read_rotation,
    read_sound,
    read_spin,
)
from specs.extraction.performance.labelled import read_labelled
from specs.extraction.performance.metrics import NEAR, Metric, metric
from specs.extraction.performance.power import read_cooling, read_energy, read_horses, read_power
from specs.extraction.performance.sizes import read_length, read_mass, read_volume
from specs.extraction.performance.times import read_duration, read_speed, read_sprint
from specs.extraction.performance.unwritten import read_unwritten
from specs.language.cues import cue_of
from specs.language.document import Document
from specs.language.facts import measured
from specs.language.quantity import Quantity
from specs.language.subject import Subject

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


def read_performance(doc: Document, subject: Subject) -> list[Metric]:
    found: list[Metric] = []
    for quantity in doc.quantities:
        first, last = quantity.first, quantity.last
        if 1 in doc.taken[first:last] or not doc.is_free(first, last):
            continue
        read = _read(doc, subject, quantity)
        if read is None or read.metric in [m.metric for m in found]:
            continue
        found.append(read)
        doc.take(read.evidence.first, read.evidence.last)
        cue = cue_of(doc, quantity)
        if cue is not None and cue.cost <= NEAR and not cue.role.startswith("-"):
            # The word that says what is measured has found its place with the figure.
            doc.take(cue.first, cue.last)
    return found


DWELLINGS = frozenset({"van", "trailer", "motorhome", "boat", "bus", "truck"})
SAILS_OR_FLIES = frozenset({"aircraft", "boat", "drone"})
NAUTICAL_MILE = 1.852


def _read(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    if quantity.kind == "torque" and subject.category in SAILS_OR_FLIES:
        # "Range 2,000 nm": nobody gives the torque of an aircraft.
        evidence = measured(quantity, factor=NAUTICAL_MILE)
        return metric("range", quantity.value * NAUTICAL_MILE, evidence)
    charge = quantity.kind == "charge"
    if (
        charge
        and subject.design_type == "vehicle"
        and any(q.kind == "energy" for q in doc.quantities)
    ):
        # "72 V 40 Ah = 2.88 kWh": the energy says it all.
        return None
    if charge and subject.category in DWELLINGS:
        # "200 Ah lithium" feeds the lamps.
        return None
    if quantity.kind in PLAIN:
        return metric(PLAIN[quantity.kind], quantity.value, measured(quantity))
    reader = READERS.get(quantity.kind)
    return reader(doc, subject, quantity) if reader is not None else None


def read_bare(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    """Numbers whose unit nobody writes: '0-60 in 3.4', '1400 spin'."""
    return (
        read_horses(doc, subject, quantity)
        or read_labelled(doc, subject, quantity)
        or read_sprint(doc, subject, quantity)
        or read_spin(doc, subject, quantity)
        or read_unwritten(doc, subject, quantity)
    )


READERS = {
    "count": read_bare,
    "power": read_power,
    "cooling": read_cooling,
    "energy": read_energy,
    "speed": read_speed,
    "frequency": read_frequency,
    "data": read_data,
    "pressure": read_pressure,
    "sound": read_sound,
    "rotation": read_rotation,
    "duration": read_duration,
    "length": read_length,
    "volume": read_volume,
    "mass": read_mass,
}
