"""Things whose one bare length is their height: coat stands, tower fans."""

from specs.language.document import Document
from specs.language.subject import Subject

UPRIGHT = frozenset({"coat_rack", "coat_stand", "hat_stand", "floor_lamp", "lectern", "easel"})
COLUMNS = frozenset({"tower", "pedestal", "standing", "floor"})


def is_upright(doc: Document, subject: Subject) -> bool:
    """A coat stand, a tower fan."""
    column = subject.category in ("fan", "heater", "speaker", "air_purifier", "lamp")
    return subject.category in UPRIGHT or (
        column and not COLUMNS.isdisjoint(doc.words[subject.first : subject.last])
    )
