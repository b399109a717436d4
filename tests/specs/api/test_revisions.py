"""Edits by people: each is a new revision, and what nobody touched keeps its origin."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from specs import patches
from specs.models import Spec
from specs.services import spec_reviewed, spec_scored

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_engine")]


def address(spec: Spec, rest: str = "") -> str:
    return f"/api/v1/specs/{spec.pk}/{rest}"


def test_an_edit_makes_a_revision(client_of_user: APIClient, spec: Spec, user: User) -> None:
    spec_scored(revision=spec.latest, score=88)
    spec_reviewed(revision=spec.latest, state="accepted")
    response = client_of_user.patch(
        address(spec),
        {"spec": {"stories": 5, "dimensions": {"length": 30}}, "reason": "More room"},
    )
    assert response.status_code == 200
    body = response.json()
    assert body["revision"] == 2
    assert body["spec"]["stories"] == 5
    assert body["spec"]["dimensions"]["length"] == 30
    assert body["spec"]["dimensions"]["height"] == 10.5
    assert body["provenance"]["/stories"] == {"source": "person"}
    assert body["provenance"]["/dimensions/height"]["source"] == "default"
    assert body["provenance"]["/title"]["source"] == "derived"
    assert [each["pointer"] for each in body["assumptions"]] == ["/dimensions/height"]
    # Both were said of the revision before.
    assert (body["latest_score"], body["review_state"], body["accepted_at"]) == (
        None,
        "pending",
        None,
    )
    revision = Spec.objects.get(pk=spec.pk).latest
    assert (revision.author, revision.reason, revision.origin) == (user, "More room", "edited")
    assert revision.parent_id == spec.latest_id


def test_the_first_revision_stays_as_it_was(client_of_user: APIClient, spec: Spec) -> None:
    before = client_of_user.get(address(spec, "revisions/1/")).json()
    client_of_user.patch(address(spec), {"spec": {"stories": 5}})
    assert client_of_user.get(address(spec, "revisions/1/")).json() == before
    listed = client_of_user.get(address(spec, "revisions/")).json()["results"]
    assert [(row["number"], row["origin"]) for row in listed] == [(2, "edited"), (1, "generated")]
    assert "spec" not in listed[0]


def test_naming_an_assumed_value_confirms_it(client_of_user: APIClient, spec: Spec) -> None:
    body = client_of_user.patch(address(spec), {"spec": {"dimensions": {"height": 10.5}}}).json()
    assert body["revision"] == 2
    assert body["provenance"]["/dimensions/height"] == {"source": "person"}
    assert body["assumptions"] == []


def test_naming_a_stated_value_changes_nothing(client_of_user: APIClient, spec: Spec) -> None:
    response = client_of_user.patch(address(spec), {"spec": {"stories": 3}, "reason": "none"})
    assert response.status_code == 200
    assert response.json()["revision"] == 1
    assert response.json()["provenance"]["/stories"]["source"] == "prompt"


def test_a_whole_document_keeps_what_it_leaves_alone(
    client_of_user: APIClient, spec: Spec, document: dict[str, Any]
) -> None:
    document["features"] = ["parking", "elevator"]
    body = client_of_user.patch(address(spec), {"spec": document}).json()
    assert body["spec"] == document
    assert body["provenance"]["/features/0"] == {"source": "person"}
    assert body["provenance"]["/dimensions/height"]["source"] == "default"
    document["features"] = ["elevator", "balcony", "parking"]
    assert client_of_user.patch(address(spec), {"spec": document}).json()["revision"] == 3


def test_null_empties_a_field(client_of_user: APIClient, spec: Spec) -> None:
    client_of_user.patch(address(spec), {"spec": {"features": ["parking"], "timeline": "P6M"}})
    empty = {"features": None, "timeline": None, "stories": None, "dimensions": None}
    body = client_of_user.patch(address(spec), {"spec": empty}).json()
    assert (body["spec"]["features"], body["spec"]["timeline"], body["spec"]["stories"]) == (
        [],
        None,
        None,
    )
    assert set(body["spec"]["dimensions"].values()) == {None}
    assert body["assumptions"] == []
    named = {"/schema_version", "/design_type", "/category", "/title"}
    assert set(body["provenance"]) == named


def test_a_merge_patch_label_is_read(client_of_user: APIClient, spec: Spec) -> None:
    response = client_of_user.patch(
        address(spec), b'{"spec": {"stories": 4}}', content_type="application/merge-patch+json"
    )
    assert response.json()["spec"]["stories"] == 4


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/spec"),
        ({"spec": None}, "/spec"),
        ({"spec": []}, "/spec"),
        ({"spec": "x"}, "/spec"),
        ({"spec": {"stories": 0}}, "/spec/stories"),
        ({"spec": {"stories": "many"}}, "/spec/stories"),
        ({"spec": {"dimensions": 5}}, "/spec/dimensions"),
        ({"spec": {"dimensions": {"height": {"deep": 1}}}}, "/spec/dimensions/height"),
        ({"spec": {"title": None}}, "/spec/title"),
        ({"spec": {"schema_version": None}}, "/spec/schema_version"),
        ({"spec": {"features": {"0": "x"}}}, "/spec/features"),
        ({"spec": {"estimated_cost": {"amount": 5}}}, "/spec/estimated_cost"),
        ({"spec": {"unknown": 1}}, "/spec"),
        ({"spec": {"__proto__": {"x": 1}}}, "/spec"),
        ({"spec": {"stories": 4}, "reason": 5}, "/reason"),
        ({"spec": {"stories": 4}, "reason": "x" * 2001}, "/reason"),
        ({"spec": {"stories": 4}, "revision": "1"}, "/revision"),
        ({"spec": {"stories": 4}, "revision": 0}, "/revision"),
        ({"spec": {"stories": 4}, "revision": 1.0}, "/revision"),
        ({"spec": {"stories": 4}, "revision": True}, "/revision"),
        ({"spec": {"stories": 4}, "revision": 2**40}, "/revision"),
    ],
)
def test_a_wrong_edit_is_422_and_makes_no_revision(
    client_of_user: APIClient, spec: Spec, body: dict[str, Any], pointer: str
) -> None:
    response = client_of_user.patch(address(spec), body)
    assert response.status_code == 422, response.content
    assert pointer in [error["pointer"] for error in response.json()["errors"]]
    assert spec.revisions.count() == 1


def test_an_edit_of_an_old_state_is_412(client_of_user: APIClient, spec: Spec) -> None:
    etag = client_of_user.get(address(spec))["ETag"]
    # A score in between is no edit.
    spec_scored(revision=spec.latest, score=50)
    first = client_of_user.patch(
        address(spec), {"spec": {"stories": 4}}, headers={"If-Match": etag}
    )
    assert first.status_code == 200
    for sent in (etag, '"x"', "x", f"W/{first['ETag']}"):
        second = client_of_user.patch(
            address(spec), {"spec": {"stories": 9}}, headers={"If-Match": sent}
        )
        assert second.status_code == 412, sent
    for sent in (first["ETag"], "*"):
        third = client_of_user.patch(
            address(spec), {"spec": {"title": f"Office {sent}"[:9]}}, headers={"If-Match": sent}
        )
        assert third.status_code == 200
    assert Spec.objects.get(pk=spec.pk).latest.document["stories"] == 4


def test_an_edit_of_an_old_revision_is_409(client_of_user: APIClient, spec: Spec) -> None:
    assert (
        client_of_user.patch(address(spec), {"spec": {"stories": 4}, "revision": 1}).status_code
        == 200
    )
    response = client_of_user.patch(address(spec), {"spec": {"stories": 9}, "revision": 1})
    assert response.status_code == 409
    assert response.json()["code"] == "revision_conflict"
    assert spec.revisions.count() == 2


def test_the_diff_is_a_patch_and_words(client_of_user: APIClient, spec: Spec) -> None:
    client_of_user.patch(address(spec), {"spec": {"stories": 4, "features": ["parking"]}})
    client_of_user.patch(
        address(spec),
        {"spec": {"features": ["elevator", "parking"], "dimensions": {"height": None}}},
    )
    body = client_of_user.get(address(spec, "diff/?from=1&to=3")).json()
    assert (body["from"], body["to"]) == (1, 3)
    one = client_of_user.get(address(spec, "revisions/1/")).json()["spec"]
    three = client_of_user.get(address(spec, "revisions/3/")).json()["spec"]
    assert patches.apply(one, body["patch"]) == three
    assert [entry["text"] for entry in body["summary"]] == [
        "Stories: 3 → 4",
        "Height is no longer stated (was 10.5)",
        "Feature added: elevator",
        "Feature added: parking",
    ]
    back = client_of_user.get(address(spec, "diff/?from=3&to=1")).json()
    assert patches.apply(three, back["patch"]) == one
    latest = client_of_user.get(address(spec, "diff/")).json()
    assert (latest["from"], latest["to"]) == (2, 3)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("from=1&to=9", 404),
        ("from=9", 404),
        ("from=0", 422),
        ("to=-1", 422),
        ("from=abc", 422),
        ("to=1.5", 422),
        ("to=%00", 422),
        ("from=" + "9" * 2000, 422),
        ("from=2147483648", 422),
        ("", 200),
        ("from=1&to=1", 200),
    ],
)
def test_a_diff_of_what_is_not_there(
    client_of_user: APIClient, spec: Spec, query: str, status: int
) -> None:
    assert client_of_user.get(address(spec, f"diff/?{query}")).status_code == status


def test_staff_may_edit_and_sign_with_their_name(
    client_of_staff: APIClient, client_of_user: APIClient, spec: Spec
) -> None:
    client_of_staff.patch(address(spec), {"spec": {"stories": 4}})
    listed = client_of_user.get(address(spec, "revisions/")).json()["results"]
    assert [row["author"] for row in listed] == ["staff", "client"]
    assert client_of_user.get(address(spec)).json()["owner"] == "client"


def test_an_edit_takes_a_bounded_number_of_queries(
    client_of_user: APIClient, spec: Spec, django_assert_max_num_queries: Any
) -> None:
    # Read, savepoint, lock, latest, insert, update, release, read again.
    with django_assert_max_num_queries(8):
        client_of_user.patch(address(spec), {"spec": {"stories": 4}})


def test_a_long_history_takes_two_queries(
    client_of_user: APIClient, spec: Spec, django_assert_max_num_queries: Any
) -> None:
    for stories in range(4, 34):
        client_of_user.patch(address(spec), {"spec": {"stories": stories}})
    with django_assert_max_num_queries(2):
        listed = client_of_user.get(address(spec, "revisions/?page_size=20")).json()
    assert [row["number"] for row in listed["results"]] == list(range(31, 11, -1))
    rest = client_of_user.get(listed["next"]).json()
    assert [row["number"] for row in rest["results"]] == list(range(11, 0, -1))
