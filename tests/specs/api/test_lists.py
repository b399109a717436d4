"""Lists: filters, orders, pages, and nothing of anybody else's in them."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from specs.models import Spec
from specs.services import spec_generate, spec_reviewed, spec_scored

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_engine")]

LIST = "/api/v1/specs/"


def ids(response: Any) -> list[str]:
    assert response.status_code == 200, response.content
    return [row["id"] for row in response.json()["results"]]


def everything(client: APIClient, query: str = "") -> list[str]:
    """Every id, following `next`, and the same backwards."""
    response = client.get(f"{LIST}?{query}")
    found, pages = ids(response), 1
    while response.json()["next"]:
        response = client.get(response.json()["next"])
        found += ids(response)
        pages += 1
        assert pages < 200
    backwards = ids(response)
    while response.json()["previous"]:
        response = client.get(response.json()["previous"])
        backwards = ids(response) + backwards
    assert backwards == found
    return found


@pytest.fixture
def two_owners(user: User, other_user: User) -> tuple[set[str], set[str]]:
    mine, others = set(), set()
    for number in range(50):
        mine.add(str(spec_generate(prompt=f"Mine {number}", owner=user).pk))
        others.add(str(spec_generate(prompt=f"Other {number}", owner=other_user).pk))
    return mine, others


@pytest.mark.parametrize(
    "query",
    ["", "page_size=7", "ordering=created_at&page_size=7", "ordering=updated_at&page_size=100"],
)
def test_each_sees_their_own_and_staff_all(
    client_of_user: APIClient,
    client_of_other: APIClient,
    client_of_staff: APIClient,
    two_owners: tuple[set[str], set[str]],
    query: str,
) -> None:
    mine, others = two_owners
    for client, expected in (
        (client_of_user, mine),
        (client_of_other, others),
        (client_of_staff, mine | others),
    ):
        found = everything(client, query)
        assert len(found) == len(expected)
        assert set(found) == expected
        assert found == sorted(found, reverse="ordering" not in query)


def test_anothers_cursor_shows_nothing_of_theirs(
    client_of_user: APIClient, client_of_other: APIClient, two_owners: tuple[set[str], set[str]]
) -> None:
    following = client_of_other.get(f"{LIST}?page_size=10").json()["next"]
    assert set(ids(client_of_user.get(following))) <= two_owners[0]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("design_type=vehicle", {"van"}),
        ("design_type=furniture", set()),
        ("category=office", {"office", "van", "tower"}),
        ("category=boat", set()),
        ("engine=rules", {"office", "van", "tower"}),
        ("engine=llm", set()),
        ("review_state=accepted", {"tower"}),
        ("review_state=pending", {"office", "van"}),
        ("min_score=60", {"tower"}),
        ("min_score=59.5", {"tower", "van"}),
        ("created_after=2020-01-01T00:00:00Z", {"office", "van", "tower"}),
        ("created_before=2020-01-01T00:00:00Z", set()),
        ("created_after=2020-01-01", {"office", "van", "tower"}),
        ("created_after=2020-01-01T00:00:00%2B05:30&created_before=2020-02-01", set()),
        ("design_type=building&review_state=accepted&min_score=1", {"tower"}),
        ("ordering=latest_score", {"van", "tower"}),
        ("filter__password__startswith=a&owner=1&id=x&page=0", {"office", "van", "tower"}),
    ],
)
def test_filters(client_of_user: APIClient, user: User, query: str, expected: set[str]) -> None:
    named = {
        name: spec_generate(prompt=prompt, owner=user, design_type=design_type)
        for name, prompt, design_type in (
            ("office", "An office", None),
            ("van", "A van", "vehicle"),
            ("tower", "A 9-storey tower", None),
        )
    }
    spec_scored(revision=named["van"].latest, score=59.5)
    spec_scored(revision=named["tower"].latest, score=80)
    spec_reviewed(revision=named["tower"].latest, state="accepted")
    names = {str(made.pk): name for name, made in named.items()}
    assert {names[key] for key in ids(client_of_user.get(f"{LIST}?{query}"))} == expected


def test_pages_by_score_pass_rows_of_one_score(client_of_user: APIClient, user: User) -> None:
    for number in range(30):
        made = spec_generate(prompt=f"Office {number}", owner=user)
        if number % 3:
            spec_scored(revision=made.latest, score=50 if number % 2 else 70.25)
    found = everything(client_of_user, "ordering=-latest_score&page_size=4")
    assert len(found) == len(set(found)) == 20
    scores = list(Spec.objects.filter(latest_score__isnull=False).values_list("pk", "latest_score"))
    by_id = {str(key): score for key, score in scores}
    assert [by_id[key] for key in found] == sorted(by_id.values(), reverse=True)


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("ordering=password", "/ordering"),
        ("ordering=-spec__x", "/ordering"),
        ("ordering=--created_at", "/ordering"),
        ("ordering=", "/ordering"),
        ("ordering=id,owner", "/ordering"),
        ("ordering=%00", "/ordering"),
        ("design_type=boat", "/design_type"),
        ("engine=auto", "/engine"),
        ("review_state=x", "/review_state"),
        ("category=%00", "/category"),
        ("min_score=abc", "/min_score"),
        ("min_score=NaN", "/min_score"),
        ("min_score=Infinity", "/min_score"),
        ("min_score=1e999", "/min_score"),
        ("min_score=" + "9" * 400, "/min_score"),
        ("created_after=yesterday", "/created_after"),
        ("created_after=0001-01-01T00:00:00%2B14:00", "/created_after"),
        ("created_before=9999-12-31T23:59:59-14:00", "/created_before"),
    ],
)
def test_a_wrong_filter_is_422(
    client_of_user: APIClient, spec: Spec, query: str, pointer: str
) -> None:
    response = client_of_user.get(f"{LIST}?{query}")
    assert response.status_code == 422, (response.status_code, response.content)
    assert [error["pointer"] for error in response.json()["errors"]] == [pointer]


@pytest.mark.parametrize(
    ("query", "size"),
    [
        ("page_size=1000000", 100),
        ("page_size=0", 25),
        ("page_size=-1", 25),
        ("page_size=abc", 25),
        ("page_size=٥", 5),
        ("page_size=" + "9" * 400, 100),
        ("page_size=" + "9" * 5000, 25),
        ("page_size=3&page_size=4", 4),
        ("page=-1", 25),
        ("page=1000000000", 25),
    ],
)
def test_page_sizes_are_bounded(
    client_of_user: APIClient, user: User, query: str, size: int
) -> None:
    for number in range(101):
        spec_generate(prompt=f"Office {number}", owner=user)
    response = client_of_user.get(f"{LIST}?{query}")
    assert len(ids(response)) == size


@pytest.mark.parametrize(
    "cursor",
    [
        "abc",
        "%00",
        "cD1hYmM=",  # p=abc
        "cD0lMDA=",  # p=%00
        "cj0xJnA9JTAw",  # r=1&p=%00
        "bz0tMQ==",  # o=-1
        "bz1hYmM=",  # o=abc
        "bz05OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5",  # o=999...
        "////",
        "é",
        "A" * 5000,
    ],
)
@pytest.mark.parametrize("ordering", ["created_at", "-updated_at", "latest_score"])
def test_a_cursor_made_by_hand_is_no_error_of_ours(
    client_of_user: APIClient, spec: Spec, cursor: str, ordering: str
) -> None:
    response = client_of_user.get(f"{LIST}?cursor={cursor}&ordering={ordering}")
    assert response.status_code in (200, 404), response.content


def test_a_thousand_parameters(client_of_user: APIClient, spec: Spec) -> None:
    assert len(ids(client_of_user.get(LIST + "?" + "&".join(f"p{n}=1" for n in range(1000))))) == 1
    response = client_of_user.get(LIST + "?" + "&".join(f"p{n}=1" for n in range(1001)))
    assert response.status_code == 400
    assert response["Content-Type"].startswith("application/problem+json")


def test_a_long_list_takes_one_query(
    client_of_staff: APIClient,
    two_owners: tuple[set[str], set[str]],
    django_assert_max_num_queries: Any,
) -> None:
    with django_assert_max_num_queries(1):
        response = client_of_staff.get(f"{LIST}?page_size=100")
    assert len(ids(response)) == 100
