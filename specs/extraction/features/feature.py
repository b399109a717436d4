"""A feature as it was read."""

from specs.language.facts import Evidence
from specs.language.lexicon import (
    feature_types,
)
from specs.language.phrases import Entry, Mention
from specs.language.subject import Subject
from specs.records import record


@record
class Feature:
    name: str
    evidence: Evidence


def fits(entry: Entry, subject: Subject) -> bool:
    if entry.detail is not None and subject.design_type not in entry.detail:
        return False
    return subject.design_type in feature_types().get(entry.name, ())


def is_head(mention: Mention, subject: Subject) -> bool:
    return mention.first < subject.last and subject.first < mention.last
