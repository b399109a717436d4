"""Specs of clients, reviewers with the right to review, threads with their own connections."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any, TypeVar

import pytest
from django.contrib.auth.models import Permission
from django.db import connection, connections
from rest_framework.test import APIClient

from accounts.models import User
from specs.design import DesignSpec, Dimensions, Material
from specs.models import Spec
from specs.services import spec_submit

Answer = TypeVar("Answer")
MakeSpec = Callable[..., Spec]


def document(title: str = "A house", **values: Any) -> dict[str, Any]:
    spec = DesignSpec(
        **{
            "design_type": "building",
            "category": "house",
            "title": title,
            "stories": 2,
            "dimensions": Dimensions(length=12.0, width=8.0, height=6.0),
            "materials": (Material("brick"), Material("wood", "C24", "roof")),
            "features": ("garden", "solar_panels"),
            **values,
        }
    )
    return spec.as_json()


@pytest.fixture
def make_spec(db: None) -> MakeSpec:
    def make(
        owner: User | None = None,
        title: str = "A house",
        prompt: str = "A 2-storey brick house",
        **values: Any,
    ) -> Spec:
        return spec_submit(document=document(title, **values), owner=owner, prompt=prompt)

    return make


@pytest.fixture
def spec(make_spec: MakeSpec, user: User) -> Spec:
    return make_spec(user)


def reviewer_named(name: str, *permissions: str) -> User:
    """A member of staff with no more rights than named; `review` without any."""
    person = User.objects.create_user(name, password="a long enough password", is_staff=True)
    wanted = permissions or ("review",)
    person.user_permissions.set(Permission.objects.filter(codename__in=wanted))
    return person


@pytest.fixture
def reviewers(db: None) -> list[User]:
    return [reviewer_named(name) for name in ("anna", "ben", "chen")]


@pytest.fixture
def lead(db: None) -> User:
    return reviewer_named("lead", "review", "decide_review", "see_agreement", "export_feedback")


def client_of(person: User) -> APIClient:
    client = APIClient()
    client.force_authenticate(person)
    return client


@pytest.fixture
def own_connections(tmp_path: Path, transactional_db: None) -> Iterator[None]:
    """Threads open connections of their own: on SQLite to a file, as a service has it.

    The suite's SQLite database lives in the memory of one process, where threads would share
    locks that no deployment has.
    """
    settings = connections.settings["default"]
    name = settings["NAME"]
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        settings["NAME"] = str(tmp_path / "race.sqlite3")
        file = sqlite3.connect(settings["NAME"])
        connection.connection.backup(file)
        file.close()
        connection.close()
    yield
    connection.close()
    settings["NAME"] = name


def at_once(calls: list[Callable[[], Answer]]) -> list[Answer]:
    """All calls by real threads that start together."""
    barrier = Barrier(len(calls))

    def run(call: Callable[[], Answer]) -> Answer:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=30)
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))
