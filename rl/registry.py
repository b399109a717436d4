"""What a stored policy is made of, and when it may be loaded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import version

from evaluation.rubric import Rubric, first_rubrics
from rl.errors import PolicyMismatch
from rl.features import FEATURES_HASH, NAMES
from rl.operators import NAMES as OPERATOR_NAMES
from rl.operators import OPERATORS_HASH
from rl.policy import LinearPolicy, sha256

LIBRARIES = ("numpy", "gymnasium")


class Fit(StrEnum):
    """`stale`: it plays, but was trained on another rubric."""

    CURRENT = "current"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The hashes that decide whether weights mean anything to this code."""

    features: str
    operators: str
    rubric: str


def rubric_hash(rubrics: Mapping[str, Rubric] | None = None) -> str:
    table = rubrics or first_rubrics()
    return sha256({name: table[name].as_mapping() for name in sorted(table)})


def fingerprint(rubrics: Mapping[str, Rubric] | None = None) -> Fingerprint:
    return Fingerprint(FEATURES_HASH, OPERATORS_HASH, rubric_hash(rubrics))


def load_policy(
    weights: list[list[float]], digest: str, made_for: Fingerprint, here: Fingerprint
) -> tuple[LinearPolicy, Fit]:
    """Raises PolicyMismatch where the weights are damaged or were made for other features or
    operators: they would play nonsense without a sign."""
    if made_for.features != here.features:
        raise PolicyMismatch("The policy was trained on other features.")
    if made_for.operators != here.operators:
        raise PolicyMismatch("The policy was trained with other operators.")
    policy = LinearPolicy.from_json(weights, features=len(NAMES), actions=len(OPERATOR_NAMES))
    if policy.digest != digest:
        raise PolicyMismatch("The weights do not have the hash that was stored with them.")
    return policy, Fit.CURRENT if made_for.rubric == here.rubric else Fit.STALE


def library_versions() -> dict[str, str]:
    return {name: version(name) for name in LIBRARIES}


def data_hash(prompts: Iterable[str]) -> str:
    """Of the prompts that a policy was trained on, whatever their order."""
    return sha256(sorted(prompts))
