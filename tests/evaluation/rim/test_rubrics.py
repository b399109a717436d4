"""Rubrics in the database: seeded once, never edited, the newest version judges."""

from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import ProtectedError
from rest_framework.test import APIClient

from evaluation.models import Evaluation, Rubric
from evaluation.models.frozen import FrozenRow
from evaluation.rubric import InvalidRubric, first_rubric, first_rubrics
from evaluation.rubric_text import rubric_document, rubric_text
from evaluation.selectors import rubrics as selector
from evaluation.selectors import rubrics_current
from evaluation.services import rubric_add, rubrics_seed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small")]


def harsher(design_type: str = "building") -> dict[str, Any]:
    data = first_rubric(design_type).as_mapping()
    return {**data, "weights": {**data["weights"], "completeness": 50}}


def test_the_data_files_are_there_after_migrating_and_stay_as_they_are() -> None:
    assert set(Rubric.objects.values_list("pk", flat=True)) == {
        rubric.name for rubric in first_rubrics().values()
    }
    stored = Rubric.objects.get(pk="building-1")
    assert stored.document == first_rubric("building").as_mapping()
    Rubric.objects.filter(pk="vehicle-1").delete()
    assert rubrics_seed() == 1
    assert rubrics_seed() == 0


def test_the_newest_version_judges_from_the_moment_it_is_there(
    client_of_user: APIClient, document: dict[str, Any], django_capture_on_commit_callbacks: Any
) -> None:
    before = client_of_user.post("/evaluate", {"spec": document}).json()["evaluation"]
    with django_capture_on_commit_callbacks(execute=True):
        made = rubric_add(document=harsher(), note="Saying more counts more.")
    assert (made.name, made.version, made.document["version"]) == ("building-2", 2, 2)
    after = client_of_user.post("/evaluate", {"spec": document}).json()["evaluation"]
    assert (before["rubric_version"], after["rubric_version"]) == ("building-1", "building-2")
    assert after["score"] < before["score"]
    # What was judged before stands as it was judged.
    assert Evaluation.objects.get(rubric="building-1").scorecard == before


def test_a_version_is_never_edited(client_of_user: APIClient, document: dict[str, Any]) -> None:
    row = Rubric.objects.get(pk="building-1")
    with pytest.raises(FrozenRow):
        row.save()
    with pytest.raises(FrozenRow):
        Rubric.objects.update(note="x")
    client_of_user.post("/evaluate", {"spec": document})
    with pytest.raises(ProtectedError):
        row.delete()
    evaluation = Evaluation.objects.get()
    with pytest.raises(FrozenRow):
        evaluation.save()


@pytest.mark.parametrize(
    "values",
    [
        {"name": "building-1"},
        {"name": "x", "version": 2},
        {"name": "building-3", "version": 2},
        {"name": "building-0", "version": 0},
        {"name": "boat-1", "design_type": "boat"},
        {"name": "building-01", "version": 1},
    ],
)
def test_the_database_refuses_a_second_row_or_a_wrong_name(values: dict[str, Any]) -> None:
    row = {"design_type": "building", "version": 1, "document": {}, **values}
    with pytest.raises(IntegrityError), transaction.atomic():
        Rubric(**row).save(force_insert=True)


def test_what_is_no_rubric_is_refused() -> None:
    for change in (
        {"weights": {}},
        {"grades": {"A": "x"}},
        {"grades": {"Z": 10}},
        {"penalties": {"error": 1}},
        {"error_cap": float("nan")},
        {"error_cap": 101},
        {"assumed_credit": 1},
        {"wanted": []},
        {"wanted": [{"name": "wings", "weight": 1}]},
        {"design_type": "boat"},
        {"weights": {**harsher()["weights"], "fidelity": float("inf")}},
        {"categories": {"house": 7}},
        {"wanted": "everything"},
    ):
        with pytest.raises(InvalidRubric):
            rubric_add(document={**harsher(), **change})
    assert Rubric.objects.count() == 6


def test_the_text_that_people_edit_reads_back_as_it_was() -> None:
    for rubric in first_rubrics().values():
        assert rubric_document(rubric_text(rubric.as_mapping())) == rubric.as_mapping()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: [",
        "- 1",
        "weights: {}",
        "a: &a [x, x]\nb: *a",
        "x: !!python/object/apply:os.system ['true']",
        "\x00",
        "a: " + "[" * 2_000,
        "x" * 50_000,
    ],
)
def test_a_text_that_is_no_rubric_says_what_is_wrong(text: str) -> None:
    with pytest.raises(InvalidRubric) as problem:
        rubric_document(text)
    assert str(problem.value)


def test_without_a_database_the_rubrics_used_last_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*args: Any) -> Any:
        raise OperationalError("gone")

    monkeypatch.setattr(selector, "_highest_versions", away)
    assert rubrics_current()["building"].name.startswith("building-")


def test_rescoring_shows_both_sides_and_stores_nothing(
    client_of_user: APIClient, document: dict[str, Any], capsys: Any, tmp_path: Any
) -> None:
    client_of_user.post("/evaluate", {"spec": document, "prompt": "A 3-storey office"})
    client_of_user.post("/evaluate", {"spec": {"building_type": "office", "stories": 9}})
    before = list(Evaluation.objects.order_by("pk").values())
    rubric_add(document=harsher())
    call_command("rescore", "--rubric", "building-2")
    shown = capsys.readouterr().out
    assert "2 evaluations, 2 of them change" in shown
    assert shown.count("building-2") == 2
    call_command("rescore", "--rubric", "building-1")
    assert "0 of them change; mean change +0.00" in capsys.readouterr().out
    candidate = tmp_path / "candidate.yaml"
    candidate.write_text(rubric_text(harsher()), encoding="utf-8")
    call_command("rescore", "--rubric", str(candidate), "--jsonl", "--limit", "1")
    assert '"after"' in capsys.readouterr().out
    assert list(Evaluation.objects.order_by("pk").values()) == before
    for name in ("building-9", "nothing.yaml"):
        with pytest.raises(CommandError):
            call_command("rescore", "--rubric", name)
