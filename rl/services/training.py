"""`/advanced-rl`: a candidate from the given prompt and its likes, beside what it changes there."""

from collections.abc import Callable
from typing import Any

from django.db import transaction

from accounts.models import User
from accounts.services.agent_runs import agent_run
from rl.agent import RLLoop
from rl.choices import Algorithm, SessionKind
from rl.evaluator import EvaluatorJudge
from rl.judging import Case
from rl.models import IterationSession
from rl.operators import Facts
from rl.playing import playing_policy, taste_now
from rl.selectors.policies import policy_current
from rl.services.policies import policy_store, train
from rl.services.sessions import session_store
from rl.services.starting import bill_for, start_from_prompt
from rl.stored import design_from
from rl.wiring import reading_of, suites
from specs.choices import EngineChoice

# From a trained start, exploring much would first forget what is known.
WARM = {"entropy": 0.02, "rate": 0.01}
STEPS = 5


def training_run(**asked: Any) -> IterationSession:
    """REINFORCE from the current policy. The result is a candidate: only the gate replaces the
    current one. Raises NotADesign, and then nothing is stored."""
    return training_prepare(**asked)()


def training_prepare(
    *,
    prompt: str,
    owner: User | None,
    episodes: int = 64,
    seed: int = 0,
    progress: Callable[[int, int], None] | None = None,
) -> Callable[[], IterationSession]:
    """Train, and return what stores the candidate with its session."""
    taste = taste_now()
    world = suites().judged_by(taste).similar(prompt)
    playing = playing_policy()
    parent = policy_current() if playing is not None else None
    done = 0

    def keep_going() -> bool:
        nonlocal done
        if progress is not None:
            progress(min(done, episodes), episodes)
        done += 16
        return True

    with agent_run("RLLoop", version=playing.version if playing else "") as run:
        training = train(
            world,
            Algorithm.REINFORCE,
            episodes=episodes,
            seed=seed,
            start=playing.policy if playing else None,
            keep_going=keep_going,
            **(WARM if playing else {}),
        )

    # Each call drafts a spec of its own, stored with the session: equal calls at the same time
    # do not meet on one spec.
    start = start_from_prompt(prompt, owner, bill_for("", owner), (), EngineChoice.RULES)
    revision = start.spec.latest
    design = design_from(revision.document, revision.provenance, revision.assumptions)
    case = Case(str(revision.pk), prompt, Facts(reading_of(prompt)), design, "stored")
    loop = RLLoop(EvaluatorJudge(), training.policy, taste=taste)
    improved = loop.improve(case, steps=STEPS)

    def store() -> IterationSession:
        with transaction.atomic():
            candidate = policy_store(
                training=training,
                algorithm=Algorithm.REINFORCE,
                seed=seed,
                world=world,
                parent=parent,
                reward_model=taste.version if taste else "",
            )
            return session_store(
                kind=SessionKind.TRAINING,
                start=start,
                spec=start.spec,
                revision=revision,
                owner=owner,
                policy_id=candidate.pk,
                improved=improved,
                asked={"n_iter": episodes, "seed": seed},
                result={
                    "episodes": training.episodes,
                    "steps": training.steps,
                    "learning_curve": [point.as_json() for point in training.curve],
                },
                run=run,
            )

    return store
