"""The files of the deployment agree with the service: names, ports, addresses."""

from typing import Any

import pytest
import yaml
from django.http import HttpRequest
from django.test import RequestFactory

from accounts.addresses import client_address
from tests.faults.service import ROOT


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_prometheus_reads_the_processes_that_show_figures() -> None:
    services = read("docker-compose.yml")["services"]
    shown = {
        name: service["environment"]["METRICS_PORT"]
        for name, service in services.items()
        if "METRICS_PORT" in service.get("environment", {})
    }
    jobs = {
        job["job_name"]: job for job in read("deploy/prometheus/prometheus.yml")["scrape_configs"]
    }
    assert set(shown) == {"worker", "beat"}
    assert jobs["worker"]["dns_sd_configs"][0]["port"] == int(shown["worker"])
    assert jobs["beat"]["static_configs"][0]["targets"] == [f"beat:{shown['beat']}"]
    assert jobs["web"]["static_configs"][0]["targets"] == ["web:8000"]


def test_compose_trusts_the_address_that_it_gives_nginx() -> None:
    services = read("docker-compose.yml")["services"]
    address = services["nginx"]["networks"]["inside"]["ipv4_address"]
    for name in ("web", "worker", "beat"):
        assert services[name]["environment"]["TRUSTED_PROXIES"].endswith(f":-{address}}}")


@pytest.mark.parametrize(
    "forwarded",
    ["192.0.2.7, 172.70.247.28, 10.19.6.53", "203.0.113.1,192.0.2.7, 172.71.95.118, 10.19.64.237"],
)
def test_render_counts_a_client_behind_its_proxies_and_cloudflares(
    settings: Any, forwarded: str
) -> None:
    web = read("render.yaml")["services"][0]
    values = {each["key"]: each.get("value", "") for each in web["envVars"]}
    settings.TRUSTED_PROXIES = values["TRUSTED_PROXIES"].split(",")
    request: HttpRequest = RequestFactory().get("/", REMOTE_ADDR="10.21.157.68")
    request.META["HTTP_X_FORWARDED_FOR"] = forwarded
    assert client_address(request) == "192.0.2.7"
