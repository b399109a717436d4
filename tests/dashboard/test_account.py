"""Signing in and out, the appearance, and what people see when something fails."""

from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from accounts.models import User

SIGN_IN = reverse("dashboard:sign-in")
HOME = reverse("dashboard:home")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
PASSWORD = "a long enough password"


def test_signing_in_leads_to_the_page_that_was_asked_for(client: Client, user: User) -> None:
    asked = reverse("dashboard:specs")
    response = client.post(
        f"{SIGN_IN}?next={asked}", {"username": "client", "password": PASSWORD, "next": asked}
    )
    assert response["Location"] == asked
    assert client.get(asked).status_code == 200


def test_signing_in_leads_nowhere_else(client: Client, user: User) -> None:
    response = client.post(
        SIGN_IN, {"username": "client", "password": PASSWORD, "next": "https://elsewhere.example/"}
    )
    assert response["Location"] == HOME


def test_a_wrong_password_is_not_told_from_an_unknown_name(client: Client, user: User) -> None:
    answers = [
        client.post(SIGN_IN, {"username": name, "password": "wrong"}).content.decode()
        for name in ("client", "somebody")
    ]
    assert all("do not belong together" in answer for answer in answers)


def test_one_address_may_try_ten_times_a_minute(client: Client, user: User) -> None:
    for _ in range(10):
        assert client.post(SIGN_IN, {"username": "client", "password": "x"}).status_code == 200
    refused = client.post(SIGN_IN, {"username": "client", "password": PASSWORD})
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) > 0
    assert "Too many attempts" in refused.content.decode()
    assert client.get(HOME).status_code == 302


def test_signing_out_ends_the_session(browser_of_user: Client) -> None:
    assert browser_of_user.get(reverse("dashboard:sign-out")).status_code == 405
    response = browser_of_user.post(reverse("dashboard:sign-out"))
    assert response["Location"] == SIGN_IN
    assert browser_of_user.get(HOME).status_code == 302


def test_pages_of_a_person_are_kept_in_no_cache(browser_of_user: Client) -> None:
    control = browser_of_user.get(HOME)["Cache-Control"]
    assert "private" in control
    assert "no-store" in control


def test_the_appearance_is_kept_without_scripts(client: Client) -> None:
    url = reverse("dashboard:appearance")
    response = client.post(url, {"appearance": "dark", "next": SIGN_IN})
    assert response["Location"] == SIGN_IN
    assert '<html lang="en" data-theme="dark">' in client.get(SIGN_IN).content.decode()
    client.post(url, {"appearance": "system", "next": "https://elsewhere.example/"})
    assert '<html lang="en">' in client.get(SIGN_IN).content.decode()


@pytest.mark.parametrize("value", ["", '"><script>', "neon"])
def test_an_unknown_appearance_is_no_appearance(client: Client, value: str) -> None:
    url = reverse("dashboard:appearance")
    response = client.post(url, {"appearance": value, "next": "//elsewhere.example"})
    assert response["Location"] == HOME
    client.cookies["appearance"] = value
    assert '<html lang="en">' in client.get(SIGN_IN).content.decode()


def test_forms_need_their_token() -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post(SIGN_IN, {"username": "client", "password": PASSWORD})
    assert response.status_code == 403
    assert "The form is out of date" in response.content.decode()


def test_the_root_is_json_for_programs_and_the_dashboard_for_browsers(client: Client) -> None:
    assert client.get("/", headers={"Accept": "*/*"}).json()["links"]["dashboard"]
    assert client.get("/").json()["name"] == "Prompt-to-JSON"
    response = client.get("/", headers={"Accept": BROWSER})
    assert response["Location"] == HOME
    assert "Accept" in response["Vary"]


@pytest.mark.parametrize(
    ("path", "accept", "kind"),
    [
        ("/dashboard/none/", "*/*", "text/html"),
        ("/none", BROWSER, "text/html"),
        ("/none", "application/json", "application/problem+json"),
        ("/none", "*/*", "application/problem+json"),
        ("/api/v1/none", "*/*", "application/problem+json"),
    ],
)
def test_a_missing_page_answers_in_its_readers_language(
    client: Client, path: str, accept: str, kind: str
) -> None:
    response = client.get(path, headers={"Accept": accept})
    assert response.status_code == 404
    assert response["Content-Type"].startswith(kind)
    assert response["X-Request-ID"] in response.content.decode()


def test_a_failure_is_a_page_that_shows_nothing_of_the_inside(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("config.dashboard.views.home.specs_for_list", fail)
    client = Client(raise_request_exception=False)
    client.force_login(user)
    response = client.get(HOME)
    page = response.content.decode()
    assert response.status_code == 500
    assert "Something failed here" in page
    assert "secret detail" not in page
    assert response["X-Request-ID"] in page


def test_a_database_that_is_away_is_a_page_too(
    browser_of_user: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("connection refused by 10.0.0.1")

    monkeypatch.setattr("config.dashboard.views.home.specs_for_list", away)
    response = browser_of_user.get(HOME)
    page = response.content.decode()
    assert response.status_code == 503
    assert response["Retry-After"]
    assert "The database does not answer" in page
    assert "10.0.0.1" not in page
