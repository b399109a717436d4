"""The admin shows specs readably, edits nothing, and asks the database little."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import User
from specs.models import Spec
from specs.services import revision_edit, spec_generate, spec_scored

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_engine")]

LIST = "/admin/specs/spec/"


@pytest.fixture
def desk(client: Client, staff: User) -> Client:
    client.force_login(staff)
    return client


def page(desk: Client, address: str) -> str:
    response = desk.get(address)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def test_the_list_takes_few_queries_however_long(
    desk: Client, user: User, other_user: User, django_assert_max_num_queries: Any
) -> None:
    for number in range(60):
        spec_generate(prompt=f"Office {number}", owner=(user, other_user)[number % 2])
    # Session, user, count, date range and its months, rows.
    with django_assert_max_num_queries(7):
        content = page(desk, LIST)
    assert content.count('class="field-title"') == 25


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=tower", 1),
        ("q=TOWER+9", 1),
        ("q=office", 2),  # the category of both
        ("q=client", 2),
        ("q=nobody", 0),
        ("q=%00", 2),  # refused by the form, which says so
        ("q=%25", 0),
        ("q=%27%22%3B--", 0),
        ("score=high", 1),
        ("score=none", 1),
        ("score=low", 0),
        ("score=x", 2),
        ("review_state__exact=pending", 2),
        ("design_type__exact=vehicle", 0),
        ("o=4", 2),
        ("o=-7", 2),
        ("created_at__year=2001", 0),
    ],
)
def test_search_filters_and_orders(desk: Client, user: User, query: str, expected: int) -> None:
    spec_generate(prompt="A low house", owner=user)
    tower = spec_generate(prompt="A tower of 9", owner=user)
    spec_scored(revision=tower.latest, score=90)
    assert page(desk, f"{LIST}?{query}").count('class="field-title"') == expected
    assert page(desk, f"{LIST}?q={tower.pk}").count('class="field-title"') == 1
    assert page(desk, f"{LIST}?q={user.pk}").count('class="field-title"') == 2


def test_a_spec_is_shown_readably(desk: Client, spec: Spec, user: User) -> None:
    features = {
        "features": ["solar_panels"],
        "materials": [{"type": "stainless_steel", "grade": "A4", "use": "frame"}],
    }
    revision_edit(spec=spec, changes_made=features, author=user, reason="The client asked")
    content = page(desk, f"{LIST}{spec.pk}/change/")
    for words in (
        "A 3-storey office, purple",
        "10.5 m",
        "“3-storey”",
        "storey height",
        "origin--prompt",
        "origin--default",
        "origin--person",
        "solar panels",
        "stainless steel (A4, frame)",
        "3.5 m a storey",
        "purple",
        "no colour",
        "The client asked",
    ):
        assert words.lower() in content.lower(), words
    assert "<style" not in content
    assert " style=" not in content


def test_a_spec_takes_few_queries_however_long_its_history(
    desk: Client, spec: Spec, user: User, django_assert_max_num_queries: Any
) -> None:
    for stories in range(4, 24):
        revision_edit(spec=spec, changes_made={"stories": stories}, author=user)
    # Session, user, spec with its prompt, owner, latest, revisions.
    with django_assert_max_num_queries(9):
        page(desk, f"{LIST}{spec.pk}/change/")


def test_a_revision_is_shown_and_cannot_be_edited(desk: Client, spec: Spec) -> None:
    address = reverse("admin:specs_specrevision_change", args=[spec.latest_id])
    assert "“3-storey”" in page(desk, address)
    assert 'name="_save"' not in page(desk, address)
    assert desk.post(address, {"reason": "better"}).status_code == 403
    # The page takes decisions, not fields: what it does not know it refuses.
    assert desk.post(f"{LIST}{spec.pk}/change/", {"title": "x"}).status_code == 422
    spec.refresh_from_db()
    assert spec.title != "x"
    assert desk.get(f"{LIST}add/").status_code == 403
    assert desk.post(f"{LIST}{spec.pk}/delete/", {"post": "yes"}).status_code == 403
    assert "/admin/specs/specrevision/" not in page(desk, "/admin/")


def test_what_a_prompt_holds_is_text(desk: Client, user: User) -> None:
    payload = '</textarea><script>alert(1)</script>"><img src=x onerror=alert(1)>'
    made = spec_generate(prompt=payload, owner=user)
    for address in (LIST, f"{LIST}{made.pk}/change/"):
        content = page(desk, address)
        assert "<script>alert" not in content
        assert "<img src=x" not in content


@pytest.mark.parametrize("key", ["abc", "00000000-0000-7000-8000-000000000000", "_00"])
def test_a_missing_spec_is_no_error(desk: Client, key: str) -> None:
    assert desk.get(f"{LIST}{key}/change/").status_code in (302, 404)


def test_clients_do_not_get_in(client: Client, user: User, spec: Spec) -> None:
    client.force_login(user)
    assert client.get(LIST).status_code == 302


@pytest.mark.skipif(connection.vendor != "postgresql", reason="trigrams are PostgreSQL's")
@pytest.mark.usefixtures("transactional_db")
def test_words_of_a_title_are_found_by_an_index() -> None:
    from specs.selectors import specs_matching

    with connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
        plan = specs_matching(Spec.objects.order_by(), "tower").explain()
        cursor.execute("SET enable_seqscan = on")
    assert "specs_title_words" in plan
