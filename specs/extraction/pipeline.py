"""The order in which a prompt is read: what is surest claims its words first."""

from dataclasses import dataclass, field

from specs.errors import NotADesign
from specs.extraction.cost import Price, read_cost
from specs.extraction.counted import Count
from specs.extraction.counts import read_counts
from specs.extraction.dimensions import Side, read_dimensions
from specs.extraction.exclusions import Exclusion, read_exclusions
from specs.extraction.features import Feature, read_features
from specs.extraction.kind import read_kind, told_by_evidence
from specs.extraction.materials import Stuff, read_materials
from specs.extraction.performance import Metric, read_performance
from specs.extraction.refusal import refusal
from specs.extraction.spaces import Room, read_spaces
from specs.extraction.stories import Stories, read_stories
from specs.extraction.timeline import Timeline, read_timeline
from specs.language.document import Document, analyse
from specs.language.facts import measured, tidy
from specs.language.subject import Subject
from specs.records import Number


@dataclass(slots=True)
class Findings:
    """Everything the stages read from one prompt."""

    doc: Document
    subject: Subject
    stories: Stories | None = None
    dimensions: list[Side] = field(default_factory=list)
    materials: list[Stuff] = field(default_factory=list)
    spaces: list[Room] = field(default_factory=list)
    performance: list[Metric] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    features: list[Feature] = field(default_factory=list)
    exclusions: list[Exclusion] = field(default_factory=list)
    cost: Price | None = None
    timeline: Timeline | None = None
    overridden: str | None = None
    """The design type of the prompt where the caller asked for another one."""
    contradictions: list[tuple[str, Number, Number]] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    """Features that the prompt both asks for and rules out."""


UNNAMED = Subject("general", "general", 0, 0, 0.0, 0.3)


def find(prompt: str, design_type: str | None = None) -> Findings:
    doc = analyse(prompt)
    stated = read_kind(doc)
    refused = refusal(doc, stated.score if stated is not None and stated.score > 0 else None)
    if refused is not None:
        raise NotADesign(*refused)
    subject, overridden = stated or told_by_evidence(doc, UNNAMED), None
    if design_type is not None and subject.design_type != design_type:
        overridden = stated.design_type if stated is not None else None
        subject = read_kind(doc, design_type) or Subject(
            design_type, "general", subject.first, subject.last, 0.0, 0.5, subject.design_type
        )
    found = Findings(doc, subject, overridden=overridden)
    found.exclusions = read_exclusions(doc, subject)
    found.cost = read_cost(doc)
    if subject.design_type == "building":
        found.stories = read_stories(doc, subject.category)
    found.performance = read_performance(doc, subject)
    found.timeline = read_timeline(doc)
    ruled_out = {exclusion.name for exclusion in found.exclusions}
    # "5-drawer? No drawers, it's a chest."
    found.counts = [
        count
        for count in read_counts(doc, subject)
        if count.metric not in ruled_out
        or doc.words[count.evidence.last : count.evidence.last + 1] != ["?"]
    ]
    stories = None if found.stories is None else found.stories.value
    found.spaces = read_spaces(doc, subject, stories)
    found.dimensions, found.contradictions = read_dimensions(doc, subject)
    largest = max((room.area or 0 for room in found.spaces), default=0)
    # No building is smaller than one of its rooms: "consulting (4) at 14 m2" is another one.
    found.dimensions = [s for s in found.dimensions if s.name != "floor_area" or s.value >= largest]
    if found.stories is not None and found.stories.floor is not None:
        floor = found.stories.floor
        if all(side.name != "floor_area" for side in found.dimensions):
            area = tidy(floor.value * found.stories.value)
            found.dimensions.append(Side("floor_area", area, measured(floor, confidence=0.9)))
    found.materials = read_materials(doc, subject)
    found.features = read_features(doc, subject)
    found.withdrawn = [f.name for f in found.features if f.name in ruled_out]
    measured_names = {m.metric for m in found.performance} | {c.metric for c in found.counts}
    # One fact, one place (rule 5): four drawers are a figure, not also a feature.
    found.features = [f for f in found.features if f.name not in ruled_out | measured_names]
    doc.take(subject.first, subject.last)
    return found
