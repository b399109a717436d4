"""Two specs side by side: drawn sides, one choice, and a correction that counts as a preference."""

from collections import Counter
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from feedback.choices import Purpose, Side
from feedback.models import Comparison, Correction
from feedback.selectors import judgements, preference_pairs, votes_on
from feedback.services import comparison_choose, comparison_next, comparison_open
from specs.choices import Origin
from specs.models import Spec
from specs.services import revision_add
from tests.feedback.conftest import MakeSpec, client_of, document

URL = "/api/v1/comparisons/"


@pytest.fixture
def pair(make_spec: MakeSpec, user: User) -> tuple[Spec, Spec]:
    return make_spec(user, "First"), make_spec(user, "Second", stories=3)


def opened(pair: tuple[Spec, Spec], person: User) -> dict[str, Any]:
    body = {"first_spec": str(pair[0].pk), "second_spec": str(pair[1].pk)}
    response = client_of(person).post(URL, body)
    assert response.status_code == 201
    found: dict[str, Any] = response.json()
    return found


def test_a_choice_is_kept_with_its_side(pair: tuple[Spec, Spec], user: User) -> None:
    shown = opened(pair, user)
    assert {shown["left"]["spec"]["title"], shown["right"]["spec"]["title"]} == {"First", "Second"}
    assert shown["choice"] is shown["preferred_spec_id"] is None
    chosen = client_of(user).post(f"{URL}{shown['id']}/choice", {"choice": "left", "seconds": 9})
    assert chosen.status_code == 200
    titles = {str(spec.pk): spec.title for spec in pair}
    assert titles[chosen.json()["preferred_spec_id"]] == shown["left"]["spec"]["title"]
    (found,) = preference_pairs()
    assert found.chosen["title"] == shown["left"]["spec"]["title"]
    assert client_of(user).get(URL).json()["results"][0]["choice"] == "left"


def test_a_choice_stays(pair: tuple[Spec, Spec], user: User) -> None:
    place = f"{URL}{opened(pair, user)['id']}/choice"
    client = client_of(user)
    assert client.post(place, {"choice": "best"}).status_code == 422
    assert client.post(place, {"choice": "tie"}).status_code == 200
    assert client.post(place, {"choice": "tie"}).status_code == 200
    changed = client.post(place, {"choice": "left"})
    assert changed.status_code == 409
    assert Comparison.objects.get().choice == "tie"
    assert preference_pairs() == []
    assert judgements().pairs[0].tie


def test_the_same_pair_is_the_same_comparison_either_way_round(
    pair: tuple[Spec, Spec], user: User
) -> None:
    assert opened(pair, user)["id"] == opened((pair[1], pair[0]), user)["id"]
    assert Comparison.objects.count() == 1


def test_what_cannot_be_compared(
    pair: tuple[Spec, Spec], make_spec: MakeSpec, user: User, other_user: User
) -> None:
    client = client_of(user)
    first = str(pair[0].pk)
    itself = client.post(URL, {"first_spec": first, "second_spec": first})
    assert itself.status_code == 422
    assert itself.json()["code"] == "not_comparable"
    unlike = make_spec(user, prompt="A chair")
    body = {"first_spec": first, "second_spec": str(unlike.pk)}
    assert client.post(URL, body).json()["code"] == "not_comparable"
    foreign = make_spec(other_user)
    body = {"first_spec": first, "second_spec": str(foreign.pk)}
    assert client.post(URL, body).status_code == 404
    assert client.post(URL, {"first_spec": "abc"}).status_code == 422
    assert not Comparison.objects.exists()


def test_sides_are_drawn(make_spec: MakeSpec, user: User) -> None:
    sides = Counter(
        comparison_open(
            first=make_spec(user, "A").latest, second=make_spec(user, "B").latest, person=user
        ).first_side
        for _ in range(60)
    )
    assert min(sides[Side.LEFT], sides[Side.RIGHT]) >= 10


def test_votes_are_claimed_by_one_reviewer_each_and_counted(
    pair: tuple[Spec, Spec], reviewers: list[User]
) -> None:
    now = timezone.now()
    for _ in range(3):
        comparison_open(
            first=pair[0].latest,
            second=pair[1].latest,
            purpose=Purpose.PROMOTION,
            subject="policy-7",
        )
    for person in reviewers:
        response = client_of(person).post(f"{URL}next")
        assert response.status_code == 200
        # Shown until it is chosen, and never the subject of the vote.
        assert client_of(person).post(f"{URL}next").json()["id"] == response.json()["id"]
        assert "policy-7" not in response.content.decode()
        side = Comparison.objects.get(pk=response.json()["id"]).first_side
        comparison_choose(comparison_id=response.json()["id"], person=person, choice=side, now=now)
    assert votes_on("policy-7") == {"first": 3, "second": 0, "neither": 0}
    assert client_of(reviewers[0]).post(f"{URL}next").status_code == 204
    # Votes judge policies: the reward model must not learn from them.
    assert judgements().pairs == ()


def test_an_iterated_spec_is_proposed_before_and_after(spec: Spec, reviewers: list[User]) -> None:
    after = revision_add(
        spec=spec, document=document("Better"), author=None, reason="", origin=Origin.ITERATED
    )
    found = comparison_next(person=reviewers[0], now=timezone.now())
    assert found is not None
    assert {found.first_id, found.second_id} == {after.pk, after.parent_id}


def test_a_correction_is_a_revision_and_a_preference(spec: Spec, user: User) -> None:
    place = f"/api/v1/specs/{spec.pk}/corrections"
    mended = document(stories=3)
    client = client_of(user)
    response = client.post(place, {"spec": mended, "revision": 1, "reason": "Three storeys"})
    assert response.status_code == 201
    assert response.json()["patch"] == [{"op": "replace", "path": "/stories", "value": 3}]
    assert response["Location"] == f"/api/v1/specs/{spec.pk}/revisions/2/"
    (pair,) = preference_pairs()
    assert (pair.chosen["stories"], pair.rejected["stories"]) == (3, 2)
    assert len(judgements().pairs) == 1
    stale = client.post(place, {"spec": document(stories=4), "revision": 1})
    assert stale.status_code == 409
    assert stale.json()["code"] == "revision_conflict"
    same = client.post(place, {"spec": mended, "revision": 2})
    assert same.status_code == 422
    assert same.json()["code"] == "nothing_changed"
    broken = client.post(place, {"spec": {**mended, "stories": 0}, "revision": 2})
    assert broken.status_code == 422
    assert broken.json()["errors"][0]["pointer"] == "/spec/stories"
    assert Correction.objects.count() == 1


def test_a_foreign_spec_cannot_be_corrected(spec: Spec, other_user: User) -> None:
    place = f"/api/v1/specs/{spec.pk}/corrections"
    body = {"spec": document(stories=3), "revision": 1}
    assert client_of(other_user).post(place, body).status_code == 404
