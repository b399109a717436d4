"""Who sees which page, what it costs the database, and what it says."""

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from specs.choices import Storage
from specs.models import Spec
from specs.services import revision_edit, spec_generate
from tests.dashboard.annotated import PROMPT

HOME = reverse("dashboard:home")
SPECS = reverse("dashboard:specs")


def page_of(spec: Spec) -> str:
    return reverse("dashboard:spec", args=[spec.pk])


@pytest.fixture
def many(annotated: None, user: User) -> list[Spec]:
    return [spec_generate(prompt=f"Office number {i}, steel", owner=user) for i in range(30)]


def test_nobody_is_sent_to_sign_in(client: Client, spec: Spec) -> None:
    for url in (HOME, SPECS, page_of(spec)):
        response = client.get(url)
        assert response.status_code == 302
        assert response["Location"] == f"{reverse('dashboard:sign-in')}?next={url}"


def test_a_client_sees_its_own_and_staff_all(
    browser_of_user: Client, browser_of_other: Client, browser_of_staff: Client, spec: Spec
) -> None:
    assert browser_of_user.get(page_of(spec)).status_code == 200
    assert browser_of_staff.get(page_of(spec)).status_code == 200
    assert browser_of_other.get(page_of(spec)).status_code == 404
    assert spec.title not in browser_of_other.get(SPECS).content.decode()
    assert spec.title in browser_of_staff.get(SPECS).content.decode()


def test_a_foreign_spec_reads_as_a_missing_one(browser_of_other: Client, spec: Spec) -> None:
    foreign = browser_of_other.get(page_of(spec))
    missing = browser_of_other.get(reverse("dashboard:spec", args=[uuid.uuid4()]))
    assert foreign.status_code == missing.status_code == 404
    assert "nothing here" in foreign.content.decode()


def test_the_spec_page_says_what_was_asked_and_what_was_made_up(
    browser_of_user: Client, spec: Spec
) -> None:
    page = browser_of_user.get(page_of(spec)).content.decode()
    assert 'href="#value-stories" title="storeys">3-storey</a>' in page
    assert 'class="span span--unmet"' in page
    assert "A judgement of taste has no field." in page
    assert "“$” is read as US dollars." in page
    assert "Offices are commonly 3.5 m a storey." in page
    assert "$2.4M" in page


def test_pages_stay_within_their_queries(
    browser_of_user: Client, many: list[Spec], django_assert_max_num_queries: Any
) -> None:
    """Session and user are two; a page adds what it shows, never one a row."""
    for url, most in ((HOME, 3), (SPECS, 3), (page_of(many[0]), 6)):
        with django_assert_max_num_queries(most):
            assert browser_of_user.get(url).status_code == 200


def test_the_list_goes_on_to_older_specs(browser_of_user: Client, many: list[Spec]) -> None:
    first = browser_of_user.get(SPECS)
    assert len(first.context["rows"]) == 25
    second = browser_of_user.get(SPECS + first.context["page"].older)
    assert [row.id for row in second.context["rows"]] == [spec.pk for spec in many[4::-1]]
    assert second.context["page"].older == ""
    assert second.context["page"].newest == "?"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=three", 1),
        ("q=zebra", 0),
        ("design_type=building", 1),
        ("design_type=vehicle", 0),
        ("review_state=pending&engine=rules", 1),
        ("engine=llm", 0),
        # A filter that nobody offers is no filter, as in a mistyped address.
        ("design_type=spaceship", 1),
        ("before=nonsense", 1),
    ],
)
def test_the_list_is_filtered(browser_of_user: Client, spec: Spec, query: str, found: int) -> None:
    assert len(browser_of_user.get(f"{SPECS}?{query}").context["rows"]) == found


def test_empty_pages_say_what_to_do(browser_of_user: Client) -> None:
    assert "No specs yet" in browser_of_user.get(HOME).content.decode()
    assert "No specs yet" in browser_of_user.get(SPECS).content.decode()
    assert "No spec fits" in browser_of_user.get(f"{SPECS}?q=zebra").content.decode()


