"""deploy/prometheus/prometheus.yml reads the running processes: every figure of ours is there."""

import json
import subprocess
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from typing import Any

import prometheus_client
import pytest

from tests.deploy.conftest import Deployment, configuration, needs, running
from tests.faults.service import ROOT, free_port

pytestmark = needs("prometheus", "promtool")
# Nothing of these happens here: each is counted where a model, a fault or a person is.
ELSEWHERE = {"p2j_journalled_total", "p2j_llm_requests_total", "p2j_llm_tokens_total"}
WAIT_SECONDS = 60


@pytest.fixture(scope="module")
def ask(deployment: Deployment) -> Iterator[Any]:
    port = free_port()
    folder = deployment.folder
    replaced = {
        "scrape_interval: 15s": "scrape_interval: 1s",
        "web:8000": f"127.0.0.1:{deployment.web.port}",
        # The network's names are not known here.
        r"dns_sd_configs:\n +- {names: \[worker\], type: A, port: 9808}": (
            f'static_configs: [{{targets: ["127.0.0.1:{deployment.worker_port}"]}}]'
        ),
        "beat:9808": f"127.0.0.1:{deployment.beat_port}",
    }
    path = folder / "prometheus.yml"
    path.write_text(configuration("prometheus/prometheus.yml", replaced), encoding="utf-8")
    command = [
        "prometheus",
        f"--config.file={path}",
        f"--storage.tsdb.path={folder / 'prometheus'}",
        f"--web.listen-address=127.0.0.1:{port}",
    ]
    base = f"http://127.0.0.1:{port}"

    def query(expression: str) -> list[dict[str, Any]]:
        url = f"{base}/api/v1/query?" + urllib.parse.urlencode({"query": expression})
        with urllib.request.urlopen(url, timeout=10) as response:  # noqa: S310 - our own
            return list(json.load(response)["data"]["result"])

    with running(command, f"{base}/-/ready"):
        yield query


def eventually(check: Any) -> Any:
    deadline = time.monotonic() + WAIT_SECONDS
    while not (found := check()):
        assert time.monotonic() < deadline, found
        time.sleep(0.5)
    return found


def test_the_configuration_is_one() -> None:
    command = ["promtool", "check", "config", "deploy/prometheus/prometheus.yml"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


def test_web_worker_and_beat_are_up(ask: Any) -> None:
    def up() -> bool:
        return {each["metric"]["job"]: each["value"][1] for each in ask("up")} == {
            "web": "1",
            "worker": "1",
            "beat": "1",
        }

    eventually(up)


def test_what_a_worker_does_is_counted_there(ask: Any, deployment: Deployment) -> None:
    body = {"prompt": "A steel shelf, 2 m high", "n_iter": 1}
    headers = {"Prefer": "respond-async", "X-Forwarded-Proto": "https"}
    asked = deployment.web.call("POST", "/iterate", body, headers)
    assert asked.status == 202

    def counted() -> Any:
        return ask('sum(p2j_sessions_total{job="worker"}) > 0')

    eventually(counted)
    assert not ask('sum(p2j_sessions_total{job="web"}) > 0')


def test_every_figure_of_ours_is_there(ask: Any, deployment: Deployment) -> None:
    headers = {"X-Forwarded-Proto": "https"}
    for prompt in ("An oak table, 200 x 90 cm", "Write me a poem"):
        asked = {"prompt": prompt, "engine": "rules"}
        deployment.web.call("POST", "/generate", asked, headers)
    deployment.web.call("POST", "/evaluate", {"spec": {"design_type": "building"}}, headers)
    ours = {
        metric.name + {"counter": "_total", "histogram": "_count"}.get(metric.type, "")
        for metric in prometheus_client.REGISTRY.collect()
        if metric.name.startswith("p2j_")
    } - ELSEWHERE
    assert len(ours) > 10

    def all_there() -> bool:
        found = {each["metric"]["__name__"] for each in ask('{__name__=~"p2j_.+"}')}
        return not ours - found

    eventually(all_there)
