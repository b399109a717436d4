"""Files are tried first: an error in any row is told by its row, and nothing is stored."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import User
from feedback.models import HidgLog, Rating
from specs.models import Spec
from tests.feedback.conftest import MakeSpec

HEAD = "revision,person,stars,feasibility,reason\r\n"
LOG_HEAD = "author,date,day,task,honesty,integrity,discipline,gratitude\r\n"


def sent(client: Client, model: str, text: str) -> Any:
    """The file is tried; what the page says of it."""
    file = SimpleUploadedFile("rows.csv", text.encode(), content_type="text/csv")
    url = reverse(f"admin:feedback_{model}_import")
    return client.post(url, {"format": "0", "import_file": file, "resource": ""})


def confirmed(client: Client, model: str, page: Any) -> Any:
    data = page.context["confirm_form"].initial
    return client.post(reverse(f"admin:feedback_{model}_process_import"), data, follow=True)


@pytest.fixture
def boss(staff: User) -> Client:
    client = Client()
    client.force_login(staff)
    return client


def test_ratings_are_tried_then_stored(boss: Client, spec: Spec, reviewers: list[User]) -> None:
    rows = f"{spec.latest_id},anna,4,3,=1+1\r\n{spec.latest_id},ben,2,,ok\r\n"
    page = sent(boss, "rating", HEAD + rows)
    assert page.status_code == 200
    assert not Rating.objects.exists()
    confirmed(boss, "rating", page)
    found = Rating.objects.order_by("person__username").values_list("stars", "feasibility")
    assert list(found) == [(4, 3), (2, None)]
    # The same file again changes nothing.
    confirmed(boss, "rating", sent(boss, "rating", HEAD + rows))
    assert Rating.objects.count() == 2


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("{revision},anna,6,,x", "stars"),
        ("{revision},anna,0,,x", "stars"),
        ("{revision},anna,x,,x", ""),
        ("{revision},anna,4,9,x", "feasibility"),
        ("{revision},nobody,4,,x", "There is no user"),
        ("00000000-0000-0000-0000-000000000000,anna,4,,x", ""),
        ("abc,anna,4,,x", ""),
        ("{revision},owner,4,,x", "your own"),
    ],
)
def test_one_bad_row_stores_nothing(
    boss: Client, make_spec: MakeSpec, reviewers: list[User], row: str, told: str
) -> None:
    owner = User.objects.create_user("owner", is_staff=True)
    revision = make_spec(owner).latest_id
    good = f"{revision},ben,4,,fine\r\n"
    page = sent(boss, "rating", HEAD + good + row.format(revision=revision) + "\r\n")
    assert page.context.get("confirm_form") is None
    result = page.context["result"]
    numbers = [r.number for r in result.invalid_rows] + [n for n, _ in result.row_errors()]
    assert numbers == [2]
    assert told in page.text
    assert not Rating.objects.exists()


def test_the_daily_log_is_imported_and_its_days_are_checked(
    boss: Client, reviewers: list[User]
) -> None:
    row = "anna,2026-11-25,{day},Import,a,b,c,d\r\n"
    wrong = sent(boss, "hidglog", LOG_HEAD + row.format(day="Thursday"))
    assert wrong.context.get("confirm_form") is None
    confirmed(boss, "hidglog", sent(boss, "hidglog", LOG_HEAD + row.format(day="Wednesday")))
    assert HidgLog.objects.get().honesty == "a"


def test_importing_is_a_leads_right(reviewers: list[User]) -> None:
    client = Client()
    client.force_login(reviewers[0])
    assert client.get(reverse("admin:feedback_rating_import")).status_code == 403
