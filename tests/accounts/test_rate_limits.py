"""Sliding limits, their headers, who is counted with whom, and Redis going away."""

import re
import time
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.addresses import client_address
from accounts.counters import LEFT_ALONE_SECONDS, Counters, counters, parsed
from accounts.models import User
from accounts.services import api_key_create
from tests.accounts.conftest import PASSWORD

KEYS = "/api/v1/api-keys/"


def create(api_client: APIClient, **headers: str) -> Any:
    return api_client.post(KEYS, {"name": "x"}, headers=headers)


def test_limited_answers_carry_the_headers(client_a: APIClient, settings: Settings) -> None:
    settings.RATE_LIMIT_PROTECTED = "3/minute"
    for remaining in (2, 1, 0):
        response = create(client_a)
        assert response.status_code == 201
        assert response["RateLimit-Policy"] == '"api-keys";q=3;w=60'
        match = re.fullmatch(r'"api-keys";r=(\d+);t=(\d+)', response["RateLimit"])
        assert match is not None
        assert int(match[1]) == remaining
        assert 0 < int(match[2]) <= 60
        assert "Retry-After" not in response
    response = create(client_a)
    assert response.status_code == 429
    assert response["Content-Type"] == "application/problem+json"
    assert response["RateLimit"].startswith('"api-keys";r=0;t=')
    assert 0 < int(response["Retry-After"]) <= 60
    assert response.json()["code"] == "throttled"


def test_failed_calls_are_counted_and_carry_the_headers(
    client_a: APIClient, settings: Settings
) -> None:
    settings.RATE_LIMIT_PROTECTED = "2/minute"
    for _ in range(2):
        response = client_a.post(KEYS, {"name": ""})
        assert response.status_code == 422
        assert "RateLimit" in response
    assert create(client_a).status_code == 429


def test_each_credential_has_a_bucket_of_its_own(
    user: User, client_a: APIClient, settings: Settings
) -> None:
    settings.RATE_LIMIT_PROTECTED = "1/minute"
    _, second = api_key_create(user=user, name="second")
    assert create(client_a).status_code == 201
    assert create(client_a).status_code == 429
    assert create(APIClient(), **{"X-API-Key": second}).status_code == 201


def test_a_new_sign_in_is_no_new_bucket(user: User, settings: Settings) -> None:
    settings.RATE_LIMIT_PROTECTED = "1/minute"
    answers = []
    for _ in range(2):
        client = APIClient()
        body = {"username": "client", "password": PASSWORD}
        access = client.post("/auth/login", body).json()["access"]
        answers.append(create(client, Authorization=f"Bearer {access}").status_code)
    assert answers == [201, 429]


def test_guessing_from_one_address_stops_at_ten_a_minute(user: User, settings: Settings) -> None:
    settings.RATE_LIMIT_AUTH = "10/minute"
    client = APIClient()
    spoofed = [
        client.post(
            "/auth/login",
            {"username": f"user-{n}", "password": "wrong"},
            headers={"X-Forwarded-For": f"203.0.113.{n}"},
        )
        for n in range(15)
    ]
    assert [answer.status_code for answer in spoofed] == [401] * 10 + [429] * 5
    assert spoofed[0]["RateLimit-Policy"] == '"auth-login";q=10;w=60'
    assert client.post("/auth/refresh", {"refresh": "x"}).status_code == 401


def attempt(password: str, address: str, username: str = "client") -> Any:
    body = {"username": username, "password": password}
    return APIClient().post("/auth/login", body, REMOTE_ADDR=address)


def test_guessing_one_account_from_many_addresses_stops_and_its_owner_gets_in(
    user: User, other_user: User
) -> None:
    assert attempt(PASSWORD, "192.0.2.1").status_code == 200
    guesses = [attempt("wrong", f"198.51.100.{n}").status_code for n in range(40)]
    assert guesses.count(401) <= 25
    assert guesses[-1] == 429
    response = attempt(PASSWORD, "198.51.100.99")
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert response["RateLimit-Policy"] == '"auth-login-account";q=25;w=300'
    assert attempt(PASSWORD, "192.0.2.1").status_code == 200
    assert attempt(PASSWORD, "198.51.100.99", username="other").status_code == 200


