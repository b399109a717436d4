"""Format validity: is the document a spec of the normal form, and what had to be read leniently."""

from evaluation.criterion import Finding
from evaluation.document import Document
from evaluation.notes import finding

CRITERION = "format_validity"


def format_findings(document: Document) -> list[Finding]:
    return [finding(CRITERION, note) for note in document.notes]
