"""The policy that ships fits this code, is there after migrating, and beats doing nothing."""

import gzip
import json

import pytest

from rl.measuring import play_all, policy_player
from rl.models import PolicyVersion
from rl.playing import playing_policy
from rl.registry import Fingerprint, fingerprint, load_policy
from rl.services.shipping import SHIPPED, policy_shipped_load

ROW = json.loads(gzip.decompress(SHIPPED.read_bytes()))


def test_the_shipped_policy_fits_this_code(world: object) -> None:
    made_for = Fingerprint(ROW["features_hash"], ROW["operators_hash"], ROW["rubric_hash"])
    policy, _ = load_policy(ROW["weights"], ROW["weights_hash"], made_for, fingerprint())
    gains, _, _ = play_all(world, policy_player(policy))  # type: ignore[arg-type]
    assert gains.mean() > 3


@pytest.mark.django_db
def test_it_plays_after_migrating() -> None:
    playing = playing_policy()
    assert playing is not None
    assert playing.policy.digest == ROW["weights_hash"]


@pytest.mark.django_db
def test_installing_fills_an_empty_registry_and_leaves_a_fitting_one_alone() -> None:
    assert policy_shipped_load() is None
    PolicyVersion.objects.all().delete()
    installed = policy_shipped_load()
    assert installed is not None
    assert installed.status == "current"
    assert policy_shipped_load() is None


@pytest.mark.django_db
def test_it_replaces_one_that_no_longer_fits() -> None:
    PolicyVersion.objects.update(operators_hash="0" * 64, weights_hash="1" * 64)
    assert playing_policy() is None
    assert policy_shipped_load() is not None
    assert playing_policy() is not None
