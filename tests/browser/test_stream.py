"""With a language model the box shows the spec as it comes, then its page."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from accounts.models import User
from tests.browser.conftest import OpenPage
from tests.specs.llm.fake_server import FakeServer


@pytest.fixture
def endpoint() -> Iterator[FakeServer]:
    server = FakeServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def with_model(person: User, settings: Any, endpoint: FakeServer) -> User:
    settings.SPEC_AGENT = "tests.specs.llm.test_service.TellingAgent"
    settings.OPENAI_BASE_URL = endpoint.url("slow")
    settings.LLM_DEADLINE_S = 10
    return person


def test_a_spec_is_shown_while_the_model_is_at_it(open_page: OpenPage, with_model: User) -> None:
    watched = open_page()
    watched.sign_in(with_model)
    page = watched.page
    page.fill("textarea", "A 4-storey office")
    page.click("main form button[type=submit]")
    # The storeys are settled before the model has said anything.
    expect(page.locator("dt:text-is('stories') + dd")).to_have_text("4")
    expect(page.locator("dt:text-is('stories') + dd")).to_have_attribute("data-state", "final")
    expect(page.get_by_role("status").filter(has_text="asking the model")).to_be_visible()
    page.wait_for_url("**/dashboard/specs/*/")
    expect(page.locator("main")).to_contain_text("Daylight at every desk")
    watched.collect_violations()
    assert watched.complaints == []


def test_a_refusal_is_said_where_the_spec_would_be(open_page: OpenPage, with_model: User) -> None:
    watched = open_page()
    watched.sign_in(with_model)
    watched.page.fill("textarea", "Write me a poem")
    watched.page.click("main form button[type=submit]")
    expect(watched.page.locator("#result")).to_contain_text("poem")
    assert watched.complaints == []
