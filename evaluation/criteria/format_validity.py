"""Format validity: is the document a spec of the normal form, and what had to be read leniently."""

from evaluation.criterion import Assessment, assessment
from evaluation.document import Document
from evaluation.notes import finding

CRITERION = "format_validity"


def format_validity(document: Document) -> Assessment:
    return assessment([finding(CRITERION, note) for note in document.notes])
