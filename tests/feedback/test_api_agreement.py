"""Agreement as JSON and CSV, from finished reviews only, for those whose role may see it."""

import csv
import io

import pytest
from django.utils import timezone

from accounts.models import User
from feedback.services import (
    RatingValues,
    lease_next,
    lease_submit,
    rating_submit,
    review_add,
)
from tests.feedback.conftest import MakeSpec, client_of, reviewer_named

URL = "/api/v1/agreement"


@pytest.fixture
def rated(make_spec: MakeSpec, user: User, reviewers: list[User]) -> None:
    for number in range(8):
        revision = make_spec(user, f"House {number}").latest
        for offset, person in enumerate(reviewers):
            stars = min(5, 1 + number % 4 + offset // 2)
            values = RatingValues(stars, criteria={"feasibility": stars})
            rating_submit(revision=revision, person=person, values=values)


@pytest.mark.usefixtures("rated")
def test_alpha_per_criterion_and_bias_per_reviewer(lead: User) -> None:
    report = client_of(lead).get(URL).json()
    overall = report["criteria"][0]
    assert overall["name"] == "overall"
    assert 0.3 < overall["result"]["low"] <= overall["result"]["alpha"] <= 1
    assert overall["result"]["ratings"] == 24
    by_name = {c["name"]: c["result"] for c in report["criteria"]}
    assert by_name["feasibility"]["alpha"] == overall["result"]["alpha"]
    assert by_name["fidelity"]["alpha"] is None
    bias = {r["reviewer"]: r["bias"] for r in report["reviewers"]}
    assert bias["anna"] == bias["ben"] < 0 < bias["chen"]


def test_a_format_that_does_not_exist_is_said_to_be_none(lead: User) -> None:
    assert client_of(lead).get(URL, {"format": "AAA"}).status_code == 422


@pytest.mark.usefixtures("rated")
def test_the_csv_runs_no_formula_and_keeps_its_numbers(lead: User, make_spec: MakeSpec) -> None:
    # A username may begin with what a spreadsheet takes for a formula.
    evil = reviewer_named("@evil", "review")
    client = User.objects.create_user("another")
    revision = make_spec(client).latest
    rating_submit(revision=revision, person=evil, values=RatingValues(1))
    rating_submit(revision=revision, person=lead, values=RatingValues(5))
    response = client_of(lead).get(f"{URL}?format=csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in response["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    names = {row["name"]: row for row in rows}
    assert float(names["overall"]["alpha"]) <= 1
    assert float(names["'@evil"]["bias"]) == -4.0


def test_a_running_review_is_left_out(
    make_spec: MakeSpec, user: User, reviewers: list[User], lead: User
) -> None:
    review_add(revision=make_spec(user).latest)
    now = timezone.now()
    for person, expected in ((reviewers[0], 0), (reviewers[1], 2)):
        lease = lease_next(reviewer=person, now=now)
        assert lease is not None
        lease_submit(lease_id=lease.pk, reviewer=person, values=RatingValues(3), now=now)
        report = client_of(lead).get(URL).json()
        assert report["criteria"][0]["result"]["ratings"] == expected


def test_only_for_roles_that_may(user: User, reviewers: list[User], lead: User) -> None:
    assert client_of(user).get(URL).status_code == 403
    assert client_of(reviewers[0]).get(URL).status_code == 403
    empty = client_of(lead).get(URL).json()
    assert empty["reviewers"] == []
    assert empty["criteria"][0]["result"]["verdict"] == "not enough ratings to compare"
