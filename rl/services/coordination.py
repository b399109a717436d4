"""Several agents on one prompt, stored as one session."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from accounts.models import AgentRun, User
from accounts.services import Bill
from accounts.services.agent_runs import agent_run
from feedback.wiring import feedback_agent
from rl.agent import Improvement, RLLoop
from rl.choices import SessionKind
from rl.coordinator import AgentCoordinator, Coordination
from rl.evaluator import EvaluatorJudge
from rl.models import IterationSession
from rl.operators import Facts
from rl.playing import playing_policy, taste_now
from rl.services.sessions import session_store
from rl.services.starting import bill_for, drafted, start_from_draft
from rl.wiring import reading_of
from specs.choices import EngineChoice
from specs.draft import Draft
from specs.services.drafts import Engine, engine_choose
from specs.services.rewriting import rewriter_for


def coordination_run(**asked: Any) -> IterationSession:
    """Raises NotADesign, and then nothing is stored."""
    return coordination_prepare(**asked)()


def coordination_prepare(
    *,
    prompt: str,
    owner: User | None,
    target_score: float = 90.0,
    max_rounds: int = 5,
    principal: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Callable[[], IterationSession]:
    """Let the agents work, and return what stores the session."""
    bill = bill_for(principal, owner)
    playing, taste, reading = playing_policy(), taste_now(), reading_of(prompt)
    runs: list[AgentRun] = []
    with agent_run("AgentCoordinator", version=playing.version if playing else "") as run:
        coordinator = AgentCoordinator(
            engines=_engines(bill, runs),
            loop=RLLoop(EvaluatorJudge(), playing.policy if playing else None, taste=taste),
            feedback=feedback_agent(rewriter_for(bill)),
        )
        found = coordinator.run(
            prompt, Facts(reading), target=target_score, max_rounds=max_rounds, progress=progress
        )
    start = start_from_draft(prompt, owner, bill, found.draft, runs)
    return partial(
        session_store,
        kind=SessionKind.COORDINATED,
        start=start,
        spec=start.spec,
        revision=start.spec.latest,
        owner=owner,
        policy_id=playing.id if playing else None,
        improved=_improvement(found),
        asked={"target_score": target_score, "max_rounds": max_rounds},
        result={
            "rounds": found.rounds,
            "agents_used": found.agents_used,
            "contributions": [entry.as_json() for entry in found.contributions],
            **({"reward_model": taste.version} if taste else {}),
        },
        run=run,
    )


def _engines(bill: Bill, runs: list[AgentRun]) -> dict[str, Callable[[str], Draft]]:
    """The rules, and the model where there is one and the payer may spend on it."""
    chosen = engine_choose(wanted=EngineChoice.AUTO, principal=bill.principal)
    offered = {EngineChoice.RULES.value: Engine(EngineChoice.RULES), str(chosen.name): chosen}

    def draft_with(engine: Engine, prompt: str) -> Draft:
        draft, run = drafted(prompt, engine, bill)
        runs.append(run)
        return draft

    return {name: partial(draft_with, engine) for name, engine in offered.items()}


def _improvement(found: Coordination) -> Improvement:
    return Improvement(
        found.start,
        found.best,
        found.initial_score,
        found.final_score,
        tuple(replace(step, number=i) for i, step in enumerate(found.steps, 1)),
        found.stopped_because,
    )
