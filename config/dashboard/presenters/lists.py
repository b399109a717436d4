"""Rows of the lists."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from config.dashboard.presenters import words
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
    review: str
    review_state: str
    updated_at: dt.datetime


def spec_list(specs: Iterable[Spec]) -> list[SpecListRow]:
    return [
        SpecListRow(
            id=spec.pk,
            title=spec.title or "Untitled",
            kind=kind_of(spec),
            excerpt=getattr(spec, "prompt_excerpt", ""),
            owner=spec.owner.get_username() if spec.owner else "nobody",
            revision=spec.latest.number,
            score="" if spec.latest_score is None else words.points(spec.latest_score),
            score_width=round(spec.latest_score or 0, 1),
            review=spec.get_review_state_display(),
            review_state=spec.review_state,
            updated_at=spec.updated_at,
        )
        for spec in specs
    ]


def kind_of(spec: Spec) -> str:
    kind, category = words.plain(spec.design_type), words.plain(spec.category)
    return kind if category in {kind, "general"} else f"{kind}, {category}"