def test_an_older_revision_is_shown_as_one(browser_of_user: Client, user: User, spec: Spec) -> None:
    revision_edit(spec=spec, changes_made={"stories": 4}, author=user, reason="One more floor")
    latest = browser_of_user.get(page_of(spec)).content.decode()
    assert "One more floor" in latest
    assert "preview.svg" in latest
    first = browser_of_user.get(reverse("dashboard:revision", args=[spec.pk, 1]))
    assert "This is revision 1." in first.content.decode()
    assert "preview.svg" not in first.content.decode()
    missing = browser_of_user.get(reverse("dashboard:revision", args=[spec.pk, 9]))
    assert missing.status_code == 404


def test_nothing_on_a_page_needs_an_inline_script_or_style(
    browser_of_user: Client, spec: Spec
) -> None:
    for url in (HOME, SPECS, page_of(spec)):
        page = browser_of_user.get(url).content.decode()
        assert "<script>" not in page
        assert " style=" not in page
        assert "<style" not in page
        assert " on" + "click" not in page


def test_a_prompt_becomes_a_spec_without_scripts(browser_of_user: Client, annotated: None) -> None:
    response = browser_of_user.post(HOME, {"prompt": PROMPT})
    made = Spec.objects.get()
    assert response.status_code == 302
    assert response["Location"] == page_of(made)
    assert made.prompt == PROMPT


def test_line_breaks_are_kept_as_they_were_typed(browser_of_user: Client, annotated: None) -> None:
    browser_of_user.post(HOME, {"prompt": " An office,\r\n3-storey "})
    assert Spec.objects.get().prompt == " An office,\n3-storey "


def test_with_htmx_only_the_result_comes_back(browser_of_user: Client, annotated: None) -> None:
    response = browser_of_user.post(HOME, {"prompt": PROMPT}, headers={"HX-Request": "true"})
    page = response.content.decode()
    assert "<html" not in page
    assert 'href="#value-stories"' in page
    assert page_of(Spec.objects.get()) in page


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_what_is_no_design_is_refused_kindly(
    browser_of_user: Client, annotated: None, headers: dict[str, str]
) -> None:
    response = browser_of_user.post(HOME, {"prompt": "a poem about the sea"}, headers=headers)
    page = response.content.decode()
    assert response.status_code == 200
    assert "This does not read as a design" in page
    assert "a poem about the sea" in page
    assert not Spec.objects.exists()


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("", "Write what should be designed."),
        ("   \n ", "Write what should be designed."),
        ("ab", "at least 3 characters"),
        ("a" * 10_001, "at most 10,000 characters"),
        ("an office\x00", "Null characters"),
    ],
)
def test_a_prompt_out_of_bounds_is_explained(
    browser_of_user: Client, annotated: None, prompt: str, said: str
) -> None:
    response = browser_of_user.post(HOME, {"prompt": prompt})
    assert response.status_code == 200
    assert said in response.content.decode()
    assert not Spec.objects.exists()


def test_the_box_counts_in_the_bucket_of_generate(
    browser_of_user: Client, annotated: None, settings: Any
) -> None:
    settings.RATE_LIMIT_PROTECTED = "2/minute"
    for prompt in ("An office", "A desk"):
        assert browser_of_user.post(HOME, {"prompt": prompt}).status_code == 302
    refused = browser_of_user.post(HOME, {"prompt": PROMPT})
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) > 0
    assert PROMPT in refused.content.decode()
    assert Spec.objects.count() == 2


def test_an_example_fills_the_box(browser_of_user: Client) -> None:
    page = browser_of_user.get(HOME, {"prompt": "An <b>oak</b> desk"}).content.decode()
    assert "An &lt;b&gt;oak&lt;/b&gt; desk</textarea>" in page


def test_a_journalled_spec_is_announced_and_not_linked(
    browser_of_user: Client, spec: Spec, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec.storage = Storage.JOURNAL
    monkeypatch.setattr("config.dashboard.views.home.spec_generate", lambda **asked: spec)
    page = browser_of_user.post(HOME, {"prompt": PROMPT}).content.decode()
    assert "kept in a file" in page
    assert str(spec.pk) in page
