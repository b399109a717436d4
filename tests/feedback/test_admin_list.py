"""The admin's lists ask a fixed number of questions, however many rows there are."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.feedback.many_specs import QUERIES, insert_specs

MAX_QUERIES = 12


@pytest.fixture
def client_of_staff(staff: User) -> Client:
    insert_specs(400)
    client = Client()
    client.force_login(staff)
    return client


@pytest.mark.parametrize("query", QUERIES)
def test_the_list_of_specs_asks_little(
    client_of_staff: Client, query: str, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(MAX_QUERIES):
        response = client_of_staff.get(reverse("admin:specs_spec_changelist") + query)
    assert response.status_code == 200


@pytest.mark.parametrize(
    "name",
    ["rating", "comparison", "correction", "reviewitem", "feedbacklog", "hidglog", "quickfeedback"],
)
def test_the_other_lists_too(
    client_of_staff: Client, name: str, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(MAX_QUERIES):
        response = client_of_staff.get(reverse(f"admin:feedback_{name}_changelist"))
    assert response.status_code == 200


def test_the_queue_page_asks_little(
    client_of_staff: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(MAX_QUERIES + 2):
        assert client_of_staff.get(reverse("admin:reviews")).status_code == 200
