"""Policies are trained, compared, promoted and rolled back here, and nowhere else."""

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

import numpy as np
from django.db import transaction
from django.utils import timezone

from feedback.choices import Purpose
from feedback.selectors.comparisons import votes_on
from feedback.services import comparison_open
from rl.choices import Algorithm, PolicyStatus
from rl.environment import DesignWorld
from rl.errors import NothingToLearnFrom, NotPromotable
from rl.evaluator import EvaluatorJudge
from rl.gate import Decision, Evidence, Votes, decide
from rl.measuring import play_all, shortlist_player
from rl.models import PolicyVersion
from rl.operators import knowledge
from rl.playing import playing_policy, policy_of, taste_now
from rl.policy import LinearPolicy
from rl.prompts import Split, prompts
from rl.registry import data_hash, fingerprint, library_versions
from rl.selectors.policies import policy_current, tries_since_promotion
from rl.services.sessions import session_run
from rl.suites import GATE_PROMPTS, TRAINING_PROMPTS
from rl.training import (
    ClippedSettings,
    LinUCBSettings,
    ReinforceSettings,
    Training,
    train_clipped,
    train_linucb,
    train_reinforce,
)
from rl.wiring import suites
from rl.world import FloatArray
from specs.choices import EngineChoice

KeepGoing = Callable[[], bool]


def train(
    world: DesignWorld,
    algorithm: str,
    *,
    episodes: int,
    seed: int,
    start: LinearPolicy | None = None,
    keep_going: KeepGoing = lambda: True,
    **overrides: float,
) -> Training:
    """One learner by its name. LinUCB starts from nothing always."""
    if not world.cases:
        raise NothingToLearnFrom("There is no prompt to train on.")
    if algorithm == Algorithm.LINUCB:
        bandit = LinUCBSettings(episodes=episodes, seed=seed)
        return train_linucb(world, bandit, keep_going=keep_going)
    if algorithm == Algorithm.REINFORCE:
        plain = replace(ReinforceSettings(episodes=episodes, seed=seed), **overrides)  # type: ignore[arg-type]
        return train_reinforce(world, plain, start=start, keep_going=keep_going)
    clipped = replace(ClippedSettings(episodes=episodes, seed=seed), **overrides)  # type: ignore[arg-type]
    return train_clipped(world, clipped, start=start, keep_going=keep_going)


def policy_train(
    *,
    algorithm: str = Algorithm.CLIPPED,
    episodes: int = 4096,
    seed: int = 0,
    training_prompts: int = TRAINING_PROMPTS,
    parent: PolicyVersion | None = None,
    keep_going: KeepGoing = lambda: True,
) -> PolicyVersion:
    """A candidate trained on the training split, from scratch or from a parent."""
    taste = taste_now()
    world = suites().judged_by(taste).world(Split.TRAIN, training_prompts)
    start = policy_of(parent).policy if parent is not None else None
    training = train(
        world, algorithm, episodes=episodes, seed=seed, start=start, keep_going=keep_going
    )
    return policy_store(
        training=training,
        algorithm=algorithm,
        seed=seed,
        world=world,
        parent=parent,
        reward_model=taste.version if taste else "",
    )


def policy_store(
    *,
    training: Training,
    algorithm: str,
    seed: int,
    world: DesignWorld,
    parent: PolicyVersion | None,
    reward_model: str = "",
) -> PolicyVersion:
    here = fingerprint()
    return PolicyVersion.objects.create(
        parent=parent,
        algorithm=algorithm,
        settings=training.settings,
        seed=seed,
        episodes=training.episodes,
        data_hash=data_hash(case.name for case in world.all_cases),
        libraries=library_versions(),
        features_hash=here.features,
        operators_hash=here.operators,
        rubric_hash=here.rubric,
        reward_model=reward_model,
        weights=training.policy.as_json(),
        weights_hash=training.policy.digest,
        curve=[point.as_json() for point in training.curve],
    )


