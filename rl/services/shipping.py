"""The first policy: trained by a command, kept as a data file, put into the registry once."""

import gzip
import json
from pathlib import Path
from typing import Any

from django.utils import timezone

from rl.choices import PolicyStatus
from rl.models import PolicyVersion
from rl.policy import sha256
from rl.prompts import Split
from rl.registry import data_hash, fingerprint, library_versions
from rl.services.policies import train
from rl.wiring import suites

SHIPPED = Path(__file__).parent.parent / "data" / "first_policy.json.gz"


def policy_shipped_write(
    path: Path, *, algorithm: str, episodes: int, seed: int, training_prompts: int
) -> dict[str, Any]:
    """Train on the evaluator alone and write the file: the same arguments, the same weights."""
    world = suites().world(Split.TRAIN, training_prompts)
    training = train(world, algorithm, episodes=episodes, seed=seed)
    here = fingerprint()
    row = {
        "algorithm": algorithm,
        "settings": training.settings,
        "seed": seed,
        "episodes": training.episodes,
        "data_hash": data_hash(case.name for case in world.all_cases),
        "libraries": library_versions(),
        "features_hash": here.features,
        "operators_hash": here.operators,
        "rubric_hash": here.rubric,
        "weights": training.policy.as_json(),
        "weights_hash": training.policy.digest,
        "curve": [point.as_json() for point in training.curve],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(row, separators=(",", ":"))
    # No time in the header: the same policy is the same file.
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
    return {
        "file": path.name,
        "episodes": training.episodes,
        "seed": seed,
        "weights_hash": training.policy.digest,
        "file_hash": sha256(row),
        "last_gain": training.curve[-1].gain,
    }


def policy_shipped_load(path: Path = SHIPPED) -> PolicyVersion | None:
    """Put the shipped policy into an empty registry as the current one; None where something is
    there already. After an upgrade that changed features or operators, the new file's policy
    becomes current where the old one no longer fits."""
    row = json.loads(gzip.decompress(path.read_bytes()))
    if PolicyVersion.objects.filter(weights_hash=row["weights_hash"]).exists():
        return None
    here = fingerprint()
    current = PolicyVersion.objects.filter(status=PolicyStatus.CURRENT).first()
    if current is not None:
        if (current.features_hash, current.operators_hash) == (here.features, here.operators):
            return None
        PolicyVersion.objects.filter(pk=current.pk).update(status=PolicyStatus.RETIRED)
    return PolicyVersion.objects.create(
        **row, status=PolicyStatus.CURRENT, promoted_at=timezone.now()
    )
