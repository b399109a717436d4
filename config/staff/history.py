"""What a spec has been through: its evaluation, its scores so far, what each revision changed."""

import uuid
from dataclasses import dataclass

from accounts.principals import Principal
from config.dashboard.presenters.scores import Scoreboard, scoreboard
from config.dashboard.presenters.sheet import SpecSheet
from evaluation.selectors import evaluations_visible_to, latest_evaluation_of
from specs.models import Spec, SpecRevision
from specs.selectors import revisions_of
from specs.services import revision_diff

REVISIONS_SHOWN = 12
TREND_POINTS = 20


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """`changes` is what this revision changed, in words."""

    revision: SpecRevision
    changes: list[str]


def board(spec: Spec, sheet: SpecSheet) -> Scoreboard | None:
    evaluation = latest_evaluation_of(spec.latest_id)
    if evaluation is None:
        return None
    said = {
        "score": evaluation.score,
        "grade": evaluation.grade,
        "rubric_version": evaluation.rubric_id,
    }
    return scoreboard({**evaluation.scorecard, **said}, sheet.rows)


def trends_of(who: Principal, spec_ids: list[uuid.UUID]) -> dict[uuid.UUID, str]:
    """By spec, a line through its scores from the first to the last: 0 to 100 on 20 by 100."""
    scores: dict[uuid.UUID, list[float]] = {}
    rows = evaluations_visible_to(who).filter(spec__in=spec_ids).order_by("pk")
    for spec_id, score in rows.values_list("spec_id", "score"):
        scores.setdefault(spec_id, []).append(score)
    return {key: line(found[-TREND_POINTS:]) for key, found in scores.items() if len(found) > 1}


def line(scores: list[float]) -> str:
    step = 100 / (len(scores) - 1)
    points = [f"{i * step:.1f} {20 - score / 5:.1f}" for i, score in enumerate(scores)]
    return "M" + "L".join(points)


def revision_rows(spec: Spec) -> list[RevisionRow]:
    """Newest first, each with what it changed."""
    revisions = list(revisions_of(spec).order_by("-number")[: REVISIONS_SHOWN + 1])
    befores: list[SpecRevision | None] = [*revisions[1:], None]
    return [
        RevisionRow(
            revision,
            [c["text"] for c in revision_diff(before=before, after=revision)["summary"]]
            if before
            else [],
        )
        for revision, before in zip(revisions, befores, strict=True)
    ][:REVISIONS_SHOWN]
