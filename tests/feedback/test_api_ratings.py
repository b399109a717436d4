"""Ratings over HTTP: one per person and revision, within 1 to 5, of specs that one may judge."""

from typing import Any

import pytest

from accounts.models import User
from feedback.models import QuickFeedback, Rating
from specs.models import Spec
from tests.feedback.conftest import MakeSpec, client_of

GOOD = {
    "stars": 4,
    "criteria": {"feasibility": 3, "fidelity": None},
    "reason": "Solid",
    "tags": ["well_done"],
    "seconds": 12,
}


def ratings_url(spec: Spec) -> str:
    return f"/api/v1/specs/{spec.pk}/ratings"


def test_a_rating_is_created_then_replaced(spec: Spec, user: User) -> None:
    client = client_of(user)
    first = client.post(ratings_url(spec), GOOD)
    assert first.status_code == 201
    assert first["Location"] == f"/api/v1/ratings/{first.json()['id']}/"
    assert first.json()["criteria"]["feasibility"] == 3
    second = client.post(ratings_url(spec) + "/", {"stars": 2})
    assert second.status_code == 200
    assert second.json()["id"] == first.json()["id"]
    assert second.json()["stars"] == 2
    assert second.json()["criteria"]["feasibility"] is None
    assert Rating.objects.count() == 1
    assert [r["stars"] for r in client.get(ratings_url(spec)).json()] == [2]
    assert client.get("/api/v1/ratings/").json()["results"][0]["spec_id"] == str(spec.pk)
    assert client.get(first["Location"]).json()["person"] == "client"


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        *(
            ({"stars": value}, "/stars")
            for value in (0, 6, -1, 2**40, 3.0, 3.5, "4", True, None, [])
        ),
        ({"criteria": {"feasibility": 6}}, "/criteria/feasibility"),
        ({"criteria": {"beauty": 3}}, "/criteria/beauty"),
        ({"criteria": [3]}, "/criteria"),
        ({"tags": ["no_such_tag"]}, "/tags/0"),
        ({"tags": ["well_done"] * 13}, "/tags"),
        ({"reason": "x" * 4001}, "/reason"),
        ({"reason": 5}, "/reason"),
        ({"seconds": -1}, "/seconds"),
        ({"seconds": 86_401}, "/seconds"),
        ({"revision": 0}, "/revision"),
        ({"revision": "1"}, "/revision"),
    ],
)
def test_bad_ratings_are_refused_with_their_place(
    spec: Spec, user: User, change: dict[str, Any], pointer: str
) -> None:
    response = client_of(user).post(ratings_url(spec), {**GOOD, **change})
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"].startswith(pointer)
    assert not Rating.objects.exists()


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"null", b"{", b'{"stars": NaN}', b'{"stars":4,"stars":5}']
)
def test_bodies_that_cannot_be_read(spec: Spec, user: User, raw: bytes) -> None:
    response = client_of(user).generic("POST", ratings_url(spec), raw, "application/json")
    assert response.status_code == 400
    assert not Rating.objects.exists()


def test_a_foreign_spec_is_not_there(spec: Spec, other_user: User) -> None:
    other = client_of(other_user)
    assert other.post(ratings_url(spec), GOOD).status_code == 404
    assert other.get(ratings_url(spec)).status_code == 404
    assert (
        other.post(f"/api/v1/specs/{spec.pk}/feedback", {"feedback": "accepted"}).status_code == 404
    )
    # Not even a bad body says that the spec exists.
    assert other.post(ratings_url(spec), {"stars": 9}).status_code == 404
    assert not Rating.objects.exists()


@pytest.mark.parametrize(
    "spec_id", ["abc", "00000000-0000-0000-0000-000000000000", "%00", "1 OR 1=1"]
)
def test_ids_that_are_none(user: User, spec_id: str) -> None:
    assert client_of(user).post(f"/api/v1/specs/{spec_id}/ratings", GOOD).status_code == 404


def test_nobody_is_asked_who_they_are(spec: Spec, api_client: Any) -> None:
    assert api_client.post(ratings_url(spec), GOOD).status_code == 401
    assert api_client.get("/api/v1/ratings/").status_code == 401


def test_an_unknown_revision_is_not_there(spec: Spec, user: User) -> None:
    assert client_of(user).post(ratings_url(spec), {**GOOD, "revision": 7}).status_code == 404


def test_staff_do_not_judge_their_own_spec(make_spec: MakeSpec, staff: User) -> None:
    own = make_spec(staff)
    response = client_of(staff).post(ratings_url(own), GOOD)
    assert response.status_code == 403
    assert response.json()["code"] == "own_spec"
    assert "Someone else" in response.json()["detail"]
    assert not Rating.objects.exists()


def test_clients_see_their_own_ratings_and_staff_see_all(
    spec: Spec, user: User, staff: User, other_user: User
) -> None:
    client_of(user).post(ratings_url(spec), GOOD)
    client_of(staff).post(ratings_url(spec), {"stars": 1})
    assert [r["stars"] for r in client_of(user).get(ratings_url(spec)).json()] == [4]
    assert len(client_of(staff).get(ratings_url(spec)).json()) == 2
    assert client_of(other_user).get("/api/v1/ratings/").json()["results"] == []


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "=cmd|' /C calc'!A0", "{{7*7}}", "a\u2028b", "\u202eevil"]
)
def test_text_is_stored_as_sent(spec: Spec, user: User, text: str) -> None:
    response = client_of(user).post(ratings_url(spec), {"stars": 3, "reason": text})
    assert response.json()["reason"] == text
    assert Rating.objects.get().reason == text


def test_quick_feedback_keeps_the_last_word_of_each_kind(spec: Spec, user: User) -> None:
    client, url = client_of(user), f"/api/v1/specs/{spec.pk}/feedback"
    assert client.post(url, {"feedback": "thumbs_up"}).status_code == 201
    assert client.post(url, {"feedback": "accepted", "comment": "Used it"}).status_code == 201
    changed = client.post(url, {"feedback": "thumbs_down"})
    assert changed.status_code == 200
    assert changed.json()["feedback"] == "thumbs_down"
    kinds = QuickFeedback.objects.values_list("kind", flat=True)
    assert sorted(kinds) == ["accepted", "thumbs_down"]
    assert len(client.get(url).json()) == 2
    assert client.post(url, {"feedback": "meh"}).status_code == 422
    assert client.post(url, {}).status_code == 422


def test_lists_stand_odd_queries(user: User, spec: Spec) -> None:
    client = client_of(user)
    client.post(ratings_url(spec), GOOD)
    for query in (
        "page_size=1000000",
        "cursor=%00",
        "ordering=password",
        "nonsense=1",
        "stars=abc",
    ):
        assert client.get(f"/api/v1/ratings/?{query}").status_code in {200, 404, 422}
    assert client.get("/api/v1/ratings/?stars=4").json()["results"]
    assert not client.get("/api/v1/ratings/?stars=5").json()["results"]
