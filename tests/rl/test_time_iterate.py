"""The command that times a session stores nothing and says what it measured."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from rl.models import IterationSession
from specs.models import Spec


@pytest.mark.django_db
@pytest.mark.usefixtures("engines")
def test_timing_keeps_nothing() -> None:
    out = StringIO()
    call_command("time_iterate", "--prompts", "3", "--json", stdout=out)
    found = json.loads(out.getvalue())
    assert (found["sessions"], found["n_iter"]) == (3, 3)
    assert 0 < found["processor_ms"]["median"] <= found["processor_ms"]["p95"]
    assert not IterationSession.objects.exists()
    assert not Spec.objects.exists()
