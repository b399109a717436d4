"""Usage, jobs and agent runs in the admin: read only, found by what people know, few queries."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from accounts.models import AgentRun, ApiKey, Job, Usage, User
from accounts.services import IssuedKey

USAGE, JOBS, RUNS = (f"/admin/accounts/{name}/" for name in ("usage", "job", "agentrun"))
MAX_QUERIES = 14
EVIL = "<script>alert(1)</script>"


@pytest.fixture
def desk(client: Client, staff: User) -> Client:
    client.force_login(staff)
    return client


@pytest.fixture
def spend(user: User) -> Callable[..., Usage]:
    def row(**values: Any) -> Usage:
        made = {
            "user": user,
            "principal": f"user:{user.pk}",
            "purpose": "generate",
            "model": "small",
            "outcome": "ok",
            "attempts": 1,
            "prompt_tokens": 100,
            "completion_tokens": 10,
            "latency_ms": 1400,
            "cost": Decimal("0.00025"),
            **{name: value for name, value in values.items() if name != "created_at"},
        }
        usage = Usage.objects.create(**made)
        if "created_at" in values:
            Usage.objects.filter(pk=usage.pk).update(created_at=values["created_at"])
        return usage

    return row


def page(desk: Client, address: str) -> str:
    response = desk.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def listed(desk: Client, address: str) -> int:
    return page(desk, address).count('class="field-created_at')


def totals(desk: Client, query: str = "") -> dict[str, str]:
    response = desk.get(USAGE + query)
    return dict(response.context["cl"].totals)


def test_totals_are_of_what_is_listed(desk: Client, spend: Callable[..., Usage]) -> None:
    for _ in range(60):
        spend()
    spend(outcome="timeout", attempts=2, prompt_tokens=7, completion_tokens=0, cost=None)
    everything = totals(desk)
    # More than the page shows.
    assert everything["requests"] == "61"
    assert everything["answered by the model"] == "60"
    assert everything["calls"] == "62"
    assert everything["prompt tokens"] == "6,007"
    assert everything["completion tokens"] == "600"
    assert everything["known cost"] == "$0.0150"
    assert everything["requests of unknown cost"] == "1"
    assert totals(desk, "?outcome=timeout")["prompt tokens"] == "7"
    assert totals(desk, "?outcome=nothing")["known cost"] == "$0.0000"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", 4),
        ("?model=large", 1),
        ("?outcome=timeout", 1),
        ("?engine=llm", 3),
        ("?engine=rules", 1),
        ("?engine=other", 4),
        ("?purpose=rewrite", 1),
        ("?principal=key:{key}", 1),
        ("?principal=user:{user}", 3),
        ("?created_at__year=2026&created_at__month=1&created_at__day=2", 1),
        ("?created_at__year=2001", 0),
        ("?q=client", 4),
        ("?q={prefix}", 1),
        ("?q={subject}", 1),
        ("?q=nobody", 0),
        ("?q=%27%22%3B--", 0),
        ("?model=%00", 0),
    ],
)
def test_usage_is_found_by_day_key_engine_model_and_outcome(
    desk: Client, spend: Callable[..., Usage], issued: IssuedKey, query: str, expected: int
) -> None:
    key = issued.api_key
    spend(model="large", created_at=dt.datetime(2026, 1, 2, 12, tzinfo=dt.UTC))
    spend(outcome="timeout", cost=None)
    spend(purpose="rewrite")
    made = spend(principal=f"key:{key.pk}", subject=key.pk)
    address = query.format(key=key.pk, user=made.user_id, prefix=key.prefix, subject=made.subject)
    if "%00" in query:
        # The value of an address is data: no row has it, and no error comes of it.
        assert desk.get(USAGE + address).status_code in {200, 302, 400}
        return
    assert listed(desk, USAGE + address) == expected


def test_who_pays_is_shown_by_name(desk: Client, spend: Callable[..., Usage], user: User) -> None:
    key = ApiKey.objects.create(user=user, name="nightly", prefix="abcdefgh", digest="x")
    charged = f"key:{key.pk}"
    spend(principal=charged)
    content = page(desk, USAGE)
    assert content.count("client: key nightly (abcdefgh)") == 2  # the filter and the row
    key.delete()
    # A key that is gone is still told apart from others.
    assert charged in page(desk, USAGE)


def test_an_unknown_price_is_no_price(desk: Client, spend: Callable[..., Usage]) -> None:
    made = spend(cost=None)
    assert '<td class="field-price">unknown</td>' in page(desk, USAGE)
    assert "unknown" in page(desk, f"{USAGE}{made.pk}/change/")


def fill(user: User, spend: Callable[..., Usage], rows: int) -> None:
    for number in range(rows):
        key = ApiKey.objects.create(
            user=user, name=f"key {number}", prefix=f"p{number:07}", digest=str(number)
        )
        spend(principal=f"key:{key.pk}", model=f"model {number % 5}")
        Job.objects.create(owner=user, kind=f"kind {number % 3}", parameters={"prompt": EVIL})
        AgentRun.objects.create(agent=f"agent {number % 4}", duration_ms=1.5, ok=number % 9 > 0)


@pytest.mark.parametrize("address", [USAGE, JOBS, RUNS, f"{USAGE}?outcome=ok", f"{RUNS}?ok=0"])
def test_lists_ask_little_however_long_they_are(
    desk: Client,
    user: User,
    spend: Callable[..., Usage],
    address: str,
    django_assert_max_num_queries: Any,
) -> None:
    fill(user, spend, 60)
    with django_assert_max_num_queries(MAX_QUERIES):
        page(desk, address)


def test_nothing_is_added_edited_or_deleted(
    desk: Client, user: User, spend: Callable[..., Usage]
) -> None:
    fill(user, spend, 1)
    for address, model in ((USAGE, Usage), (JOBS, Job), (RUNS, AgentRun)):
        row = model.objects.get()
        content = page(desk, f"{address}{row.pk}/change/")
        assert 'name="_save"' not in content
        assert EVIL not in content
        assert desk.get(f"{address}add/").status_code == 403
        assert desk.post(f"{address}{row.pk}/change/", {"model": "x"}).status_code == 403
        assert desk.post(f"{address}{row.pk}/delete/", {"post": "yes"}).status_code == 403
        assert model.objects.get() == row


@pytest.fixture
def jobs(user: User) -> dict[str, Job]:
    now = timezone.now()
    made = {"queued": Job.objects.create(owner=user, kind="iterate", parameters={"prompt": "a"})}
    made["succeeded"] = Job.objects.create(
        owner=user,
        kind="iterate",
        parameters={},
        status="succeeded",
        progress_done=3,
        progress_total=3,
        started_at=now - dt.timedelta(seconds=90),
        finished_at=now,
        result={"session_id": "s", "final_score": 87.25},
        result_url="/iterations/s",
    )
    made["failed"] = Job.objects.create(
        owner=user,
        kind="advanced-rl",
        parameters={},
        status="failed",
        error={"code": "worker_lost"},
    )
    return made


def test_jobs_tell_how_far_they_are(desk: Client, jobs: dict[str, Job]) -> None:
    assert listed(desk, JOBS) == 3
    assert listed(desk, f"{JOBS}?status__exact=failed") == 1
    assert listed(desk, f"{JOBS}?kind=iterate") == 2
    assert listed(desk, f"{JOBS}?q=client") == 3
    assert listed(desk, f"{JOBS}?q=cli") == 0
    content = page(desk, f"{JOBS}{jobs['succeeded'].pk}/change/")
    for words in ("3 of 3", "90.0 s", 'href="/iterations/s"'):
        assert words in content
    # A reviewer may not know the score yet: the result's own address sees to that.
    assert "87.25" not in content
    assert "worker_lost" in page(desk, f"{JOBS}{jobs['failed'].pk}/change/")


def test_jobs_are_cancelled_by_those_who_may(
    desk: Client, client: Client, jobs: dict[str, Job]
) -> None:
    chosen = {"action": "cancel", "_selected_action": [str(job.pk) for job in jobs.values()]}
    content = desk.post(JOBS, chosen, follow=True).content.decode()
    assert "1 of 3 are cancelled" in content
    assert Job.objects.get(pk=jobs["queued"].pk).status == "cancelled"
    assert Job.objects.get(pk=jobs["succeeded"].pk).status == "succeeded"

    for role, offered in (("operator", True), ("auditor", False)):
        person = User.objects.create_user(role, is_staff=True)
        person.groups.add(Group.objects.get(name=role))
        client.force_login(person)
        assert ('value="cancel"' in page(client, JOBS)) is offered
        assert page(client, USAGE)


def test_runs_that_failed_are_found(desk: Client) -> None:
    AgentRun.objects.create(agent="MainAgent", duration_ms=0.25, ok=True, version="rules")
    AgentRun.objects.create(agent="RLLoop", duration_ms=2500, ok=False, error="ValueError")
    assert listed(desk, RUNS) == 2
    assert listed(desk, f"{RUNS}?ok__exact=0") == listed(desk, f"{RUNS}?error=ValueError") == 1
    assert listed(desk, f"{RUNS}?agent=MainAgent") == 1
    content = page(desk, RUNS)
    assert "0.25 ms" in content
    assert "2.5 s" in content


@pytest.mark.parametrize("address", [USAGE, JOBS, RUNS])
def test_clients_do_not_get_in(client: Client, user: User, address: str) -> None:
    client.force_login(user)
    assert client.get(address)["Location"].startswith("/admin/login/")
