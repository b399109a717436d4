"""Rows as the API words them."""

from collections import defaultdict
from typing import Any

from django.urls import reverse
from rest_framework.serializers import DateTimeField

from evaluation.models import Evaluation
from evaluation.rubric import CRITERIA
from evaluation.services import Batch, ItemFailure
from specs.models import Spec

JSON = dict[str, Any]
EXPORT_FORMAT = "evaluation-report/1"
TIME = DateTimeField()


def report_path(evaluation: Evaluation) -> str:
    return reverse("report", args=[evaluation.pk])


def evaluation_path(evaluation: Evaluation) -> str:
    return f"/api/v1/evaluations/{evaluation.pk}/"


def evaluation_object(evaluation: Evaluation) -> JSON:
    """The evaluation object of the API: the scorecard, with the judge where there was one and with
    what people would say where that is known."""
    card: JSON = evaluation.scorecard
    if evaluation.predicted_rating is not None:
        card = {**card, "predicted_rating": evaluation.predicted_rating}
    if evaluation.judge is None:
        return card
    sixth = {"score": evaluation.judge_score, "weight": 0.0}
    criteria = {**card["criteria"], "judge": sixth}
    return {**card, "criteria": criteria, "judge": evaluation.judge}


def evaluated(evaluation: Evaluation) -> JSON:
    return {
        "success": True,
        "report_id": evaluation.pk,
        "spec_id": evaluation.spec_id,
        "storage": evaluation.storage,
        "evaluation": evaluation_object(evaluation),
    }


def batch(done: Batch, *, whole: bool = True) -> JSON:
    """`whole` has each evaluation in it; without, ids and scores."""
    results = [result(place, outcome, whole) for place, outcome in enumerate(done.outcomes)]
    succeeded = len(done.evaluations)
    return {
        "success": True,
        "count": len(results),
        "succeeded": succeeded,
        "failed": len(results) - succeeded,
        "results": results,
    }


def result(place: int, outcome: Evaluation | ItemFailure, whole: bool) -> JSON:
    if isinstance(outcome, ItemFailure):
        problem = {
            "code": outcome.code,
            "detail": outcome.detail,
            "pointer": outcome.pointer,
        }
        return {"index": place, "success": False, "error": problem}
    shown: JSON = {
        "index": place,
        "success": True,
        "report_id": str(outcome.pk),
        "spec_id": str(outcome.spec_id),
        "score": outcome.score,
        "grade": outcome.grade,
    }
    return shown | ({"evaluation": evaluation_object(outcome)} if whole else {})


def row(evaluation: Evaluation) -> JSON:
    return {
        "id": evaluation.pk,
        "spec_id": evaluation.spec_id,
        "revision": evaluation.revision.number,
        "title": evaluation.spec.title,
        "owner": evaluation.owner.username if evaluation.owner else None,
        "design_type": evaluation.design_type,
        "score": evaluation.score,
        "grade": evaluation.grade,
        "rubric_version": evaluation.rubric_id,
        "judge_score": evaluation.judge_score,
        "created_at": TIME.to_representation(evaluation.created_at),
    }


def detail(evaluation: Evaluation) -> JSON:
    return {
        **row(evaluation),
        "prompt": evaluation.judged_prompt,
        "evaluation": evaluation_object(evaluation),
        "links": links(evaluation),
    }


def report(evaluation: Evaluation) -> JSON:
    spec: Spec = evaluation.spec
    return {
        "format": EXPORT_FORMAT,
        "report_id": evaluation.pk,
        "spec_id": spec.pk,
        "revision": evaluation.revision.number,
        "title": evaluation.revision.document["title"],
        "design_type": evaluation.design_type,
        "category": evaluation.revision.document["category"],
        "prompt": evaluation.judged_prompt,
        "score": evaluation.score,
        "grade": evaluation.grade,
        "rubric_version": evaluation.rubric_id,
        "created_at": TIME.to_representation(evaluation.created_at),
        "findings_by_criterion": findings_by_criterion(evaluation),
        "evaluation": evaluation_object(evaluation),
        "spec": evaluation.revision.document,
        "submitted": evaluation.submitted,
        "links": links(evaluation),
    }


def findings_by_criterion(evaluation: Evaluation) -> JSON:
    """In the order of the criteria, those without findings left out."""
    found: defaultdict[str, list[JSON]] = defaultdict(list)
    for finding in evaluation.scorecard["findings"]:
        found[finding["criterion"]].append(finding)
    return {name: found[name] for name in CRITERIA if name in found}


def links(evaluation: Evaluation) -> JSON:
    path = report_path(evaluation)
    return {
        "self": path,
        "page": f"{path}?format=html",
        "download": f"{path}?format=json",
        "evaluation": evaluation_path(evaluation),
        "spec": f"/api/v1/specs/{evaluation.spec_id}/",
    }
