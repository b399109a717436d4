"""Every bad body against every endpoint that takes one: the documented status, nothing stored."""

import re
from typing import Any

import pytest
from django.apps import apps
from drf_spectacular.generators import SchemaGenerator
from rest_framework.test import APIClient

from accounts.models import User
from tests.contract.conftest import Things
from tests.contract.urls import ROWS, Row, Rule

pytestmark = pytest.mark.django_db

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


def nested(depth: int) -> bytes:
    return b'{"prompt": ' + b"[" * depth + b"]" * depth + b"}"


# Name: body, label, other headers, status.
ROWS_OF_3_1: dict[str, tuple[bytes, str, dict[str, str], int]] = {
    "not JSON": (b"{prompt: office}", JSON, {}, 400),
    "half of it": (b'{"prompt": "off', JSON, {}, 400),
    "a string": (b'"x"', JSON, {}, 400),
    "null": (b"null", JSON, {}, 400),
    "a number": (b"5", JSON, {}, 400),
    "bad UTF-8": (b'{"prompt": "\xff\xfe\xfa"}', JSON, {}, 400),
    "UTF-16": ('{"prompt": "office"}'.encode("utf-16"), JSON, {}, 400),
    "NaN": (b'{"prompt": NaN}', JSON, {}, 400),
    "Infinity": (b'{"prompt": -Infinity}', JSON, {}, 400),
    "1e999": (b'{"prompt": 1e999}', JSON, {}, 400),
    "keys twice": (b'{"prompt": "a", "prompt": "b"}', JSON, {}, 400),
    "NUL in a value": (rb'{"prompt": "a\u0000b"}', JSON, {}, 400),
    "NUL in a key": (rb'{"a\u0000b": 1}', JSON, {}, 400),
    "half a surrogate pair": (rb'{"prompt": "\ud800"}', JSON, {}, 400),
    "nesting of 33": (nested(32), JSON, {}, 400),
    "nesting of 990": (nested(990), JSON, {}, 400),
    "nesting of 100,000": (nested(100_000), JSON, {}, 400),
    "5,000 digits": (b'{"prompt": ' + b"9" * 5_000 + b"}", JSON, {}, 400),
    "beyond 2^53": (b'{"prompt": 9007199254740993}', JSON, {}, 400),
    "3 MB": (b'{"prompt": "' + b"a" * 3_000_000 + b'"}', JSON, {}, 413),
    "gzip": (b"\x1f\x8b\x08", JSON, {"Content-Encoding": "gzip"}, 415),
    "a form": (b"prompt=office", FORM, {}, 415),
    "plain text": (b"office", "text/plain", {}, 415),
    "charset rot13": (b'{"prompt": "office"}', f"{JSON}; charset=rot13", {}, 400),
    "XML wanted": (b"{}", JSON, {"Accept": "application/xml"}, 406),
    "no length": (b"", JSON, {"Transfer-Encoding": "chunked"}, 411),
}
# Their bodies are of a size of their own, or none is read.
TAKES_A_LIST = {"batch-evaluate"}
ALL_OPTIONAL = {"prune-logs", "spec-evaluate", "spec-iterate", "api-key-list"}
BODYLESS = {
    *("comparison-next", "review-next", "review-take", "review-extend", "review-release"),
    *("policy-promote", "policy-rollback"),
}
# A place of the review queue is looked for before the body is.
STATE_FIRST = {"review-submit"}
WRITERS = [
    row
    for row in ROWS
    if row.method in ("post", "patch")
    and row.rule not in (Rule.PAGE,)
    and not row.path.startswith("/dashboard/")
    and row.name not in BODYLESS
]


@pytest.fixture
def everybody(staff: User) -> APIClient:
    """Staff, who see all: no answer is about rights."""
    client = APIClient(raise_request_exception=False)
    client.force_authenticate(staff)
    return client


@pytest.fixture
def things(user: User, staff: User) -> Things:
    return Things(user, person=staff)


def stored() -> dict[str, int]:
    return {model._meta.db_table: model._default_manager.count() for model in apps.get_models()}


def path_of(row: Row, things: Things) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: things[match[1]], row.path)


def send(client: APIClient, row: Row, path: str, body: bytes, label: str, **headers: str) -> Any:
    extra: dict[str, Any] = {"CONTENT_LENGTH": ""} if "Transfer-Encoding" in headers else {}
    return client.generic(row.method.upper(), path, body, label, headers=headers, **extra)