def test_one_account_from_one_address_is_slow_however_it_is_written(user: User) -> None:
    names = ["client", "CLIENT", "ｃlient"]
    guesses = [attempt("wrong", "192.0.2.1", names[n % 3]).status_code for n in range(21)]
    assert guesses == [401] * 20 + [429]


def test_signing_in_rightly_is_not_guessing(user: User) -> None:
    assert {attempt(PASSWORD, "192.0.2.1").status_code for _ in range(30)} == {200}


def test_the_window_slides(monkeypatch: pytest.MonkeyPatch) -> None:
    """No twice the rate across an edge, which a fixed window allows."""
    now = 1_000_000.0
    monkeypatch.setattr(time, "time", lambda: now)
    limiter = Counters(None, "unused")
    allowed: list[float] = []
    for _ in range(400):
        if limiter.hit("20/minute", "window").allowed:
            allowed.append(now)
        now += 0.5
    for start in allowed:
        assert len([moment for moment in allowed if start <= moment < start + 60]) <= 20


def test_the_window_slides_in_redis_too() -> None:
    shared = counters().shared
    if shared is None:
        pytest.skip("this run has no Redis")
    client = shared.storage.get_connection()
    calls = shared.storage.prefixed_key(parsed("3/minute").key_for("window"))
    seconds, microseconds = client.time()
    now = seconds + microseconds / 1_000_000
    for ago in (61.0, 60.5, 50.0, 10.0):
        client.lpush(calls, str(now - ago))
    third, fourth = (counters().hit("3/minute", "window") for _ in range(2))
    assert (third.allowed, third.remaining) == (True, 0)
    assert (fourth.allowed, fourth.remaining) == (False, 0)
    # The call of 50 seconds ago is the next one to leave.
    assert (third.reset, fourth.reset) == (10, 10)
    assert client.llen(calls) == 3


def test_redis_away_means_memory_and_no_wait(settings: Settings) -> None:
    limiter = Counters("redis://127.0.0.1:1/0", "test")
    started = time.monotonic()
    verdicts = [limiter.hit("3/minute", "away").allowed for _ in range(50)]
    assert verdicts == [True] * 3 + [False] * 47
    assert time.monotonic() - started < 0.3
    limiter.clear("3/minute", "away")
    assert limiter.hit("3/minute", "away").allowed


def test_redis_is_asked_again_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    limiter = Counters("redis://127.0.0.1:1/0", "test")
    asked: list[float] = []
    assert limiter.shared is not None
    hit = limiter.shared.hit
    monkeypatch.setattr(
        limiter.shared, "hit", lambda *args: asked.append(time.monotonic()) or hit(*args)
    )
    limiter.hit("3/minute", "away")
    limiter.hit("3/minute", "away")
    assert len(asked) == 1
    limiter.left_alone_until -= LEFT_ALONE_SECONDS
    limiter.hit("3/minute", "away")
    assert len(asked) == 2


def test_the_counters_are_where_the_cache_is(settings: Settings) -> None:
    redis = "redis" in settings.CACHES["default"]["BACKEND"]
    assert (counters().shared is not None) is redis


def test_redis_away_lets_signing_in_go_on(user: User, settings: Settings) -> None:
    settings.CACHES = {
        "default": {
            "BACKEND": "django_redis.cache.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
            "KEY_PREFIX": "away",
            "OPTIONS": {"SOCKET_CONNECT_TIMEOUT": 0.1, "IGNORE_EXCEPTIONS": True},
        }
    }
    settings.RATE_LIMIT_AUTH = "2/minute"
    body = {"username": "client", "password": PASSWORD}
    answers = [APIClient().post("/auth/login", body).status_code for _ in range(3)]
    assert answers == [200, 200, 429]
    form = Client()
    statuses = [form.post("/admin/login/", body | {"password": "x"}).status_code for _ in range(11)]
    assert statuses == [200] * 10 + [429]


