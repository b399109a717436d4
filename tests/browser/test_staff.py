"""Staff at work in a real browser: by keyboard alone, under the policy, on any screen."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from accounts.models import AgentRun, Job, Usage, User
from evaluation.models import Evaluation
from evaluation.services import spec_evaluate
from feedback.models import Comparison, HidgLog, Rating, ReviewItem
from feedback.services import RatingValues, comparison_open, rating_submit, review_add
from specs.services import spec_scored, spec_submit
from tests.browser.conftest import PASSWORD, OpenPage, Watched
from tests.feedback.conftest import document

ITEMS = 20
EVIL = (
    '<script>alert(1)</script>"><img src=x onerror=alert(2)></textarea></script><script>alert(3)'
    "</script>javascript:alert(4) {{7*7}} {% debug %} \u2028\u202e =cmd|' /C calc'!A0"
)


@pytest.fixture
def boss(transactional_db: None) -> User:
    return User.objects.create_superuser("boss", password=PASSWORD)


def specs_in_review(count: int, *, title: str = "House", prompt: str = "A 2-storey house") -> Any:
    client = User.objects.create_user("client")
    made = []
    for number in range(count):
        spec = spec_submit(
            document=document(f"{title} {number}"[:120]), owner=client, prompt=prompt
        )
        spec_scored(revision=spec.latest, score=50.0 + number)
        review_add(revision=spec.latest, priority=100 - number)
        made.append(spec)
    return made


def enter_admin(watched: Watched, user: User) -> None:
    watched.open("/admin/login/?next=/admin/")
    watched.page.fill("#id_username", user.username)
    watched.page.fill("#id_password", PASSWORD)
    watched.page.keyboard.press("Enter")
    watched.page.wait_for_url(watched.base + "/admin/")


def test_twenty_reviews_by_keyboard_alone(open_page: OpenPage, boss: User) -> None:
    specs_in_review(ITEMS)
    watched = open_page()
    enter_admin(watched, boss)
    watched.open(reverse("admin:reviews"))
    page, keyboard = watched.page, watched.page.keyboard
    keyboard.press("n")
    for number in range(ITEMS):
        page.wait_for_selector("form[data-rating]")
        title = page.inner_text("h1")
        assert title == f"Review: House {number}"
        # Overall, then each criterion: the mark goes on by itself.
        for stars in (1 + number % 5, 4, 3, 5, 2, 4):
            keyboard.press(str(stars))
        keyboard.press("ArrowUp")
        keyboard.press("5")
        keyboard.press("r")
        keyboard.type(f"Because of {number}")
        keyboard.press("Escape")
        keyboard.press("Enter")
        page.wait_for_function(
            "title => document.querySelector('h1').innerText !== title", arg=title
        )
    assert "Nothing is free for you now" in page.inner_text("main")
    ratings = Rating.objects.order_by("pk")
    assert [rating.stars for rating in ratings] == [1 + n % 5 for n in range(ITEMS)]
    assert [rating.reason for rating in ratings] == [f"Because of {n}" for n in range(ITEMS)]
    assert {(r.completeness, r.consistency, r.fidelity) for r in ratings} == {(4, 5, 4)}
    watched.collect_violations()
    assert watched.complaints == []


def test_a_review_by_tab_and_arrows_without_scripts(open_page: OpenPage, boss: User) -> None:
    specs_in_review(1)
    watched = open_page(scripts=False)
    enter_admin(watched, boss)
    watched.open(reverse("admin:reviews"))
    page = watched.page
    page.focus("button[data-key=n]")
    page.keyboard.press("Enter")
    page.wait_for_selector("form[data-rating]")
    page.focus("#id_stars_0")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.focus("form[data-rating] button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reviews/")
    assert Rating.objects.get().stars == 3


def test_a_comparison_by_one_key(open_page: OpenPage, boss: User) -> None:
    first, second = specs_in_review(2)
    comparison_open(first=first.latest, second=second.latest)
    watched = open_page()
    enter_admin(watched, boss)
    watched.open(reverse("admin:comparisons"))
    watched.page.keyboard.press("n")
    watched.page.wait_for_selector("table.compare")
    watched.page.keyboard.press("ArrowLeft")
    watched.page.wait_for_url("**/comparisons/")
    assert Comparison.objects.get().choice == "left"
    assert watched.complaints == []


def staff_places(spec: Any) -> list[str]:
    item = ReviewItem.objects.get(revision=spec.latest)
    comparison = Comparison.objects.get(choice="")
    return [
        reverse("admin:index"),
        reverse("admin:specs_spec_changelist"),
        reverse("admin:specs_spec_change", args=[spec.pk]),
        reverse("admin:spec-correct", args=[spec.pk]),
        reverse("admin:reviews"),
        reverse("admin:review", args=[item.pk]),
        reverse("admin:comparison", args=[comparison.pk]),
        reverse("admin:hidg-week") + "?day=2026-11-25",
        reverse("admin:agreement"),
        reverse("admin:feedback_rating_changelist"),
        reverse("admin:feedback_hidglog_changelist"),
        reverse("admin:comparisons"),
        # Django's and django-import-export's own pages, under our theme.
        reverse("admin:feedback_rating_import"),
        reverse("admin:feedback_hidglog_import"),
        reverse("admin:feedback_rating_change", args=[Rating.objects.latest("pk").pk]),
        reverse("admin:feedback_hidglog_change", args=[HidgLog.objects.first().pk]),
        reverse("admin:feedback_reviewitem_change", args=[item.pk]),
        reverse("admin:feedback_reviewitem_changelist"),
        reverse("admin:evaluation_evaluation_changelist"),
        reverse("admin:evaluation_evaluation_change", args=[Evaluation.objects.first().pk]),
        reverse("admin:specs_spec_history", args=[spec.pk]),
        *(reverse(f"admin:accounts_{name}_changelist") for name in ("usage", "job", "agentrun")),
        reverse("admin:accounts_usage_change", args=[Usage.objects.get().pk]),
        reverse("admin:accounts_job_change", args=[Job.objects.get().pk]),
        reverse("admin:accounts_agentrun_change", args=[AgentRun.objects.latest("pk").pk]),
    ]


def hostile_world(boss: User) -> Any:
    """Text of strangers wherever a page shows some; a review and a pair in the boss's hands."""
    specs = specs_in_review(2, title=EVIL[:100], prompt=EVIL)
    person = User.objects.create_user("anna", is_staff=True)
    for spec in specs:
        rating_submit(revision=spec.latest, person=person, values=RatingValues(2, reason=EVIL))
    comparison_open(first=specs[0].latest, second=specs[1].latest, person=boss)
    words = dict.fromkeys(("honesty", "integrity", "discipline", "gratitude"), EVIL)
    HidgLog.objects.create(author=person, date=dt.date(2026, 11, 25), task=EVIL, **words)
    Job.objects.create(owner=person, kind=EVIL[:40], parameters={"prompt": EVIL}, error={"a": EVIL})
    AgentRun.objects.create(agent=EVIL[:40], duration_ms=1.5, ok=False, error=EVIL[:100])
    Usage.objects.create(
        user=person, principal=f"user:{person.pk}", purpose=EVIL[:40], model=EVIL[:100],
        outcome="ok", attempts=1, prompt_tokens=9, completion_tokens=9, latency_ms=9,
    )  # fmt: skip
    # The boss's own: what others made waits for review, and so do its ratings and its score.
    own = spec_submit(document=document(EVIL[:100]), owner=boss, prompt=EVIL)
    spec_evaluate(spec=own)
    rating_submit(revision=own.latest, person=person, values=RatingValues(2, reason=EVIL))
    return specs[0]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_pages_of_staff_hold_under_policy_axe_and_hostile_text(
    open_page: OpenPage, boss: User, width: int, scheme: str
) -> None:
    spec = hostile_world(boss)
    watched = open_page(width=width, scheme=scheme)
    enter_admin(watched, boss)
    watched.open(reverse("admin:reviews"))
    watched.page.click("button[data-key=n]")
    watched.page.wait_for_selector("form[data-rating]")
    found: dict[str, list[str]] = {}
    for place in staff_places(spec):
        watched.open(place)
        if problems := watched.axe():
            found[place] = problems
        if "changelist" not in place and (over := watched.overflow()):
            found[place] = [*found.get(place, []), f"{over} px too wide"]
        if watched.complaints:
            found[place] = [*found.get(place, []), *watched.complaints]
            watched.complaints.clear()
    assert found == {}


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (390, "light")])
def test_an_import_is_tried_first(
    open_page: OpenPage, boss: User, tmp_path: Path, width: int, scheme: str
) -> None:
    """A row with an error is told beside its line; without one the rows are shown, then stored."""
    (spec,) = specs_in_review(1)
    User.objects.create_user("anna", is_staff=True)
    watched = open_page(width=width, scheme=scheme)
    enter_admin(watched, boss)
    for stars, stored in (("9", 0), ("4", 1)):
        file = tmp_path / f"{stars}.csv"
        file.write_text(f"revision,person,stars,reason\n{spec.latest_id},anna,{stars},{EVIL[:8]}\n")
        watched.open(reverse("admin:feedback_rating_import"))
        watched.page.set_input_files("input[type=file]", file)
        watched.page.select_option("select[name=format]", label="csv")
        watched.page.click("form input[type=submit]")
        watched.page.wait_for_load_state()
        assert watched.axe() == []
        assert watched.overflow() == 0
        assert not Rating.objects.exists()
        if stored:
            watched.page.click("form input[type=submit]")
            watched.page.wait_for_load_state()
        assert Rating.objects.count() == stored
