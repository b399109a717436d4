"""A session of three iterations and a policy with a learning curve, as rows."""

import copy
from typing import Any

from rl.choices import Algorithm, PolicyStatus, SessionKind, StopReason
from rl.models import IterationLog, IterationSession, PolicyVersion
from specs.choices import Origin
from specs.models import Spec
from specs.patches import diff
from specs.services import revision_add

JSON = dict[str, Any]
EDITS: tuple[tuple[str, JSON, JSON], ...] = (
    ("restore_numbers", {"stories": 4}, {"height": 14.0, "floor_area": 2400}),
    ("theme_green", {"features": ["green_roof", "elevator", "solar_panels"]}, {}),
    ("state_audience", {"target_audience": "staff and visitors"}, {}),
)


def make_policy(*, status: str = PolicyStatus.CURRENT, **changes: Any) -> PolicyVersion:
    values: JSON = {
        "algorithm": Algorithm.CLIPPED,
        "status": status,
        "settings": {"seed": 7},
        "seed": 7,
        "episodes": 20_000,
        "libraries": {"numpy": "2"},
        "weights": [[0.0]],
        "curve": [
            {
                "episodes": 200 * (i + 1),
                "gain": 18 - 12 * 0.95**i,
                "steps": 3 + i / 40,
                "stops": 0.5,
                "entropy": 2.4 * 0.97**i,
                "held_out": 17 - 11 * 0.95**i if i % 10 == 0 else None,
            }
            for i in range(100)
        ],
        "report": {
            "promote": True,
            "reasons": [],
            "prompts": 120,
            "difference": 2.31,
            "low": 1.2,
            "high": 3.4,
        },
        **dict.fromkeys(
            ("data_hash", "features_hash", "operators_hash", "rubric_hash", "weights_hash"), "0" * 8
        ),
    }
    if status == PolicyStatus.CURRENT:
        # One at most is; the migrations bring a first one along.
        playing = PolicyVersion.objects.filter(status=PolicyStatus.CURRENT)
        playing.update(status=PolicyStatus.RETIRED)
    return PolicyVersion.objects.create(**values | changes)


def make_session(spec: Spec, *, policy: PolicyVersion | None = None, **changes: Any) -> Any:
    start = spec.latest
    documents = [start.document]
    for _, fields, dimensions in EDITS:
        document = copy.deepcopy(documents[-1]) | fields
        document["dimensions"] |= dimensions
        documents.append(document)
    final = revision_add(
        spec=spec,
        document=documents[-1],
        author=spec.owner,
        reason="Improved",
        origin=Origin.ITERATED,
    )
    session = IterationSession.objects.create(
        owner=spec.owner,
        spec=spec,
        prompt=spec.prompt,
        start_revision=start,
        final_revision=final,
        policy=policy,
        initial_score=61.5,
        final_score=83.25,
        total_reward=2.01,
        **{"kind": SessionKind.ITERATE, "stopped_because": StopReason.NO_GAIN, **changes},
    )
    for number, (action, *_) in enumerate(EDITS, start=1):
        IterationLog.objects.create(session=session, **log_of(number, action, documents))
    return session


def log_of(number: int, action: str, documents: list[JSON]) -> JSON:
    before, after = documents[number - 1], documents[number]
    score = 61.5 + 7.25 * number
    return {
        "number": number,
        "agent": "RLLoop",
        "action": action,
        "state_hash": "0" * 8,
        "mask": ["restore_numbers", "theme_green", "stop"],
        "probability": 0.62,
        "patch": diff(before, after),
        "document": after,
        "score_before": score - 7.25,
        "score_after": score,
        "reward": 0.67,
        "reward_parts": {"evaluator": 7.25, "cost": -0.55},
        "cost": 0.55,
        "evaluation": {
            "score": score,
            "criteria": {
                "completeness": {"score": 60 + 10 * number, "weight": 0.4},
                "format_validity": {"score": 100, "weight": 0.1},
                "feasibility": {"score": 90 - number, "weight": 0.2},
                "consistency": {"score": 70 + 8 * number, "weight": 0.2},
                "fidelity": {"score": None, "weight": 0},
            },
        },
        "feedback": ["The floor area does not follow from the sides."],
    }
