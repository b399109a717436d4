"""A learning session: what was tried step by step, what it brought, and why."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from config.dashboard.charts import Chart, Series, line_chart
from config.dashboard.presenters.changes import ChangeRow, change_rows
from rl.models import IterationLog, IterationSession
from rl.operators import OPERATORS
from specs import words

JSON = dict[str, Any]
DOES = {operator.name: operator.does for operator in OPERATORS}
CRITERIA = ("completeness", "format_validity", "feasibility", "consistency", "fidelity")
PARTS = {
    "evaluator": "change of the score",
    "preference": "change of people's predicted rating",
    "cost": "cost of the edit",
}


@dataclass(frozen=True, slots=True)
class SessionListRow:
    id: uuid.UUID
    title: str
    excerpt: str
    kind: str
    owner: str
    iterations: int
    initial: str
    final: str
    gain: str
    policy: str
    stopped: str
    created_at: dt.datetime
    scores_hidden: bool


@dataclass(frozen=True, slots=True)
class RewardPart:
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class IterationRow:
    number: int
    action: str
    does: str
    agent: str
    before: str
    after: str
    gain: str
    is_gain: bool
    reward: str
    parts: tuple[RewardPart, ...]
    choice: str
    changes: tuple[ChangeRow, ...]
    feedback: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    round: str
    agent: str
    action: str
    before: str
    after: str
    duration: str
    note: str


@dataclass(frozen=True, slots=True)
class SessionSheet:
    session: IterationSession
    summary: SessionListRow
    reward: str
    iterations: tuple[IterationRow, ...]
    changes: tuple[ChangeRow, ...]
    score_chart: Chart
    criteria_charts: tuple[Chart, ...]
    criteria_table: Chart
    contributions: tuple[Contribution, ...]


def session_list(
    sessions: Iterable[IterationSession], hidden: frozenset[uuid.UUID]
) -> list[SessionListRow]:
    """`iteration_count` and `prompt_excerpt` are annotated where the list is made; `hidden` are
    revisions that the reader has yet to review."""
    return [session_row(session, hidden) for session in sessions]


def session_row(session: IterationSession, hidden: frozenset[uuid.UUID]) -> SessionListRow:
    return SessionListRow(
        id=session.pk,
        title=session.spec.title or "Untitled",
        excerpt=getattr(session, "prompt_excerpt", ""),
        kind=session.get_kind_display(),
        owner=session.owner.get_username() if session.owner else "nobody",
        iterations=getattr(session, "iteration_count", 0),
        initial=words.points(session.initial_score),
        final=words.points(session.final_score),
        gain=words.signed(session.final_score - session.initial_score),
        policy=str(session.policy) if session.policy else "search alone",
        stopped=words.sentence(session.stopped_because),
        created_at=session.created_at,
        scores_hidden=bool(hidden & {session.start_revision_id, session.final_revision_id}),
    )


def session_sheet(
    session: IterationSession, logs: Sequence[IterationLog], hidden: frozenset[uuid.UUID]
) -> SessionSheet:
    start, final = session.start_revision.document, session.final_revision.document
    criteria = criteria_series(logs)
    return SessionSheet(
        session=session,
        summary=session_row(session, hidden),
        reward=words.signed(session.total_reward),
        iterations=tuple(iteration_rows(start, logs, by_policy=session.policy_id is not None)),
        changes=change_rows(start, final),
        score_chart=score_chart(session, logs),
        criteria_charts=tuple(criteria_chart(one.name, logs, [one]) for one in criteria),
        criteria_table=criteria_chart("Score by criterion", logs, criteria),
        contributions=tuple(
            contribution(entry) for entry in session.result.get("contributions", [])
        ),
    )


def iteration_rows(
    start: JSON, logs: Sequence[IterationLog], *, by_policy: bool
) -> Iterable[IterationRow]:
    before = start
    for log in logs:
        yield iteration_row(before, log, by_policy=by_policy)
        before = log.document


def iteration_row(before: JSON, log: IterationLog, *, by_policy: bool) -> IterationRow:
    return IterationRow(
        number=log.number,
        action=words.sentence(log.action),
        does=DOES.get(log.action, ""),
        agent=log.agent,
        before=words.points(log.score_before),
        after=words.points(log.score_after),
        gain=words.signed(log.score_after - log.score_before),
        is_gain=log.score_after > log.score_before,
        reward=words.signed(log.reward),
        parts=tuple(
            RewardPart(PARTS.get(name, words.plain(name)), words.signed(value))
            for name, value in log.reward_parts.items()
        ),
        choice=choice(log, by_policy=by_policy),
        changes=change_rows(before, log.document),
        feedback=tuple(feedback_text(entry) for entry in log.feedback),
    )


def choice(log: IterationLog, *, by_policy: bool) -> str:
    possible = words.counted(len(log.mask), "possible edit")
    if by_policy:
        return f"{log.agent} gave it {round(log.probability * 100)} % among {possible}"
    return f"{log.agent} found it the best of {possible}"


def feedback_text(entry: Any) -> str:
    return str(entry.get("message", "")) if isinstance(entry, dict) else str(entry)


def contribution(entry: JSON) -> Contribution:
    return Contribution(
        round=str(entry.get("round", "")),
        agent=str(entry.get("agent", "")),
        action=words.plain(entry.get("action", "")),
        before=_score(entry.get("score_before")),
        after=_score(entry.get("score_after")),
        duration=f"{words.points(entry.get('duration_ms') or 0)} ms",
        note=str(entry.get("note") or ""),
    )


def _score(value: float | None) -> str:
    return "–" if value is None else words.points(value)


def score_chart(session: IterationSession, logs: Sequence[IterationLog]) -> Chart:
    scores = [session.initial_score, *(log.score_after for log in logs)]
    return line_chart(
        "Score",
        x_name="Iteration",
        x=[str(index) for index in range(len(scores))],
        series=[Series("score", scores)],
        bounds=(0, 100),
    )


def criteria_series(logs: Sequence[IterationLog]) -> list[Series]:
    """Those that applied, from the first iteration on: no evaluation before it is logged."""
    parts = [log.evaluation.get("criteria", {}) for log in logs]
    found = [
        Series(words.sentence(name), [(part.get(name) or {}).get("score") for part in parts])
        for name in CRITERIA
    ]
    return [one for one in found if any(value is not None for value in one.values)]


def criteria_chart(name: str, logs: Sequence[IterationLog], series: Sequence[Series]) -> Chart:
    return line_chart(
        name,
        x_name="Iteration",
        x=[str(log.number) for log in logs],
        series=series,
        bounds=(0, 100),
    )
