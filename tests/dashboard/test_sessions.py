"""Sessions and policies: who sees them, what they say, and what a reviewer does not see yet."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from config.dashboard.presenters.changes import change_rows
from config.dashboard.presenters.policies import learning_charts, policy_row
from feedback.models import ReviewItem
from rl.choices import PolicyStatus, SessionKind
from rl.models import PolicyVersion
from specs.models import Spec
from tests.dashboard.annotated import SPEC
from tests.dashboard.learning import make_policy, make_session

SESSIONS = reverse("dashboard:sessions")
LEARNING = reverse("dashboard:learning")


@pytest.fixture
def session(spec: Spec) -> Any:
    return make_session(spec, policy=make_policy())


def page_of(session: Any) -> str:
    return reverse("dashboard:session", args=[session.pk])


def test_a_client_sees_its_own_sessions_and_staff_all(
    browser_of_user: Client, browser_of_other: Client, browser_of_staff: Client, session: Any
) -> None:
    assert len(browser_of_user.get(SESSIONS).context["rows"]) == 1
    assert len(browser_of_staff.get(SESSIONS).context["rows"]) == 1
    assert browser_of_other.get(SESSIONS).context["rows"] == []
    assert browser_of_user.get(page_of(session)).status_code == 200
    assert browser_of_staff.get(page_of(session)).status_code == 200
    assert browser_of_other.get(page_of(session)).status_code == 404
    assert Client().get(page_of(session)).status_code == 302


def test_a_session_shows_each_step_with_its_reward_and_reason(
    browser_of_user: Client, session: Any
) -> None:
    response = browser_of_user.get(page_of(session))
    sheet = response.context["sheet"]
    assert (sheet.summary.initial, sheet.summary.final, sheet.summary.gain) == (
        "61.50",
        "83.25",
        "+21.75",
    )
    first = sheet.iterations[0]
    assert (first.action, first.before, first.after, first.gain, first.reward) == (
        "Restore numbers",
        "61.50",
        "68.75",
        "+7.25",
        "+0.67",
    )
    assert [(c.place, c.before, c.after) for c in first.changes] == [
        ("Storeys", "3", "4"),
        ("Height", "10.5 m", "14 m"),
        ("Floor area", "1,800 m²", "2,400 m²"),
    ]
    page = response.content.decode()
    assert "change of the score" in page
    assert "Give back stated sizes" in page
    assert "The floor area does not follow from the sides." in page
    assert page.count('<svg class="chart__area"') == 5


def test_a_session_that_changed_nothing_says_so(browser_of_user: Client, session: Any) -> None:
    session.iterations.all().delete()
    type(session).objects.update(final_revision=session.start_revision)
    page = browser_of_user.get(page_of(session)).content.decode()
    assert "no edit made it better" in page


def test_agents_of_a_coordinated_session_are_listed(browser_of_user: Client, spec: Spec) -> None:
    entry = {
        "agent": "FeedbackAgent",
        "round": 1,
        "action": "suggest_fix",
        "score_before": 60,
        "score_after": None,
        "duration_ms": 12.34,
        "note": "asked for the height",
    }
    session = make_session(spec, kind=SessionKind.COORDINATED, result={"contributions": [entry]})
    sheet = browser_of_user.get(page_of(session)).context["sheet"]
    (shown,) = sheet.contributions
    assert (shown.agent, shown.before, shown.after, shown.duration) == (
        "FeedbackAgent",
        "60",
        "–",
        "12.34 ms",
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=iterate", 1),
        ("kind=training", 0),
        ("stopped_because=no_gain", 1),
        ("stopped_because=target_reached", 0),
        ("q=steel", 1),
        ("q=zebra", 0),
    ],
)
def test_sessions_are_filtered(
    browser_of_user: Client, session: Any, query: str, found: int
) -> None:
    assert len(browser_of_user.get(f"{SESSIONS}?{query}").context["rows"]) == found


def test_empty_lists_say_how_to_fill_them(browser_of_user: Client) -> None:
    PolicyVersion.objects.all().delete()
    assert "POST /iterate" in browser_of_user.get(SESSIONS).content.decode()
    page = browser_of_user.get(LEARNING).content.decode()
    assert "No policy has been promoted yet." in page
    assert "No version has been trained yet." in page


def test_pages_of_learning_stay_within_their_queries(
    browser_of_user: Client, session: Any, django_assert_max_num_queries: Any
) -> None:
    policy = reverse("dashboard:policy", args=[session.policy_id])
    for url, most in ((SESSIONS, 3), (page_of(session), 4), (LEARNING, 5), (policy, 3)):
        with django_assert_max_num_queries(most):
            assert browser_of_user.get(url).status_code == 200


def test_the_learning_page_shows_the_policy_that_plays(
    browser_of_user: Client, session: Any
) -> None:
    make_policy(
        status=PolicyStatus.CANDIDATE,
        report={"promote": False, "reasons": ["12 held-out prompts; 100 are needed"]},
    )
    response = browser_of_user.get(LEARNING)
    assert [row.verdict for row in response.context["rows"][:2]] == ["not promoted", "better"]
    assert "+2.31" in response.content.decode()
    candidate = response.context["rows"][0]
    page = browser_of_user.get(reverse("dashboard:policy", args=[candidate.id])).content.decode()
    assert "12 held-out prompts; 100 are needed." in page


def test_a_missing_policy_is_missing(browser_of_user: Client, session: Any) -> None:
    url = reverse("dashboard:policy", args=[session.pk])
    assert browser_of_user.get(url).status_code == 404


def test_a_policy_that_nobody_compared_says_so() -> None:
    row = policy_row(PolicyVersion(curve=[], report={}, episodes=10))
    assert (row.verdict, row.difference, row.interval) == ("not compared yet", "", "")
    assert not any(chart.is_drawable for chart in learning_charts([]))


def test_a_learning_curve_shows_means_of_neighbouring_batches() -> None:
    """Batches are of different prompts: drawn one by one they would hide what is learnt."""
    curve = [
        {"episodes": 32 * (at + 1), "gain": float(at % 2), "steps": 5.0, "entropy": None}
        for at in range(80)
    ]
    gain, entropy, _ = learning_charts(curve)
    assert {row.cells for row in gain.rows} == {("0.5",)}
    assert gain.x_last == "2,560"
    assert not entropy.is_drawable


def test_a_reviewer_sees_no_score_before_rating(
    browser_of_staff: Client, browser_of_user: Client, staff: User, session: Any, spec: Spec
) -> None:
    ReviewItem.objects.create(revision=session.final_revision)
    assert "+21.75" in browser_of_user.get(page_of(session)).content.decode()
    for url in (SESSIONS, page_of(session)):
        page = browser_of_staff.get(url).content.decode()
        assert "83.25" not in page
        assert "review" in page


def test_a_change_is_said_before_and_after() -> None:
    before = SPEC.as_json()
    after = {**before, "timeline": "P6M", "exclusions": []}
    assert [(row.kind, row.place, row.before, row.after) for row in change_rows(before, after)] == [
        ("removed", "Exclusion 1", "basement", ""),
        ("added", "Timeline", "", "6 months"),
    ]
