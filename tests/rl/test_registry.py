"""Weights play only where they mean what they meant when they were trained."""

from dataclasses import replace

import numpy as np
import pytest

from rl.errors import PolicyMismatch
from rl.features import NAMES as FEATURES
from rl.operators import NAMES as OPERATORS
from rl.policy import LinearPolicy
from rl.registry import Fit, data_hash, fingerprint, load_policy

HERE = fingerprint()


@pytest.fixture
def policy() -> LinearPolicy:
    rng = np.random.default_rng(0)
    return LinearPolicy(rng.normal(size=(len(FEATURES), len(OPERATORS)))).rounded()


def test_a_policy_comes_back_as_it_was(policy: LinearPolicy) -> None:
    loaded, fit = load_policy(policy.as_json(), policy.digest, HERE, HERE)
    assert fit is Fit.CURRENT
    np.testing.assert_array_equal(loaded.weights, policy.weights)


@pytest.mark.parametrize("part", ["features", "operators"])
def test_other_features_or_operators_are_refused(policy: LinearPolicy, part: str) -> None:
    other = replace(HERE, **{part: "0" * 64})
    with pytest.raises(PolicyMismatch):
        load_policy(policy.as_json(), policy.digest, other, HERE)


def test_another_rubric_makes_it_stale(policy: LinearPolicy) -> None:
    other = replace(HERE, rubric="0" * 64)
    assert load_policy(policy.as_json(), policy.digest, other, HERE)[1] is Fit.STALE


def test_a_wrong_hash_is_refused(policy: LinearPolicy) -> None:
    with pytest.raises(PolicyMismatch, match="hash"):
        load_policy(policy.as_json(), "0" * 64, HERE, HERE)


@pytest.mark.parametrize("rows", [[], [[1.0]], [[float("nan")] * len(OPERATORS)] * len(FEATURES)])
def test_damaged_weights_are_refused(rows: list[list[float]]) -> None:
    with pytest.raises(PolicyMismatch):
        load_policy(rows, "x", HERE, HERE)


def test_the_data_hash_knows_no_order() -> None:
    assert data_hash(["a", "b"]) == data_hash(["b", "a"]) != data_hash(["a"])