@pytest.mark.parametrize("row", WRITERS, ids=str)
def test_what_cannot_be_read_is_refused_alike(
    row: Row, everybody: APIClient, things: Things
) -> None:
    path = path_of(row, things)
    before = stored()
    answers, wanted = {}, {}
    rows = dict(ROWS_OF_3_1)
    empty = 422 if row.name in TAKES_A_LIST else 400
    rows["a list"] = (b"[]", JSON, {}, empty)
    if row.name not in ALL_OPTIONAL:
        rows["nothing"] = (b"", JSON, {}, 400)
        rows["an empty object"] = (b"{}", JSON, {}, 422)
    if row.name not in TAKES_A_LIST:
        many = b",".join(b'"k%d": 0' % number for number in range(2_001))
        rows["2,001 values"] = (b"{" + many + b"}", JSON, {}, 400)
    for name, (body, label, headers, status) in rows.items():
        response = send(everybody, row, path, body, label, **headers)
        answers[name] = response.status_code
        wanted[name] = status
        if row.name in STATE_FIRST and name in ("a list", "nothing", "an empty object"):
            wanted[name] = 409
        assert response["Content-Type"] == "application/problem+json", (name, response.content)
        assert "Traceback" not in response.content.decode()
    assert answers == wanted
    assert stored() == before


WRONG_VALUES = [
    *(None, True, 5, -1, 5.5, 2**53, 1e300, "", " 5 ", "٥", "1e3", "x" * 20_000),
    *([], ["x"], [[]], {}, {"a": {"b": [1]}}, [None, 5, "x"]),
    *("<script>alert(1)</script>", "=cmd|' /C calc'!A0", "\u202eevil\u202c", "a" + "\u0301" * 999),
    *("🏳️‍🌈", "'; DROP TABLE specs; --", "../../etc/passwd", "%00", "{{7*7}}", "\u2028"),
]


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    made: dict[str, Any] = SchemaGenerator().get_schema(public=True)
    return made


def fields_of(document: dict[str, Any], row: Row) -> list[str]:
    """The names that the document says the body has."""
    template = re.sub(r"\{\w+\}", "{}", row.path).rstrip("/")
    for path, operations in document["paths"].items():
        if re.sub(r"\{\w+\}", "{}", path).rstrip("/") == template:
            content = operations[row.method]["requestBody"]["content"]["application/json"]
            name = content["schema"]["$ref"].rpartition("/")[2]
            return list(document["components"]["schemas"][name]["properties"])
    raise LookupError(row.path)


LISTED = {200, 201, 202, 400, 401, 403, 404, 409, 422}


@pytest.mark.parametrize("row", WRITERS, ids=str)
def test_no_value_of_a_field_breaks_anything(
    row: Row, document: dict[str, Any], everybody: APIClient, things: Things
) -> None:
    path = path_of(row, things)
    names = fields_of(document, row)
    assert names
    surprising = []
    for value in WRONG_VALUES:
        # All at once: each field is looked at and told of by itself.
        response = getattr(everybody, row.method)(path, dict.fromkeys(names, value))
        if response.status_code not in LISTED:
            surprising.append((value, response.status_code))
    assert surprising == []


MARK = "01900000-0000-7000-8000-00000000beef"
FOREIGN = {
    "id": MARK,
    "owner": MARK,
    "owner_id": MARK,
    "score": 100,
    "is_staff": True,
    "created_at": "2020-01-01T00:00:00Z",
    "__proto__": {"admin": True},
}
GOOD: dict[str, Any] = {
    "generate": {"prompt": "An oak desk"},
    "evaluate": {"spec": {"design_type": "building", "stories": 2}},
    "iterate": {"prompt": "An oak desk", "n_iter": 1},
    "spec-list": {"prompt": "An oak desk"},
    "spec-evaluate": {},
    "spec-iterate": {"n_iter": 1},
    "spec-feedback": {"feedback": "thumbs_up"},
    "api-key-list": {"name": "laptop"},
    "log-values": {
        "date": "2026-11-20",
        "task": "Review",
        "values_reflection": dict.fromkeys(
            ("honesty", "integrity", "discipline", "gratitude"), "yes"
        ),
    },
}


@pytest.mark.parametrize("name", GOOD)
def test_fields_of_the_service_are_not_the_clients_to_set(
    name: str, everybody: APIClient, things: Things
) -> None:
    row = next(each for each in ROWS if each.name == name and each.method == "post")
    response = everybody.post(path_of(row, things), {**GOOD[name], **FOREIGN})
    assert response.status_code in (200, 201), response.content
    for model in apps.get_models():
        for column in ("id", "owner_id"):
            if column in {field.attname for field in model._meta.concrete_fields}:
                kind = model._meta.get_field(column).get_internal_type()
                if kind in ("UUIDField", "ForeignKey"):
                    values = {str(value) for value in model._default_manager.values_list(column)}
                    assert not any(MARK in value for value in values)
