"""The same prompt gives the same spec again, to the same caller, until it is edited."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from rest_framework.test import APIClient

from accounts.models import User
from specs.models import Spec
from specs.services import revision_edit

pytestmark = pytest.mark.usefixtures("small_engine")

PROMPT = "An oak desk, 160 x 80 cm"


def generate(owner: User, **body: str) -> dict[str, object]:
    client = APIClient()
    client.force_authenticate(owner)
    response = client.post("/generate", {"prompt": PROMPT, **body})
    assert response.status_code == 200
    return dict(response.json())


def test_the_second_answer_is_the_first(user: User) -> None:
    first, second = generate(user), generate(user)
    assert (first["cached"], second["cached"]) == (False, True)
    assert {**second, "cached": False} == first
    assert Spec.objects.count() == 1


def test_another_caller_another_prompt_and_another_wish_are_not_the_same(
    user: User, other_user: User
) -> None:
    answers = [
        generate(user),
        generate(other_user),
        generate(user, prompt=PROMPT + " "),
        generate(user, design_type="general"),
    ]
    assert not any(answer["cached"] for answer in answers)
    assert len({answer["spec_id"] for answer in answers}) == 4


def test_an_edited_spec_is_no_answer_any_more(user: User) -> None:
    first = generate(user)
    spec = Spec.objects.select_related("latest").get()
    revision_edit(spec=spec, changes_made={"title": "Another title"}, author=user)
    second = generate(user)
    assert second["cached"] is False
    assert second["spec_id"] != first["spec_id"]


@pytest.mark.django_db(transaction=True)
def test_equal_prompts_at_once_are_generated_once() -> None:
    owner = User.objects.create_user("client")

    def once(_: int) -> object:
        try:
            return generate(owner)["spec_id"]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        ids = set(pool.map(once, range(8)))
    assert len(ids) == 1
    assert Spec.objects.count() == 1
