"""AgentCoordinator: several agents improve one design in rounds, until the target or no gain."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from feedback.agent import FeedbackAgent
from rl.agent import LLM_REWRITE, LOOP, NO_GAIN, STEPS, TARGET, RLLoop, Step, worth_asking
from rl.features import section_of
from rl.judging import Case
from rl.operators import NAMES, Design, Facts
from rl.rewriting import FeedbackRewriter
from specs.draft import Draft

MAIN, EVALUATOR, FEEDBACK = "MainAgent", "EvaluatorAgent", "FeedbackAgent"
# Edits that a round may make before the agents look again.
EDITS_A_ROUND = 2
# How many items of feedback are turned into edits to try.
HEARD = 5
# The edits that act on a part of the spec: what feedback about that part asks for.
EDITS_FOR = {
    "design_type": ("restore_identity",),
    "category": ("restore_identity", "refine_category", "normalise"),
    "stories": ("restore_numbers", "set_stories", "reconcile"),
    "dimensions": ("restore_numbers", "fill_dimensions", "correct_scale", "reconcile"),
    "materials": ("restore_items", "add_material", "set_grades"),
    "spaces": ("restore_items", "add_spaces", "size_spaces"),
    "performance": ("restore_numbers", "correct_scale", "add_performance"),
    "features": ("remove_contradiction", "prune_features", "restore_items", "add_popular"),
    "components": ("remove_contradiction", "restore_items", "add_components"),
    "exclusions": ("restore_exclusions",),
    "estimated_cost": ("restore_numbers", "estimate_cost"),
    "timeline": ("restore_numbers", "estimate_timeline"),
    "requirements": ("restore_texts", "add_context"),
    "use_cases": ("restore_texts", "add_context"),
    "target_audience": ("restore_texts", "add_context"),
}


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one agent did in one round, and what it was worth."""

    agent: str
    round: int
    action: str
    score_before: float | None
    score_after: float | None
    duration_ms: float
    note: str

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Coordination:
    """`draft` is what the MainAgent's best engine made, `start` its design. `utility` is of the
    best state: the final score, with people's half where there is a taste."""

    draft: Draft
    start: Design
    best: Design
    initial_score: float
    final_score: float
    utility: float
    rounds: int
    stopped_because: str
    contributions: tuple[Contribution, ...]
    steps: tuple[Step, ...] = field(default=())

    @property
    def agents_used(self) -> list[str]:
        return sorted({entry.agent for entry in self.contributions})


