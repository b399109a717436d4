"""Specs by the thousand, as rows: lists are measured on them, and nobody waits for services.

`python -m tests.feedback.many_specs 100000` measures the admin's list of specs on a database of
its own beside the one that DATABASE_URL names.
"""

import datetime as dt
import itertools
import json
import os
import statistics
import sys
import time
from collections.abc import Iterator
from typing import Any

BATCH = 2000
ROUNDS = 40
QUERIES = (
    "",
    "?p=3",
    "?review_state__exact=pending",
    "?score=low",
    "?design_type__exact=furniture",
    "?engine__exact=llm",
    "?created_at__gte=2026-01-01+00%3A00%3A00%2B00%3A00",
    "?q=House+77",
    "?q=client-3",
    "?q=villa",
    "?o=3",
)


def insert_specs(count: int) -> None:
    """Every tenth is under review."""
    from accounts.ids import uuid7
    from accounts.models import User
    from feedback.models import ReviewItem
    from specs.models import Spec, SpecRevision
    from tests.feedback.conftest import document

    owners = [User(username=f"client-{number}") for number in range(20)]
    User.objects.bulk_create(owners)
    types = itertools.cycle(("building", "vehicle", "furniture", "electronics", "appliance"))
    engines = itertools.cycle(("rules", "rules", "llm", ""))
    states = itertools.cycle(("pending", "pending", "rejected"))
    whole = document()
    for start in range(0, count, BATCH):
        specs, revisions = [], []
        for number in range(start, min(start + BATCH, count)):
            spec_id, revision_id = uuid7(), uuid7()
            specs.append(
                Spec(
                    id=spec_id,
                    owner=owners[number % len(owners)],
                    prompt="A 2-storey brick house with a garden " * 10,
                    design_type=next(types),
                    category="house",
                    title=f"House {number}",
                    engine=next(engines),
                    latest_id=revision_id,
                    latest_score=None if number % 7 == 0 else number % 101,
                    review_state=next(states),
                )
            )
            revisions.append(
                SpecRevision(
                    id=revision_id,
                    spec_id=spec_id,
                    number=1,
                    origin="generated",
                    document=whole,
                    provenance={},
                )
            )
        insert_both(specs, revisions)
        ReviewItem.objects.bulk_create(ReviewItem(revision_id=r.pk) for r in revisions[::10])


def insert_both(specs: list[Any], revisions: list[Any]) -> None:
    from django.db import transaction

    # Each row names the other; the foreign keys are checked at commit.
    with transaction.atomic():
        type(specs[0]).objects.bulk_create(specs)
        type(revisions[0]).objects.bulk_create(revisions)


def measure(client: Any) -> Iterator[tuple[str, int, list[float]]]:
    """Address, queries of one call, seconds of each call."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    for query in QUERIES:
        url = reverse("admin:specs_spec_changelist") + query
        with CaptureQueriesContext(connection) as captured:
            response = client.get(url)
        if response.status_code != 200:
            raise SystemExit(f"{url}: {response.status_code}")
        # Counted now: the next request begins the log anew.
        asked = len(captured)
        seconds = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            client.get(url)
            seconds.append(time.perf_counter() - started)
        yield query or "(all)", asked, seconds


def main(count: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")  # noqa: TID251 - before Django
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import get_runner, setup_test_environment

    setup_test_environment()
    runner = get_runner(settings)(interactive=False, verbosity=0)
    connection.settings_dict["TEST"]["NAME"] = "test_many_specs"
    old = runner.setup_databases()
    try:
        insert_specs(count)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        from accounts.models import User

        client = Client()
        client.force_login(User.objects.create_superuser("boss", password="x"))
        everything: list[float] = []
        for name, queries, seconds in measure(client):
            everything += seconds
            p95 = statistics.quantiles(seconds, n=20)[-1] * 1000
            median = statistics.median(seconds) * 1000
            print(f"{name:32} {queries:3} queries  median {median:6.1f} ms  p95 {p95:6.1f} ms")  # noqa: T201
        total = statistics.quantiles(everything, n=20)[-1] * 1000
        result = {
            "specs": count,
            "database": connection.vendor,
            "p95_ms": round(total, 1),
            "at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        }
        print(json.dumps(result))  # noqa: T201
    finally:
        runner.teardown_databases(old)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
