"""A set of evaluations in a few figures: grades, means by criterion, commonest findings."""

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Avg, Count, QuerySet

from evaluation.models import Evaluation
from evaluation.rubric import CRITERIA

# The figures are summed where the rows are; reading a scorecard still takes its time.
MOST = 10_000
COMMONEST = 20

# The scorecard's parts as rows: the two databases word the same question in two ways.
PARTS = {
    "postgresql": {
        "findings": "json_array_elements(scorecard -> 'findings') AS part(value)",
        "criteria": "json_each(scorecard -> 'criteria') AS part(key, value)",
        "text": "part.value ->> '{}'",
        "number": "CAST(part.value ->> '{}' AS double precision)",
    },
    "sqlite": {
        "findings": "json_each(scorecard, '$.findings') AS part",
        "criteria": "json_each(scorecard, '$.criteria') AS part",
        "text": "json_extract(part.value, '$.{}')",
        "number": "json_extract(part.value, '$.{}')",
    },
}


@dataclass(frozen=True, slots=True)
class CommonFinding:
    """`evaluations` is how many have it, `points` what it cost in all of them together."""

    rule: str
    criterion: str
    severity: str
    evaluations: int
    points: float
    example: str  # one of its messages, for the others name other figures


@dataclass(frozen=True, slots=True)
class Summary:
    """Of the newest `considered` evaluations out of `count`."""

    count: int
    considered: int
    mean_score: float | None
    grades: dict[str, int]
    criteria: dict[str, float | None]
    findings: tuple[CommonFinding, ...]


def summary_of(evaluations: QuerySet[Evaluation]) -> Summary:
    """Four queries, however large the set."""
    count = evaluations.count()
    newest = Evaluation.objects.filter(
        pk__in=evaluations.order_by("-id").values("pk")[:MOST]
    ).order_by()
    grades = newest.values("grade").annotate(number=Count("pk"), mean=Avg("score"))
    by_grade = {row["grade"]: (row["number"], row["mean"]) for row in grades}
    considered = sum(number for number, _ in by_grade.values())
    total = sum(number * mean for number, mean in by_grade.values())
    return Summary(
        count=count,
        considered=considered,
        mean_score=round(total / considered, 2) if considered else None,
        grades={grade: number for grade, (number, _) in sorted(by_grade.items())},
        criteria=_criterion_means(newest),
        findings=_commonest(newest),
    )


def _criterion_means(newest: QuerySet[Evaluation]) -> dict[str, float | None]:
    words = PARTS[connection.vendor]
    rows = _asked(
        newest,
        # Made of this file's own words.
        f"SELECT part.key, AVG({words['number'].format('score')}) FROM ({{}}) AS chosen, "  # noqa: S608
        f"{words['criteria']} GROUP BY part.key",
    )
    means = dict(rows)
    return {
        name: None if (mean := means.get(name)) is None else round(mean, 2) for name in CRITERIA
    }


def _commonest(newest: QuerySet[Evaluation]) -> tuple[CommonFinding, ...]:
    words = PARTS[connection.vendor]
    rule, criterion, severity, message = (
        words["text"].format(name) for name in ("rule", "criterion", "severity", "message")
    )
    rows = _asked(
        newest,
        # Made of this file's own words.
        f"SELECT {rule}, {criterion}, {severity}, COUNT(DISTINCT chosen.id) AS found, "  # noqa: S608
        f"SUM({words['number'].format('points')}), MIN({message}) "
        f"FROM ({{}}) AS chosen, {words['findings']} "
        f"GROUP BY 1, 2, 3 ORDER BY found DESC, 1, 2, 3 LIMIT {COMMONEST}",
    )
    return tuple(
        CommonFinding(rule, criterion, severity, found, round(points, 2), message)
        for rule, criterion, severity, found, points, message in rows
    )


def _asked(newest: QuerySet[Evaluation], question: str) -> list[tuple[Any, ...]]:
    """`question` is put together from this file only; values travel as parameters."""
    chosen, parameters = newest.values("id", "scorecard").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(question.format(chosen), parameters)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
