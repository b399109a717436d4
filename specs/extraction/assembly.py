"""From what the stages found to a spec, with the origin of every leaf."""

from typing import Any

from specs.design import Cost, DesignSpec, Dimensions, Material, Performance, Space
from specs.draft import Notice, Reading
from specs.extraction.pipeline import Findings
from specs.extraction.prose import Phrase, Prose, leftovers
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.pointers import pointer
from specs.provenance import Origin, Provenance, Source, Unmet

PROMPT = Source.PROMPT
"""Looked up once: a member of an enumeration is found by a search through its classes."""
UNTITLED = "Design"
MOST_TEXTS = 40
NO_PLACE_FOR_NUMBER = "no field of the spec holds this figure"
NO_PLACE_FOR_WORDS = "no field of the spec holds this wish"


class Ledger:
    """Collects the origins while the spec is put together."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.provenance: Provenance = {}
        self.noted: Evidence | None = None
        self.origin: Origin | None = None
        """That of `noted`."""

    def note(self, evidence: Evidence, *parts: str | int) -> None:
        origin = self.origin
        if origin is None or self.noted is not evidence:
            # The leaves of one part of the spec follow each other: one origin serves them all.
            self.noted, self.origin = evidence, (origin := self._origin(evidence))
        self.provenance[pointer(*parts)] = origin

    def _origin(self, evidence: Evidence) -> Origin:
        first, last, doc = evidence.first, evidence.last, self.doc
        if doc.amended:
            inside = range(first, last)
            last = max([last, *(doc.amended[at] for at in inside if at in doc.amended)])
        start, end = doc.tokens.span(first, last)
        # By position, which is made in half the time; no rule and no session.
        return Origin(
            PROMPT, doc.tokens.text.source[start:end], start, end, None, None,
            evidence.confidence, evidence.alternative, evidence.bound, evidence.low, evidence.high,
        )  # fmt: skip

    def note_default(self, rule: str, *parts: str | int) -> None:
        self.provenance[pointer(*parts)] = Origin(Source.DEFAULT, rule=rule)


def assemble(prompt: str, found: Findings, prose: Prose, notices: list[Notice]) -> Reading:
    doc, subject = found.doc, found.subject
    ledger = Ledger(doc)
    _name(found, ledger)
    title = _title(prose, ledger)
    spec = DesignSpec(
        design_type=subject.design_type,
        category=subject.category,
        title=title,
        stories=_stories(found, ledger),
        dimensions=_dimensions(found, ledger),
        materials=_materials(found, ledger),
        spaces=_spaces(found, ledger),
        performance=_performance(found, ledger),
        features=_names(found.features, "features", ledger),
        exclusions=_names(found.exclusions, "exclusions", ledger),
        requirements=_texts(prose.requirements, "requirements", ledger),
        constraints=_texts(prose.constraints, "constraints", ledger),
        use_cases=_texts(prose.use_cases, "use_cases", ledger),
        target_audience=_audience(prose, ledger),
        estimated_cost=_cost(found, ledger),
        timeline=_timeline(found, ledger),
    )
    return Reading(prompt, spec, ledger.provenance, _unmet(doc), tuple(notices))


def _name(found: Findings, ledger: Ledger) -> None:
    subject = found.subject
    if subject.last <= subject.first and subject.confidence < 0.6:
        ledger.note_default("unnamed_kind", "design_type")
        ledger.note_default("unnamed_kind", "category")
        return
    first, last = subject.first, max(subject.last, subject.first + 1)
    evidence = Evidence(first, last, subject.confidence)
    if subject.alternative is None:
        ledger.note(evidence, "design_type")
    else:
        other = Evidence(first, last, subject.confidence, alternative=subject.alternative)
        ledger.note(other, "design_type")
    ledger.note(evidence, "category")


def _title(prose: Prose, ledger: Ledger) -> str:
    if prose.title is None:
        ledger.note_default("untitled", "title")
        return UNTITLED
    ledger.note(Evidence(prose.title.first, prose.title.last, 0.8), "title")
    return prose.title.text


def _stories(found: Findings, ledger: Ledger) -> int | None:
    if found.stories is None:
        return None
    ledger.note(found.stories.evidence, "stories")
    return found.stories.value


def _dimensions(found: Findings, ledger: Ledger) -> Dimensions:
    for side in found.dimensions:
        ledger.note(side.evidence, "dimensions", side.name)
    return Dimensions(**{side.name: side.value for side in found.dimensions})


def _materials(found: Findings, ledger: Ledger) -> tuple[Material, ...]:
    for index, stuff in enumerate(found.materials):
        ledger.note(stuff.evidence, "materials", index, "type")
        if stuff.grade is not None:
            ledger.note(stuff.grade_evidence or stuff.evidence, "materials", index, "grade")
        if stuff.use is not None:
            ledger.note(stuff.use_evidence or stuff.evidence, "materials", index, "use")
    return tuple(Material(s.type, s.grade, s.use) for s in found.materials)


def _spaces(found: Findings, ledger: Ledger) -> tuple[Space, ...]:
    for index, room in enumerate(found.spaces):
        ledger.note(room.evidence, "spaces", index, "type")
        ledger.note(room.evidence, "spaces", index, "count")
        if room.area is not None and room.area_evidence is not None:
            ledger.note(room.area_evidence, "spaces", index, "area")
    return tuple(Space(r.type, r.count, r.area) for r in found.spaces)


def _performance(found: Findings, ledger: Ledger) -> tuple[Performance, ...]:
    figures = [(m.evidence, m.metric, m.value, m.unit) for m in found.performance]
    figures += [(c.evidence, c.metric, c.value, "1") for c in found.counts]
    figures.sort(key=lambda figure: figure[0].first)
    for index, (evidence, *_) in enumerate(figures):
        for leaf in ("metric", "value", "unit"):
            ledger.note(evidence, "performance", index, leaf)
    return tuple(Performance(name, value, unit) for _, name, value, unit in figures)


def _names(items: list[Any], key: str, ledger: Ledger) -> tuple[str, ...]:
    for index, item in enumerate(items):
        ledger.note(item.evidence, key, index)
    return tuple(item.name for item in items)


def _texts(phrases: list[Phrase], key: str, ledger: Ledger) -> tuple[str, ...]:
    kept = phrases[:MOST_TEXTS]
    for index, phrase in enumerate(kept):
        ledger.note(Evidence(phrase.first, phrase.last, 0.8), key, index)
    return tuple(phrase.text for phrase in kept)


def _audience(prose: Prose, ledger: Ledger) -> str | None:
    if prose.audience is None:
        return None
    ledger.note(Evidence(prose.audience.first, prose.audience.last, 0.8), "target_audience")
    return prose.audience.text


def _cost(found: Findings, ledger: Ledger) -> Cost | None:
    if found.cost is None:
        return None
    ledger.note(found.cost.evidence, "estimated_cost", "amount")
    plain = Evidence(
        found.cost.evidence.first, found.cost.evidence.last, found.cost.evidence.confidence
    )
    ledger.note(plain, "estimated_cost", "currency")
    return Cost(found.cost.amount, found.cost.currency)


def _timeline(found: Findings, ledger: Ledger) -> str | None:
    if found.timeline is None:
        return None
    ledger.note(found.timeline.evidence, "timeline")
    return found.timeline.value


def _unmet(doc: Document) -> tuple[Unmet, ...]:
    found = []
    for first, last in leftovers(doc):
        start, end = doc.tokens.span(first, last)
        number = any(doc.quantity_at[first:last])
        reason = NO_PLACE_FOR_NUMBER if number else NO_PLACE_FOR_WORDS
        found.append(Unmet(doc.tokens.text.source[start:end], start, end, reason))
    return tuple(found)