def test_the_admin_form_stops_at_ten_a_minute(client: Client, staff: User) -> None:
    body = {"username": "staff", "password": "wrong"}
    answers = [client.post("/admin/login/", body) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [200] * 10 + [429]
    assert int(answers[-1]["Retry-After"]) > 0
    right = client.post("/admin/login/", body | {"password": PASSWORD})
    assert right.status_code == 429
    elsewhere = client.post("/admin/login/", body | {"password": PASSWORD}, REMOTE_ADDR="192.0.2.9")
    assert elsewhere.status_code == 302
    assert client.get("/admin/login/").status_code == 302


FORMS = ["/admin/login/", "/dashboard/sign-in/"]


def fill(form: str, password: str, address: str, username: str = "staff") -> Any:
    body = {"username": username, "password": password}
    return Client().post(form, body, REMOTE_ADDR=address)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("username", ["staff", "nobody"])
def test_forms_stop_guessing_one_account_from_many_addresses(
    staff: User, other_user: User, form: str, username: str
) -> None:
    """A name that nobody has is treated alike: the limit tells no names."""
    written = [username, username.upper(), f" {username} "]
    answers = [fill(form, "wrong", f"198.51.100.{n}", written[n % 3]) for n in range(26)]
    assert [answer.status_code for answer in answers] == [200] * 25 + [429]
    assert 0 < int(answers[-1]["Retry-After"]) <= 300
    assert fill(form, PASSWORD, "192.0.2.1").status_code == (429 if username == "staff" else 302)


@pytest.mark.parametrize("form", FORMS)
def test_others_guesses_shut_out_neither_the_signed_in_nor_a_known_address(
    staff: User, form: str
) -> None:
    signed_in = Client(REMOTE_ADDR="192.0.2.1")
    body = {"username": "staff", "password": PASSWORD}
    assert signed_in.post(form, body).status_code == 302
    for n in range(26):
        fill(form, "wrong", f"198.51.100.{n}")
    assert signed_in.get("/admin/").status_code == 200
    assert fill(form, PASSWORD, "192.0.2.1").status_code == 302
    assert fill(form, PASSWORD, "192.0.2.2").status_code == 429


def test_the_three_doors_to_an_account_count_together(staff: User) -> None:
    doors = [lambda n: fill(FORMS[0], "wrong", n), lambda n: fill(FORMS[1], "wrong", n)]
    doors.append(lambda n: attempt("wrong", n, "staff"))
    statuses = [doors[n % 3](f"198.51.100.{n}").status_code for n in range(28)]
    assert set(statuses[:25]) == {200, 401}
    assert statuses[25:] == [429] * 3


# The client's address.


def seen(address: str, forwarded: str | None = None) -> str:
    request: HttpRequest = RequestFactory().get("/", REMOTE_ADDR=address)
    if forwarded is not None:
        request.META["HTTP_X_FORWARDED_FOR"] = forwarded
    return client_address(request)


@pytest.mark.parametrize(
    ("proxies", "address", "forwarded", "expected"),
    [
        ([], "192.0.2.1", "203.0.113.9", "192.0.2.1"),
        (["10.0.0.1"], "192.0.2.1", "203.0.113.9", "192.0.2.1"),
        (["10.0.0.1"], "10.0.0.1", "203.0.113.9", "203.0.113.9"),
        (["10.0.0.1"], "10.0.0.1", "1.1.1.1, 203.0.113.9", "203.0.113.9"),
        (["10.0.0.0/8"], "10.0.0.1", "1.1.1.1, 203.0.113.9, 10.2.3.4", "203.0.113.9"),
        (["10.0.0.1"], "10.0.0.1", None, "10.0.0.1"),
        (["10.0.0.1"], "10.0.0.1", "", "10.0.0.1"),
        (["10.0.0.1"], "10.0.0.1", "unknown", "10.0.0.1"),
        (["10.0.0.1"], "10.0.0.1", "203.0.113.9, <script>", "10.0.0.1"),
        (["10.0.0.1"], "::ffff:10.0.0.1", "203.0.113.9", "203.0.113.9"),
        (["10.0.0.1"], "10.0.0.1", ", ".join(["10.0.0.1"] * 1000), "10.0.0.1"),
        ([], "2001:db8:1:2:3:4:5:6", None, "2001:db8:1:2::"),
        ([], "", None, "local"),
        ([], "unix:", None, "local"),
    ],
)
def test_forwarded_addresses_count_as_far_as_proxies_are_trusted(
    settings: Settings, proxies: list[str], address: str, forwarded: str | None, expected: str
) -> None:
    settings.TRUSTED_PROXIES = proxies
    assert seen(address, forwarded) == expected
