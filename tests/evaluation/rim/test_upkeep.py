"""Pruning only where named, and what the metrics count."""

from typing import Any

import pytest
from django.utils import timezone
from prometheus_client import REGISTRY
from rest_framework.test import APIClient

from config.operations.pruning import logs_prune
from evaluation.models import Evaluation
from evaluation.selectors import criterion_scores, latest_evaluation_of
from evaluation.services import evaluation_prune
from specs.models import Spec

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small")]


def test_evaluations_are_pruned_only_where_somebody_names_them(
    client_of_user: APIClient, document: dict[str, Any]
) -> None:
    client_of_user.post("/evaluate", {"spec": document})
    assert "evals" not in logs_prune(retention_days=0)
    assert Evaluation.objects.count() == 1
    assert logs_prune(retention_days=0, tables=["evals"], dry_run=True)["evals"] == 1
    assert Evaluation.objects.count() == 1
    assert evaluation_prune(before=timezone.now()) == 1
    assert not Evaluation.objects.exists()
    assert Spec.objects.count() == 1


def test_evaluations_are_counted(client_of_user: APIClient, document: dict[str, Any]) -> None:
    def counted(source: str) -> float:
        return sum(
            sample.value
            for metric in REGISTRY.collect()
            if metric.name == "p2j_evaluations"
            for sample in metric.samples
            if sample.name.endswith("_total") and sample.labels["source"] == source
        )

    before = {source: counted(source) for source in ("document", "batch")}
    client_of_user.post("/evaluate", {"spec": document})
    client_of_user.post("/batch-evaluate", ["A 3-storey office", "A 4-storey office"])
    assert counted("document") - before["document"] == 1
    assert counted("batch") - before["batch"] == 2


def test_scores_by_criterion_for_those_who_learn_from_them(
    client_of_user: APIClient, spec: Spec
) -> None:
    client_of_user.post("/evaluate", {"spec_id": str(spec.pk)})
    client_of_user.post("/evaluate", {"spec_id": str(spec.pk), "prompt": "A 9-storey office"})
    own = latest_evaluation_of(spec.latest_id)
    assert own is not None
    assert own.prompt == ""
    scores = criterion_scores([spec.latest_id])[spec.latest_id]
    assert scores["score"] == own.score
    assert scores["fidelity"] == 100
