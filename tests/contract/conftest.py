"""One object of every kind, made when a test first asks for it, and one client per caller."""

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import ApiKey, User
from accounts.services import api_key_create, job_create, token_pair_issue
from evaluation.services import spec_evaluate
from feedback.services import RatingValues, comparison_open, hidg_log_add, rating_submit, review_add
from feedback.values import Reflection
from rl.models import PolicyVersion
from rl.services import session_run
from specs.models import Spec
from specs.services import spec_generate, spec_submit

PROMPT = "A 3-storey steel office, 30 x 20 m, no basement"
OLD = timezone.now() - dt.timedelta(days=1)


class Things:
    """Objects of `owner`; `things["spec"]` is an id for a path."""

    def __init__(self, owner: User, person: User | None = None) -> None:
        self.owner = owner
        # Who judged, compared and wrote.
        self.person = person or owner

    def __getitem__(self, name: str) -> str:
        return str(getattr(self, name).pk)

    @cached_property
    def spec(self) -> Spec:
        return spec_generate(prompt=PROMPT, owner=self.owner, engine="rules")

    @cached_property
    def evaluation(self) -> Any:
        return spec_evaluate(spec=self.spec)

    @cached_property
    def session(self) -> Any:
        return session_run(spec=self.spec, owner=self.owner, n_iter=1)

    @cached_property
    def policy(self) -> Any:
        return PolicyVersion.objects.order_by("id").first()

    @cached_property
    def rating(self) -> Any:
        values = RatingValues(stars=4)
        rating, _ = rating_submit(revision=self.spec.latest, person=self.person, values=values)
        return rating

    @cached_property
    def comparison(self) -> Any:
        document = self.spec.latest.document
        other = spec_submit(document=document, owner=self.owner, prompt=PROMPT)
        first, second = self.spec.latest, other.latest
        first.spec, second.spec = self.spec, other
        return comparison_open(first=first, second=second, person=self.person, now=timezone.now())

    @cached_property
    def review(self) -> Any:
        return review_add(revision=self.spec.latest, reasons=["random"])

    @cached_property
    def log(self) -> Any:
        reflection = Reflection("said so", "kept it", "tests first", "the reviewers")
        entry, _ = hidg_log_add(
            author=self.owner,
            date=dt.date(2026, 11, 20),
            task="Review",
            reflection=reflection,
            achievements=None,
            technical_notes=None,
            day_label="",
        )
        return entry

    @cached_property
    def job(self) -> Any:
        return job_create(owner=self.owner, kind="iterate", parameters={"prompt": PROMPT})

    @cached_property
    def key(self) -> ApiKey:
        return api_key_create(user=self.owner, name="a key").api_key


@pytest.fixture
def things(user: User) -> Things:
    return Things(user)


def with_header(name: str, value: str) -> APIClient:
    client = APIClient(raise_request_exception=False)
    client.credentials(**{"HTTP_" + name.upper().replace("-", "_"): value})
    return client


def with_session(user: User) -> APIClient:
    client = APIClient(raise_request_exception=False)
    client.force_login(user)
    return client


def with_key(user: User, *, expired: bool = False) -> APIClient:
    api_key, key = api_key_create(user=user, name="caller")
    if expired:
        ApiKey.objects.filter(pk=api_key.pk).update(expires_at=OLD)
    return with_header("X-API-Key", key)


WRONG = ("wrong key", "expired key", "refresh as access")
CALLERS = ("nobody", *WRONG, "other's key", "owner's key", "owner's token", "staff session")


@pytest.fixture
def client_named(user: User, other_user: User, staff: User) -> Callable[[str], APIClient]:
    make: dict[str, Callable[[], APIClient]] = {
        "nobody": lambda: APIClient(raise_request_exception=False),
        "wrong key": lambda: with_header("X-API-Key", "p2j_abcdefgh_" + "x" * 40),
        "expired key": lambda: with_key(user, expired=True),
        "refresh as access": lambda: with_header(
            "Authorization", f"Bearer {token_pair_issue(user=user).refresh}"
        ),
        "other's key": lambda: with_key(other_user),
        "owner's key": lambda: with_key(user),
        "owner's token": lambda: with_header(
            "Authorization", f"Bearer {token_pair_issue(user=user).access}"
        ),
        "staff session": lambda: with_session(staff),
    }
    return lambda name: make[name]()
