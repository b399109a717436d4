"""The admin: findings as a table, a rubric edited into its next version, few queries."""

from typing import Any

import pytest
from django.test import Client
from django.utils.module_loading import import_string
from rest_framework.test import APIClient

from accounts.models import User
from evaluation.models import Evaluation, Rubric
from evaluation.rubric_text import rubric_text
from evaluation.services import rubric_add
from tests.evaluation import things

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small")]
LIST = "/admin/evaluation/evaluation/"
RUBRIC = "/admin/evaluation/rubric/building-1/change/"


@pytest.fixture
def desk(client: Client, staff: User) -> Client:
    client.force_login(staff)
    return client


@pytest.fixture
def evaluation(client_of_user: APIClient) -> Evaluation:
    document = things.spec(
        "building", "office", title="<b>Tower</b>", stories=40, dimensions={"height": 10}
    )
    client_of_user.post("/evaluate", {"spec": document, "prompt": "A <i>3-storey</i> office"})
    return Evaluation.objects.get()


def test_findings_are_a_table_to_read(desk: Client, evaluation: Evaluation) -> None:
    page = desk.get(f"{LIST}{evaluation.pk}/change/").content.decode()
    for finding in evaluation.scorecard["findings"]:
        if finding["rule"] == "CAP":
            assert "An error holds the score at 49" in page
            continue
        assert finding["severity"] in page
        assert f"<code>{finding['pointer']}</code>" in page
    assert "&lt;i&gt;3-storey&lt;/i&gt;" in page
    assert "<i>3-storey" not in page
    assert f"/reports/{evaluation.pk}?format=html" in page
    assert "scorecard" not in page


def test_nobody_edits_evidence(desk: Client, evaluation: Evaluation) -> None:
    assert desk.get(f"{LIST}add/").status_code == 403
    assert desk.post(f"{LIST}{evaluation.pk}/delete/", {"post": "yes"}).status_code == 403
    assert desk.post(f"{LIST}{evaluation.pk}/change/", {"score": 100}).status_code == 403
    assert Evaluation.objects.get().score == evaluation.score


def test_the_list_takes_few_queries_however_long(
    desk: Client, client_of_user: APIClient, django_assert_max_num_queries: Any
) -> None:
    documents = [{"spec": document} for _, document in things.known_things()[:60]]
    client_of_user.post("/batch-evaluate", documents)
    # Session, user, count, date range and its months, rubrics of the filter, rows.
    with django_assert_max_num_queries(8):
        page = desk.get(LIST).content.decode()
    assert page.count('class="field-score"') == 50


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=tower", 1),
        ("q=client", 1),
        ("q=nobody", 0),
        ("q=%25", 0),
        ("grade__exact=F", 1),
        ("grade__exact=A", 0),
        ("band=low", 1),
        ("band=high", 0),
        ("rubric__name__exact=building-1", 1),
        ("o=2", 1),
    ],
)
def test_search_and_filters(
    desk: Client, evaluation: Evaluation, query: str, expected: int
) -> None:
    response = desk.get(f"{LIST}?{query}")
    assert response.status_code == 200
    assert response.content.decode().count('class="field-score"') == expected


def test_saving_a_rubric_makes_the_next_version(desk: Client, staff: User) -> None:
    first = Rubric.objects.get(pk="building-1")
    page = desk.get(RUBRIC).content.decode()
    assert "weights: {completeness: 5" in page
    document = {**first.document, "error_cap": 40}
    sent = {"text": rubric_text(document), "note": "Errors weigh more."}
    response = desk.post(RUBRIC, sent, follow=True)
    assert "Rubric building-2 is there, and judges from now on." in response.content.decode()
    made = Rubric.objects.get(pk="building-2")
    assert (made.author, made.note) == (staff, "Errors weigh more.")
    assert made.document == {**document, "version": 2}
    assert Rubric.objects.get(pk="building-1").document == first.document
    assert desk.get("/admin/evaluation/rubric/building-2/change/").status_code == 200
    assert desk.get("/admin/evaluation/rubric/").status_code == 200


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("completeness: 5", "completeness: -5"), "weights are from 0"),
        (("any_of: [stories]", "any_of: [wings]"), "a spec has no"),
        (("weights:", "weights: ["), "This is no YAML in line"),
        (("design_type: building", "design_type: vehicle"), "This is the rubric of building."),
        (("", ""), "Nothing has changed."),
    ],
)
def test_what_is_wrong_with_a_rubric_is_said_in_the_form(
    desk: Client, change: tuple[str, str], said: str
) -> None:
    text = rubric_text(Rubric.objects.get(pk="building-1").document).replace(*change, 1)
    response = desk.post(RUBRIC, {"text": text, "note": ""})
    assert response.status_code == 200
    assert said in response.content.decode()
    assert Rubric.objects.count() == 6


def test_rubrics_are_neither_added_nor_deleted(desk: Client) -> None:
    assert desk.get("/admin/evaluation/rubric/add/").status_code == 403
    path = "/admin/evaluation/rubric/building-1/delete/"
    assert desk.post(path, {"post": "yes"}).status_code == 403
    assert Rubric.objects.count() == 6


def test_a_rubric_that_somebody_else_saved_meanwhile_is_a_conflict(
    desk: Client, other_user: User
) -> None:
    first = Rubric.objects.get(pk="building-1").document
    assert 'name="after" value="1"' in desk.get(RUBRIC).content.decode()
    rubric_add(document={**first, "error_cap": 50}, author=other_user)
    mine = {**first, "error_cap": 40}
    sent = {"text": rubric_text(mine), "note": "Mine, with <b>care</b>", "after": "1"}
    page = desk.post(RUBRIC, sent)
    assert page.status_code == 200
    content = page.content.decode()
    assert f"{other_user} has made building-2 meanwhile" in content
    assert "error_cap: 40" in content
    assert "Mine, with &lt;b&gt;care&lt;/b&gt;" in content
    assert Rubric.objects.filter(design_type="building").count() == 2
    # Read, and saved all the same.
    assert 'name="after" value="2"' in content
    assert desk.post(RUBRIC, {**sent, "after": "2"}).status_code == 302
    assert Rubric.objects.get(pk="building-3").document["error_cap"] == 40
    assert Rubric.objects.get(pk="building-2").document["error_cap"] == 50


def test_two_at_the_very_same_time_are_a_conflict_too(
    desk: Client, other_user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one's version is stored between the looks at the table and the insert."""
    first = Rubric.objects.get(pk="building-1")
    rubric_add(document={**first.document, "error_cap": 50}, author=other_user)

    def as_before(place: str, value: Any) -> None:
        """What the next look sees; the one after it sees what is there."""
        real = import_string(place)

        def look(design_type: str) -> Any:
            monkeypatch.setattr(place, real)
            return value

        monkeypatch.setattr(place, look)

    as_before("evaluation.admin.rubric_highest", first)
    as_before("evaluation.services.rubrics.next_version", 2)
    text = rubric_text({**first.document, "error_cap": 40})
    page = desk.post(RUBRIC, {"text": text, "note": "", "after": "1"})
    assert page.status_code == 200
    assert "has made building-2 meanwhile" in page.content.decode()
    assert "error_cap: 40" in page.content.decode()
    assert Rubric.objects.filter(design_type="building").count() == 2
