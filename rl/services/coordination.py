"""Several agents on one prompt, stored as one session."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from accounts.models import User
from accounts.services.agent_runs import agent_run
from feedback.wiring import feedback_agent
from rl.agent import Improvement, RLLoop
from rl.choices import SessionKind
from rl.coordinator import AgentCoordinator
from rl.evaluator import EvaluatorJudge
from rl.models import IterationSession
from rl.operators import Facts
from rl.playing import playing_policy
from rl.services.sessions import session_store
from rl.wiring import drafting_engines, reading_of
from specs.choices import EngineChoice
from specs.services import spec_generate


def coordination_run(**asked: Any) -> IterationSession:
    """Raises NotADesign, and then nothing is stored."""
    return coordination_prepare(**asked)()


def coordination_prepare(
    *,
    prompt: str,
    owner: User | None,
    target_score: float = 90.0,
    max_rounds: int = 5,
    progress: Callable[[int, int], None] | None = None,
) -> Callable[[], IterationSession]:
    """Let the agents work, and return what stores the session."""
    playing = playing_policy()
    reading = reading_of(prompt)
    with agent_run("AgentCoordinator", version=playing.version if playing else "") as run:
        coordinator = AgentCoordinator(
            engines=drafting_engines(),
            loop=RLLoop(EvaluatorJudge(), playing.policy if playing else None),
            feedback=feedback_agent(),
        )
        found = coordinator.run(
            prompt, Facts(reading), target=target_score, max_rounds=max_rounds, progress=progress
        )

    def store() -> IterationSession:
        spec = spec_generate(prompt=prompt, owner=owner, engine=EngineChoice.RULES)
        numbered = tuple(replace(step, number=i) for i, step in enumerate(found.steps, 1))
        return session_store(
            kind=SessionKind.COORDINATED,
            spec=spec,
            revision=spec.latest,
            owner=owner,
            policy_id=playing.id if playing else None,
            improved=Improvement(
                found.start,
                found.best,
                found.initial_score,
                found.final_score,
                numbered,
                found.stopped_because,
            ),
            asked={"target_score": target_score, "max_rounds": max_rounds},
            result={
                "rounds": found.rounds,
                "agents_used": found.agents_used,
                "contributions": [entry.as_json() for entry in found.contributions],
            },
            run=run,
        )

    return store
