"""Rows of the lists."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from config.dashboard.presenters.scores import report_url
from evaluation.models import Evaluation
from specs import words
from specs.models import Spec


@dataclass(frozen=True, slots=True)
class SpecListRow:
    id: uuid.UUID
    title: str
    kind: str
    excerpt: str
    owner: str
    revision: int
    score: str
    score_width: float
    score_missing: str
    review: str
    review_state: str
    updated_at: dt.datetime


def spec_list(specs: Iterable[Spec], hidden: frozenset[uuid.UUID]) -> list[SpecListRow]:
    """`hidden` are revisions whose score the reader may not see before a review."""
    return [
        SpecListRow(
            id=spec.pk,
            title=spec.title or "Untitled",
            kind=kind_of(spec),
            excerpt=getattr(spec, "prompt_excerpt", ""),
            owner=spec.owner.get_username() if spec.owner else "nobody",
            revision=spec.latest.number,
            score=score_of(spec, hidden),
            score_width=round(spec.latest_score or 0, 1),
            score_missing="after your review" if spec.latest_id in hidden else "not scored",
            review=spec.get_review_state_display(),
            review_state=spec.review_state,
            updated_at=spec.updated_at,
        )
        for spec in specs
    ]


def score_of(spec: Spec, hidden: frozenset[uuid.UUID]) -> str:
    if spec.latest_score is None or spec.latest_id in hidden:
        return ""
    return words.points(spec.latest_score)


def kind_of(spec: Spec) -> str:
    kind, category = words.plain(spec.design_type), words.plain(spec.category)
    return kind if category in {kind, "general"} else f"{kind}, {category}"


@dataclass(frozen=True, slots=True)
class ReportListRow:
    id: uuid.UUID
    spec_id: uuid.UUID
    url: str
    title: str
    owner: str
    revision: int
    score: str
    width: float
    grade: str
    rubric: str
    created_at: dt.datetime


def report_list(evaluations: Iterable[Evaluation]) -> list[ReportListRow]:
    return [
        ReportListRow(
            id=evaluation.pk,
            spec_id=evaluation.spec_id,
            url=report_url(evaluation.pk),
            title=evaluation.spec.title or "Untitled",
            owner=evaluation.owner.get_username() if evaluation.owner else "nobody",
            revision=evaluation.revision.number,
            score=words.points(evaluation.score),
            width=round(evaluation.score, 1),
            grade=evaluation.grade,
            rubric=evaluation.rubric_id,
            created_at=evaluation.created_at,
        )
        for evaluation in evaluations
    ]
