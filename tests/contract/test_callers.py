"""Endpoints × callers: who gets in, who is asked for a credential, who is told of nothing."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from rest_framework.test import APIClient

from tests.contract.conftest import CALLERS, WRONG, Things
from tests.contract.urls import ROWS, Row, Rule, admin_pages, served

pytestmark = pytest.mark.django_db

# What a caller sees who got in: done, or told what is wrong with an empty body or the state.
IN = "in"
SIGN_IN = "/dashboard/sign-in/?next="
ADMITTED = {200, 201, 202, 204, 409, 422}


def test_the_table_holds_every_url() -> None:
    known = {(row.name, row.method) for row in ROWS}
    # Django's sign-in view has PUT as another name of POST.
    resolved = set(served()) - {("sign-in", "put")}
    # A page that is left with a POST; a GET of it is 405.
    resolved -= {("sign-out", "get")}
    assert resolved == known


def expected(row: Row, caller: str, listed: bool) -> Any:
    rule = row.rule
    if rule is Rule.OPEN:
        return IN
    if rule is Rule.PAGE:
        return IN if caller == "staff session" else 302
    if caller in WRONG:
        return 401
    open_to_all = rule is Rule.CHECKED or (rule in (Rule.LISTED, Rule.LISTED_OWN) and listed)
    if caller == "nobody":
        return IN if open_to_all else 401
    if rule is Rule.STAFF:
        return IN if caller == "staff session" else 403
    if caller == "other's key" and rule in (Rule.OWN, Rule.LISTED_OWN):
        return 404
    return IN


def got(response: Any, row: Row) -> Any:
    code = response.status_code
    if row.path.startswith("/dashboard/") and code == 302:
        # Sent on to where the work went on, not to the sign-in page with a way back.
        return code if response["Location"].startswith(SIGN_IN) else IN
    return IN if code in ADMITTED else code


# A pair of sides is its chooser's, and until the choice is made nobody else's.
PERSONAL = {"comparison-choice", "comparison-detail"}


def call(client: APIClient, row: Row, things: Things) -> Any:
    path = re.sub(r"\{(\w+)\}", lambda match: things[match[1]], row.path)
    if row.method == "get":
        return client.get(path)
    if row.rule is Rule.PAGE or row.path.startswith("/dashboard/"):
        return client.post(path, {}, format="multipart")
    return getattr(client, row.method)(path, {})


@pytest.mark.parametrize("row", ROWS, ids=str)
@pytest.mark.parametrize("listed", [True, False], ids=["open", "closed"])
def test_who_gets_in(
    row: Row,
    listed: bool,
    settings: Any,
    things: Things,
    client_named: Callable[[str], APIClient],
) -> None:
    if not listed and row.rule not in (Rule.LISTED, Rule.LISTED_OWN):
        pytest.skip("the setting does not name it")
    if not listed:
        settings.PUBLIC_ENDPOINTS = []
    elif row.rule in (Rule.LISTED, Rule.LISTED_OWN):
        settings.PUBLIC_ENDPOINTS = [*settings.PUBLIC_ENDPOINTS, row.name]
    answers, wanted = {}, {}
    for caller in CALLERS:
        if row.name in PERSONAL and caller == "staff session":
            continue
        response = call(client_named(caller), row, things)
        answers[caller] = got(response, row)
        wanted[caller] = expected(row, caller, listed)
        if response.status_code == 401:
            assert response["WWW-Authenticate"], caller
        if response.status_code >= 400 and not row.path.startswith("/dashboard/"):
            assert response["Content-Type"] == "application/problem+json", caller
            assert response.json()["status"] == response.status_code, caller
    assert answers == wanted


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.rule in (Rule.EACH, Rule.OWN, Rule.STAFF)], ids=str
)
def test_options_and_head_need_a_caller_too(row: Row, things: Things) -> None:
    path = re.sub(r"\{(\w+)\}", lambda match: things[match[1]], row.path)
    client = APIClient()
    assert client.options(path).status_code == 401
    assert client.head(path).status_code == 401


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.rule is Rule.OWN and "{" in row.path], ids=str
)
def test_somebody_elses_is_answered_as_missing(
    row: Row, things: Things, client_named: Callable[[str], APIClient]
) -> None:
    client = client_named("other's key")
    foreign = call(client, row, things).json()
    path = re.sub(r"\{\w+\}", "01900000-0000-7000-8000-000000000000", row.path)
    missing = getattr(client, row.method)(path, {} if row.method != "get" else None).json()
    for body in (foreign, missing):
        assert body["status"] == 404
        del body["instance"], body["request_id"]
    assert foreign == missing


SAMPLE = {"uuid": "01900000-0000-7000-8000-000000000000", "int": "1", "path": "1", "str": "1"}


def admin_path(path: str) -> str | None:
    path = re.sub(r"<(\w+):\w+>", lambda match: SAMPLE.get(match[1], "1"), path)
    # The last one is the admin's own catch-all.
    return None if "(?P<url>" in path else "/" + re.sub(r"\^|\$", "", path)


@pytest.mark.parametrize("caller", ["nobody", "owner's key", "owner's token"])
def test_no_key_or_token_opens_the_admin(
    caller: str, client_named: Callable[[str], APIClient]
) -> None:
    client = client_named(caller)
    sign_in = reverse("admin:login")
    pages = [path for each, _ in admin_pages() if (path := admin_path(each))]
    assert len(pages) > 100
    opened = []
    for path in pages:
        response = client.get(path)
        sent_away = response.status_code == 302 and response["Location"].startswith(sign_in)
        if not sent_away and path not in (sign_in, "/admin/logout/", "/admin/jsi18n/"):
            opened.append((path, response.status_code))
    assert opened == []


def test_a_clients_session_opens_no_page_of_the_admin(user: Any) -> None:
    client = APIClient()
    client.force_login(user)
    for path in ("/admin/", "/admin/specs/spec/", "/admin/reviews/", "/admin/hidg-week/"):
        assert client.get(path).status_code in (302, 403)


def test_a_session_needs_its_csrf_token_to_write(staff: Any) -> None:
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(staff)
    for path in ("/generate", "/admin/prune-logs", "/api/v1/specs"):
        response = client.post(path, {"prompt": "An oak desk", "retention_days": 30})
        assert response.status_code == 403
        assert "CSRF" in response.json()["detail"]
