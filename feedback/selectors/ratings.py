"""What people have said of a revision, and how they stand to each other."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db.models import Avg, Count

from feedback.agent import Opinion
from feedback.agreement import Agreement, agreement, matrix
from feedback.choices import Criterion
from feedback.models import QuickFeedback, Rating
from feedback.selectors.blind import ratings_open
from specs.models import SpecRevision

OVERALL = "overall"
COLUMN = {OVERALL: "stars", **{name: name for name in Criterion.values}}
RECENT_DAYS = 30
# Newest ratings that agreement is computed from: more would say the same and take seconds.
MOST_RATINGS = 20_000


def opinions_on(revision: SpecRevision) -> list[Opinion]:
    ratings = Rating.objects.filter(revision=revision).select_related("person").order_by("pk")
    return [
        Opinion(
            person=_name(rating),
            stars=rating.stars,
            criteria=rating.criteria,
            reason=rating.reason,
            tags=tuple(rating.tags),
        )
        for rating in ratings
    ]


def comments_on(revision: SpecRevision) -> list[tuple[str, str]]:
    given = QuickFeedback.objects.filter(revision=revision).exclude(comment="").order_by("pk")
    return [
        (one.person.get_username() if one.person else "somebody", one.comment)
        for one in given.select_related("person")
    ]


def _name(rating: Rating) -> str:
    return rating.person.get_username() if rating.person else "somebody"


@dataclass(frozen=True, slots=True)
class CriterionAgreement:
    name: str
    label: str
    result: Agreement


@dataclass(frozen=True, slots=True)
class Calibration:
    """One reviewer beside the others who rated the same revisions.

    `bias` in stars, above 0 more lenient; `drift` is the bias of the last 30 days less the one
    before; `alpha` compares with the mean of the others.
    """

    reviewer: str
    ratings: int
    shared: int
    bias: float | None
    drift: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True)
class AgreementReport:
    criteria: tuple[CriterionAgreement, ...]
    reviewers: tuple[Calibration, ...]


Row = dict[str, Any]


def agreement_report(*, now: dt.datetime) -> AgreementReport:
    """From finished reviews and free ratings; nothing of a review that still runs."""
    rows: list[Row] = list(
        ratings_open()
        .filter(person__is_staff=True)
        .order_by("-pk")
        .values("revision_id", "person__username", "updated_at", *COLUMN.values())[:MOST_RATINGS]
    )
    labels = {OVERALL: "Overall", **dict(Criterion.choices)}
    criteria = tuple(
        CriterionAgreement(name, str(labels[name]), agreement(_matrix(rows, column)))
        for name, column in COLUMN.items()
    )
    return AgreementReport(criteria, tuple(_calibrations(rows, now)))


def _matrix(rows: Sequence[Row], column: str) -> Any:
    raters = {name: i for i, name in enumerate(sorted({r["person__username"] for r in rows}))}
    units = {key: i for i, key in enumerate(dict.fromkeys(r["revision_id"] for r in rows))}
    table = np.full((len(raters), len(units)), np.nan)
    for row in rows:
        if row[column] is not None:
            table[raters[row["person__username"]], units[row["revision_id"]]] = row[column]
    return table


def _calibrations(rows: Sequence[Row], now: dt.datetime) -> list[Calibration]:
    by_revision: dict[Any, dict[str, Row]] = defaultdict(dict)
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        by_revision[row["revision_id"]][row["person__username"]] = row
        counts[row["person__username"]] += 1
    found = []
    for name in sorted(counts):
        shared = [
            (group[name], [r["stars"] for other, r in group.items() if other != name])
            for group in by_revision.values()
            if name in group and len(group) > 1
        ]
        differences = [row["stars"] - float(np.mean(others)) for row, others in shared]
        recent = [row["updated_at"] > now - dt.timedelta(days=RECENT_DAYS) for row, _ in shared]
        found.append(
            Calibration(
                reviewer=name,
                ratings=counts[name],
                shared=len(shared),
                bias=round(float(np.mean(differences)), 3) if differences else None,
                drift=_drift(differences, recent),
                alpha=_alpha_with_others(shared),
            )
        )
    return found


def _drift(differences: Sequence[float], recent: Sequence[bool]) -> float | None:
    new = [d for d, is_new in zip(differences, recent, strict=True) if is_new]
    old = [d for d, is_new in zip(differences, recent, strict=True) if not is_new]
    return round(float(np.mean(new) - np.mean(old)), 3) if new and old else None


def _alpha_with_others(shared: Sequence[tuple[Row, list[int]]]) -> float | None:
    mine: list[float | None] = [row["stars"] for row, _ in shared]
    theirs: list[float | None] = [float(round(np.mean(others))) for _, others in shared]
    return agreement(matrix([mine, theirs]), draws=0).alpha if shared else None


def rating_summary(*, days: int, now: dt.datetime) -> dict[str, Any]:
    """For the overview: how many ratings lately, and their mean."""
    recent = ratings_open().filter(created_at__gte=now - dt.timedelta(days=days))
    return recent.aggregate(
        ratings=Count("pk"), mean=Avg("stars"), people=Count("person", distinct=True)
    )
