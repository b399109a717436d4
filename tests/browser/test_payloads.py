"""What people store comes out again as text, on every page that shows it (RELIABILITY 3.5)."""

from typing import Any
from urllib.parse import urlencode

from accounts.models import User
from evaluation.services import spec_evaluate
from specs.models import Spec
from specs.services import revision_edit, spec_generate, spec_submit
from tests.browser.conftest import PASSWORD, OpenPage
from tests.dashboard.annotated import PROMPT, SPEC
from tests.dashboard.learning import make_session

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "</script><script>alert(3)</script>",
    "</textarea><script>alert(4)</script>",
    "javascript:alert(5)",
    "{{7*7}}",
    "{% debug %}",
    "line\u2028separator\u2029",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    'first\r\n2026-11-25 [info] "forged" line',
    "\x1b[31mred\x1b[0m",
    "\u202eright to left",
    "<svg onload=alert(6)>",
    "'; DROP TABLE specs; --",
)


def document_of(payload: str) -> dict[str, Any]:
    text = payload.strip() or "x"
    return {
        **SPEC.as_json(),
        "title": text[:120],
        # Names have a pattern of their own; these fields hold whatever was written.
        "materials": [{"type": "steel", "grade": text[:60], "use": text[:60]}],
        "requirements": [text],
        "constraints": [text],
        "target_audience": text,
    }


def test_stored_payloads_are_shown_and_never_run(open_page: OpenPage, person: User) -> None:
    specs: list[Spec] = []
    for payload in PAYLOADS:
        # Around and inside the marked spans, and as the reason of a revision.
        spec = spec_generate(prompt=f"{payload} {PROMPT} {payload}", owner=person)
        revision_edit(
            spec=spec, changes_made={"requirements": [payload]}, author=person, reason=payload
        )
        specs += [spec, spec_submit(document=document_of(payload), owner=person, prompt=payload)]
    sessions = [make_session(spec_changed(spec)) for spec in specs[:6]]
    for spec in specs[6:12]:
        spec_evaluate(spec=spec_changed(spec))
    lists = ("", "specs/", "reports/", "sessions/")
    watched = open_page()
    watched.sign_in(person)
    for path in (
        *lists,
        *(f"specs/{spec.pk}/" for spec in specs),
        *(f"sessions/{session.pk}/" for session in sessions),
    ):
        watched.open(f"/dashboard/{path}")
    for payload in PAYLOADS:
        watched.open("/dashboard/?" + urlencode({"prompt": payload}))
        watched.open("/dashboard/specs/?" + urlencode({"q": payload}))
    watched.collect_violations()
    assert watched.complaints == []


def spec_changed(spec: Spec) -> Spec:
    spec.refresh_from_db()
    return spec


def test_a_payload_in_the_box_comes_back_as_text(open_page: OpenPage, person: User) -> None:
    watched = open_page()
    watched.sign_in(person)
    for payload in PAYLOADS:
        watched.page.fill("textarea", f"{payload} {PROMPT}")
        watched.page.click(".try button")
        watched.page.wait_for_selector("#result-title")
        watched.page.evaluate("document.querySelector('#result').replaceChildren()")
        watched.page.fill("textarea", f"{payload} a poem")
        watched.page.click(".try button")
        watched.page.wait_for_selector(".refusal")
        watched.page.evaluate("document.querySelector('#result').replaceChildren()")
    watched.collect_violations()
    assert watched.complaints == []


def test_a_name_of_a_user_is_text(open_page: OpenPage, person: User) -> None:
    other = User.objects.create_user("<script>alert(7)</script>", password=PASSWORD)
    spec = spec_generate(prompt=PROMPT, owner=other)
    watched = open_page()
    watched.sign_in(other)
    watched.open(f"/dashboard/specs/{spec.pk}/")
    assert watched.page.inner_text(".bar__name") == other.username
    watched.collect_violations()
    assert watched.complaints == []