def policy_compare(candidate: PolicyVersion) -> Decision:
    """What the gate says of a candidate, stored with it. Raises PolicyMismatch.

    One that learnt people's taste is held against the taste as it is known today.
    """
    taste = taste_now() if candidate.reward_model else None
    world = suites().judged_by(taste).world(Split.TEST, GATE_PROMPTS)
    current = playing_policy()
    blank = LinearPolicy.blank(world.features, world.actions)
    ours, our_scores = _played(world, policy_of(candidate).policy)
    theirs, their_scores = _played(world, current.policy if current else blank)
    won = votes_on(str(candidate.pk))
    decision = decide(
        Evidence(theirs, ours, their_scores, our_scores),
        votes=Votes(for_candidate=won["second"], for_current=won["first"]),
        taste_in_use=bool(candidate.reward_model),
        tries=tries_since_promotion() + (candidate.compared_at is None),
    )
    candidate.report = {**decision.as_json(), "against": current.version if current else None}
    candidate.compared_at = timezone.now()
    candidate.save(update_fields=["report", "compared_at"])
    return decision


def _played(world: DesignWorld, policy: LinearPolicy) -> tuple[FloatArray, FloatArray]:
    """Gains by the world's judge, and final scores by the shipped rubric: the referee."""
    referee = EvaluatorJudge()
    gains, played, _ = play_all(world, shortlist_player(policy))
    scores = [referee.judge(p.final.design, p.final.case).score for p in played]
    return gains, np.array(scores)


def policy_promote(candidate: PolicyVersion) -> PolicyVersion:
    """Make a candidate the current policy if the gate lets it. Raises NotPromotable."""
    if candidate.status != PolicyStatus.CANDIDATE:
        raise NotPromotable(f"The policy is {candidate.status}, not a candidate.")
    decision = policy_compare(candidate)
    if not decision.promote:
        raise NotPromotable("; ".join(decision.reasons))
    return _make_current(candidate)


def policy_rollback() -> PolicyVersion:
    """Back to the policy that was current before. Raises NotPromotable where there is none."""
    current = policy_current()
    earlier = PolicyVersion.objects.filter(
        status=PolicyStatus.RETIRED, promoted_at__isnull=False
    ).order_by("-promoted_at")
    if current is not None and current.promoted_at is not None:
        earlier = earlier.filter(promoted_at__lt=current.promoted_at)
    previous = earlier.first()
    if previous is None:
        raise NotPromotable("There is no earlier policy to go back to.")
    return _make_current(previous, promoted=False)


def _make_current(policy: PolicyVersion, *, promoted: bool = True) -> PolicyVersion:
    with transaction.atomic():
        PolicyVersion.objects.select_for_update().filter(status=PolicyStatus.CURRENT).exclude(
            pk=policy.pk
        ).update(status=PolicyStatus.RETIRED)
        policy.status = PolicyStatus.CURRENT
        if promoted:
            policy.promoted_at = timezone.now()
        policy.save(update_fields=["status", "promoted_at"])
    return policy


def policy_votes_open(candidate: PolicyVersion, *, count: int = 48) -> int:
    """Put pairs before the reviewers: the current policy's result first, the candidate's second,
    for held-out prompts. Sides are drawn and hidden where they are shown. Says how many pairs."""
    opened = 0
    for prompt in islice(prompts(Split.VALIDATION, knowledge()), 4 * count):
        if opened == count:
            break
        # Both begin where the rules begin: a model's draft would not be the same twice.
        asked = {"owner": None, "prompt": prompt, "n_iter": 5, "engine": EngineChoice.RULES}
        before = session_run(**asked).final_revision
        after = session_run(**asked, policy=candidate).final_revision
        if before.document != after.document:
            comparison_open(
                first=before,
                second=after,
                purpose=Purpose.PROMOTION,
                subject=str(candidate.pk),
            )
            opened += 1
    return opened