class AgentCoordinator:
    """`engines` are the ways in which the MainAgent can draft, by name; the best draft starts.

    Where no edit of the loop gains any more, a `feedback` that has a language model is asked once
    for its own proposal. A better draft may leave less to gain, so the others are improved too
    unless the target is reached: the result is never worse than what any engine alone leads to.
    """

    def __init__(
        self,
        *,
        engines: dict[str, Callable[[str], Draft]],
        loop: RLLoop,
        feedback: FeedbackAgent,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._engines = engines
        self._loop = loop
        self._feedback = feedback
        self._clock = clock
        self._log: list[Contribution] = []

    def run(
        self,
        prompt: str,
        facts: Facts,
        *,
        target: float = 90.0,
        max_rounds: int = 5,
        progress: Callable[[int, int], None] | None = None,
    ) -> Coordination:
        """Raises NotADesign when no engine finds a design in the prompt."""
        self._log = []
        starts, drafted = self._starts(prompt, facts), self._log
        ends: list[Coordination] = []
        for draft, case in starts:
            self._log = []
            asking = self._feedback.rewrites and not ends
            ends.append(self._play(draft, case, target, max_rounds, progress, asking=asking))
            if ends[-1].final_score >= target:
                break
        best = max(ends, key=lambda end: end.utility)
        beside = [_outdone(end) for end in ends if end is not best]
        return replace(best, contributions=(*drafted, *beside, *best.contributions))

    def _play(
        self,
        draft: Draft,
        case: Case,
        target: float,
        max_rounds: int,
        progress: Callable[[int, int], None] | None,
        *,
        asking: bool,
    ) -> Coordination:
        """The rounds on one draft; `asking` while the language model may be asked."""
        initial = best = self._score(case, 0)
        first, rounds, reason = case.start, 0, STEPS
        kept = Kept(first, initial, self._loop.weighing.judge(first, case).utility)
        steps: list[Step] = []
        while rounds < max_rounds:
            if best >= target:
                reason = TARGET
                break
            rounds += 1
            wishes = self._wishes(case, rounds)
            with self._timed() as spent:
                improved = self._loop.improve(
                    case, steps=EDITS_A_ROUND, target=target, preferred=wishes
                )
            self._say(
                LOOP,
                rounds,
                ", ".join(step.action for step in improved.steps) or "nothing to gain",
                best,
                improved.final_score,
                spent[0],
                f"stopped: {improved.stopped_because}",
            )
            made = list(improved.steps)
            if not made and asking and worth_asking(self._loop.weighing.judge(case.start, case)):
                made, asking = self._proposal(case, rounds, best), False
            if not made:
                reason = NO_GAIN
                break
            steps += made
            # Half of a double repair shows no gain yet: the last state goes on, the best is kept.
            kept = _best(kept, made, no_worse_than=initial)
            best = kept.score
            case = _on(case, made[-1].after, rounds)
            if progress is not None:
                progress(rounds, max_rounds)
        if reason == STEPS and best >= target:
            reason = TARGET
        return Coordination(
            draft,
            first,
            kept.design,
            initial,
            kept.score,
            kept.utility,
            rounds,
            reason,
            tuple(self._log),
            tuple(steps),
        )

    def _starts(self, prompt: str, facts: Facts) -> list[tuple[Draft, Case]]:
        """The different drafts that the engines make, the best first."""
        drafts: dict[object, tuple[float, Draft, Case]] = {}
        for name, generate in self._engines.items():
            with self._timed() as spent:
                draft = generate(prompt)
            start = Design(draft.spec, draft.provenance, draft.assumptions)
            case = Case(f"{name}:{prompt}", prompt, facts, start, name)
            report = self._loop.weighing.judge(start, case)
            # What another engine answered in its place is not its draft.
            action = f"draft with {draft.engine}"
            action += "" if draft.engine == name else f" in place of {name}"
            self._say(MAIN, 0, action, None, report.score, spent[0], draft.spec.title)
            drafts.setdefault(start.key, (report.utility, draft, case))
        best_first = sorted(drafts.values(), key=lambda one: -one[0])
        return [(draft, case) for _, draft, case in best_first]

    def _score(self, case: Case, number: int) -> float:
        with self._timed() as spent:
            card = self._loop.judge.scorecard(case.start, case)
        note = f"{len(card.findings)} findings"
        self._say(EVALUATOR, number, "evaluate", None, card.score, spent[0], note)
        return card.score

    def _wishes(self, case: Case, number: int) -> list[int]:
        """The edits that the first items of feedback ask for."""
        with self._timed() as spent:
            card = self._loop.judge.scorecard(case.start, case)
            items = self._feedback.signal(findings=card.findings)[:HEARD]
        wanted: list[int] = []
        for item in items:
            for name in EDITS_FOR.get(section_of(item.pointer), ()):
                action = NAMES.index(name)
                if action not in wanted:
                    wanted.append(action)
        what = items[0].what if items else "nothing to change"
        asked = f"asks for {len(wanted)} kinds of edit"
        self._say(FEEDBACK, number, asked, card.score, None, spent[0], what)
        return wanted

    def _proposal(self, case: Case, number: int, before: float) -> list[Step]:
        """The feedback put to the language model: one step, where it is worth the call's price."""
        with self._timed() as spent:
            step = self._loop.rewritten(case, FeedbackRewriter(self._feedback), agent=FEEDBACK)
        after = before if step is None else step.score_after
        note = "not kept" if step is None else "kept"
        self._say(FEEDBACK, number, LLM_REWRITE, before, after, spent[0], note)
        return [] if step is None else [step]

    @contextmanager
    def _timed(self) -> Iterator[list[float]]:
        began, spent = self._clock(), [0.0]
        yield spent
        spent[0] = round((self._clock() - began) * 1000, 3)

    def _say(
        self,
        agent: str,
        number: int,
        action: str,
        before: float | None,
        after: float | None,
        duration_ms: float,
        note: str,
    ) -> None:
        entry = Contribution(agent, number, action, before, after, duration_ms, note)
        self._log.append(entry)


@dataclass(frozen=True, slots=True)
class Kept:
    """The best state so far. What people may like better is kept only where the evaluator finds
    it no worse than the start, as in `RLLoop.improve`."""

    design: Design
    score: float
    utility: float


def _best(kept: Kept, steps: Sequence[Step], *, no_worse_than: float) -> Kept:
    for step in steps:
        if step.score_after >= no_worse_than and step.utility_after > kept.utility:
            kept = Kept(step.after, step.score_after, step.utility_after)
    return kept


def _outdone(end: Coordination) -> Contribution:
    """What became of a draft that another one did better than."""
    spent = sum(entry.duration_ms for entry in end.contributions)
    return Contribution(
        LOOP,
        0,
        f"improve the draft with {end.draft.engine}",
        end.initial_score,
        end.final_score,
        round(spent, 3),
        "another draft ended better",
    )


def _on(case: Case, design: Design, number: int) -> Case:
    return Case(f"{case.name}#{number}", case.prompt, case.facts, design, case.kind)
