"""What the FeedbackAgent has to say of a revision, kept in `feedback_logs`."""

import uuid
from collections.abc import Sequence

from evaluation.criterion import Finding
from feedback.agent import FeedbackItem, Opinion
from feedback.models import FeedbackLog
from feedback.selectors.ratings import comments_on, opinions_on
from feedback.wiring import feedback_agent
from specs.models import SpecRevision


def feedback_log_add(
    *,
    revision: SpecRevision,
    findings: Sequence[Finding] = (),
    comments: Sequence[tuple[str, str]] = (),
    session_id: uuid.UUID | None = None,
) -> tuple[FeedbackLog, tuple[FeedbackItem, ...]]:
    """Findings are the caller's; what people said of the revision is looked up here."""
    opinions: list[Opinion] = opinions_on(revision)
    items = feedback_agent().signal(
        findings=findings, opinions=opinions, comments=[*comments_on(revision), *comments]
    )
    log = FeedbackLog.objects.create(
        revision=revision,
        session_id=session_id,
        items=[item.as_json() for item in items],
        opinions=len(opinions),
        findings=len(findings),
    )
    return log, items
