"""The documentation pages: local files only, no inline script, and the document behind them."""

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/docs", "/redoc"])
def test_a_page_holds_no_inline_script_and_names_no_other_host(
    client: Client, address: str
) -> None:
    response = client.get(address)
    assert response.status_code == 200
    page = response.content.decode()
    assert not re.search(r"<script(?![^>]*\ssrc=)", page)
    assert not re.search(r"\son\w+=", page)
    assert "//" not in page.replace("<!DOCTYPE html>", "")
    assert "unsafe" not in response["Content-Security-Policy"] or address == "/redoc"
    for source in re.findall(r'(?:src|href)="([^"]+)"', page):
        assert client.get(source.replace("&amp;", "&")).status_code == 200, source


def test_redoc_calls_no_other_server(client: Client) -> None:
    response = client.get("/redoc?script=")
    assert response["Content-Type"].startswith("text/javascript")
    assert b"cdn.redoc.ly" not in response.content


def test_the_document_is_open(client: Client) -> None:
    response = client.get("/schema", headers={"Accept": "application/json"})
    assert response.status_code == 200
    assert response.json()["openapi"].startswith("3.1")
