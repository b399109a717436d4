"""PostgreSQL goes away while the service generates: nothing that was acknowledged is lost."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.proxy import Proxy
from tests.faults.service import Service, database, environment, free_port, target_of

URL = os.environ.get("DATABASE_URL", "")  # noqa: TID251 - which suite this is
pytestmark = pytest.mark.skipif(
    not URL.startswith("postgres"), reason="part of the suite on PostgreSQL and Redis"
)
# Seconds that the database is away. The long run is `make faults`.
AWAY_SECONDS = float(os.environ.get("FAULT_SECONDS", "4"))  # noqa: TID251
RETURN_SECONDS = 60


@pytest.fixture
def network() -> Iterator[Proxy]:
    with Proxy(target_of(URL)) as proxy:
        yield proxy


@pytest.fixture
def service(tmp_path: Path, network: Proxy) -> Iterator[Service]:
    with database(URL) as name:
        port = free_port()
        through = f"postgres://postgres@127.0.0.1:{network.port}/{name}"
        running = Service(port, environment(tmp_path, port, DATABASE_URL=through))
        try:
            running.manage("migrate", "--verbosity", "0")
            running.key = running.manage("create_api_key", "client")
            running.start("manage.py", "serve")
            running.wait_until_ready()
            yield running
        finally:
            running.stop()


def prompt(number: int) -> dict[str, str]:
    return {"prompt": f"An oak table {100 + number} cm long, variant {number}"}


def test_acknowledged_specs_survive_the_outage(service: Service, network: Proxy) -> None:
    acknowledged = []
    for number in range(5):
        answer = service.call("POST", "/generate", prompt(number))
        assert (answer.status, answer.body["storage"]) == (200, "database")
        acknowledged.append(answer.body["spec_id"])

    network.refuse()
    ends = time.monotonic() + AWAY_SECONDS
    number = 5
    while time.monotonic() < ends:
        answer = service.call("POST", "/generate", prompt(number))
        assert (answer.status, answer.body["storage"]) == (202, "journal")
        acknowledged.append(answer.body["spec_id"])
        number += 1
    assert number > 5
    away = service.call("GET", f"/api/v1/specs/{acknowledged[0]}/")
    assert away.status == 503
    assert int(away.headers["retry-after"]) > 0
    assert service.call("GET", "/health/live").status == 200
    health = service.call("GET", "/health")
    assert health.status == 503
    assert health.body["checks"]["fallback_store"]["pending"] == number - 5
    # Who was not known before is told to come back, not that the key is wrong.
    stranger = service.call("POST", "/generate", prompt(0), {"X-API-Key": "x" * 40})
    assert stranger.status == 503
    keyed = service.call("POST", "/generate", prompt(10**6), {"Idempotency-Key": "a"})
    assert keyed.status == 503

    network.restore()
    deadline = time.monotonic() + RETURN_SECONDS
    while time.monotonic() < deadline:
        health = service.call("GET", "/health")
        if health.status == 200 and health.body["checks"]["fallback_store"]["pending"] == 0:
            break
        time.sleep(0.5)
    assert health.body["checks"]["fallback_store"]["pending"] == 0
    read = [service.call("GET", f"/api/v1/specs/{spec_id}/") for spec_id in acknowledged]
    assert [answer.status for answer in read] == [200] * len(acknowledged)
    # Neither lost nor twice: as many rows as acknowledgements.
    total, page = 0, service.call("GET", "/api/v1/specs/?page_size=100").body
    total += len(page["results"])
    while page["next"]:
        page = service.call("GET", page["next"].split(f":{service.port}", 1)[1]).body
        total += len(page["results"])
    assert total == len(acknowledged) == len(set(acknowledged))
