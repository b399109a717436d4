"""Every page in a real browser: readable by everybody, at two widths and in two schemes."""

import pytest

from accounts.choices import JobStatus
from accounts.models import Job, User
from evaluation.services import spec_evaluate
from specs.services import revision_edit, spec_generate
from tests.browser.conftest import OpenPage, Watched
from tests.dashboard.annotated import PROMPT
from tests.dashboard.learning import make_policy, make_session


@pytest.fixture
def paths(person: User) -> list[str]:
    spec = spec_generate(prompt=PROMPT, owner=person)
    revision_edit(spec=spec, changes_made={"stories": 4}, author=person, reason="One more floor")
    policy = make_policy()
    session = make_session(spec, policy=policy)
    spec.refresh_from_db()
    evaluation = spec_evaluate(spec=spec)
    # One that has ended: the page of a running one loads again by itself.
    job = Job.objects.create(
        owner=person,
        kind="iterate",
        parameters={},
        status=JobStatus.FAILED,
        progress_total=3,
        error={"code": "internal_error", "detail": "The job failed; it is logged."},
    )
    return [
        "/dashboard/jobs/",
        f"/dashboard/jobs/{job.pk}/",
        "/dashboard/reports/",
        f"/reports/{evaluation.pk}?format=html",
        "/dashboard/sessions/",
        f"/dashboard/sessions/{session.pk}/",
        "/dashboard/learning/",
        f"/dashboard/learning/{policy.pk}/",
        "/dashboard/",
        "/dashboard/?prompt=An+oak+desk",
        "/dashboard/specs/",
        "/dashboard/specs/?q=nothing+like+it",
        f"/dashboard/specs/{spec.pk}/",
        f"/dashboard/specs/{spec.pk}/revisions/1/",
    ]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_sound(
    open_page: OpenPage, person: User, paths: list[str], width: int, scheme: str
) -> None:
    watched = open_page(width=width, scheme=scheme)
    watched.open("/dashboard/sign-in/")
    assert watched.axe() == []
    watched.sign_in(person)
    for path in paths:
        watched.open(path)
        assert watched.axe() == [], path
        assert watched.overflow() == 0, path
    watched.collect_violations()
    assert watched.complaints == []


def test_the_result_is_swapped_in_and_focused(open_page: OpenPage, person: User) -> None:
    watched = open_page()
    watched.sign_in(person)
    submit(watched, PROMPT)
    watched.page.wait_for_selector("#result-title:focus")
    assert watched.page.url.endswith("/dashboard/")
    assert watched.axe() == []
    submit(watched, "a poem about the sea")
    watched.page.wait_for_selector(".refusal")
    assert watched.axe() == []
    assert watched.page.input_value("textarea") == "a poem about the sea"
    watched.collect_violations()
    assert watched.complaints == []


def test_the_box_works_without_scripts(open_page: OpenPage, person: User) -> None:
    watched = open_page(scripts=False)
    watched.page.goto(watched.base + "/dashboard/sign-in/")
    watched.page.fill("#id_username", person.username)
    watched.page.fill("#id_password", "a long enough password")
    watched.page.click("main button[type=submit]")
    submit(watched, PROMPT)
    watched.page.wait_for_url("**/dashboard/specs/*/")
    watched.page.click("text=Dark")
    assert watched.page.get_attribute("html", "data-theme") == "dark"
    assert "/dashboard/specs/" in watched.page.url


def test_a_spec_is_scored_and_improved_by_pressing_buttons(
    open_page: OpenPage, person: User
) -> None:
    spec = spec_generate(prompt=PROMPT, owner=person)
    watched = open_page()
    watched.sign_in(person)
    watched.open(f"/dashboard/specs/{spec.pk}/")
    watched.page.click("text=Score it")
    watched.page.wait_for_selector("#score-title")
    watched.page.click("text=Improve it")
    watched.page.wait_for_url("**/dashboard/sessions/*/")
    assert watched.axe() == []
    watched.collect_violations()
    assert watched.complaints == []


def test_the_keyboard_reaches_everything(open_page: OpenPage, person: User) -> None:
    spec = spec_generate(prompt=PROMPT, owner=person)
    watched = open_page()
    watched.sign_in(person)
    watched.open(f"/dashboard/specs/{spec.pk}/")
    page = watched.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    reachable = page.evaluate(
        "document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea,"
        ' summary, [tabindex="0"]\').length'
    )
    last = ""
    for _ in range(reachable):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "(e => e === document.body ? 'end' : getComputedStyle(e).outlineStyle + e.outerHTML)"
            "(document.activeElement)"
        )
        if here == "end":
            break
        assert here.startswith("solid"), here[:200]
        last = here
    assert "Dark" in last


def test_the_appearance_changes_at_once_and_stays(open_page: OpenPage, person: User) -> None:
    watched = open_page()
    watched.open("/dashboard/sign-in/")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = watched.page.evaluate(paper)
    with watched.page.expect_response("**/appearance/"):
        watched.page.click("text=Dark")
    assert watched.page.evaluate(paper) != light
    watched.open("/dashboard/sign-in/")
    assert watched.page.get_attribute("html", "data-theme") == "dark"
    assert watched.axe() == []
    watched.collect_violations()
    assert watched.complaints == []


def test_a_printed_page_is_its_content(open_page: OpenPage, person: User) -> None:
    spec = spec_generate(prompt=PROMPT, owner=person)
    watched = open_page(scheme="dark")
    watched.sign_in(person)
    watched.open(f"/dashboard/specs/{spec.pk}/")
    watched.page.emulate_media(media="print")
    assert not watched.page.is_visible("header.bar")
    assert not watched.page.is_visible("footer.foot")
    assert watched.page.is_visible("text=Floor area")
    assert watched.page.evaluate("getComputedStyle(document.body).color") == "rgb(23, 32, 42)"


def submit(watched: Watched, prompt: str) -> None:
    watched.page.fill("textarea", prompt)
    watched.page.click(".try button")
