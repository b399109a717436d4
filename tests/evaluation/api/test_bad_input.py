"""Bad input against /evaluate and /batch-evaluate: judged where it can be read, 422 where it
cannot, 400 where it is no JSON of ours; never 5xx, and nothing stored on refusal."""

import json
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import AgentRun
from evaluation.models import Evaluation
from specs.models import Spec
from tests.evaluation import things

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small")]

JSON = "application/json"


def refused(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    assert not Evaluation.objects.exists()
    assert not Spec.objects.exists()
    assert not AgentRun.objects.exists()
    problem: dict[str, Any] = response.json()
    return problem


def nested(depth: int) -> bytes:
    return b'{"spec": {"x": ' + b"[" * depth + b"]" * depth + b"}}"


UNREADABLE = {
    "not JSON": b"spec=office",
    "empty": b"",
    "a list": b"[]",
    "a string": b'"office"',
    "null": b"null",
    "bad UTF-8": b'{"spec": {"title": "\xff"}}',
    "NaN": b'{"spec": {"stories": NaN}}',
    "1e999": b'{"spec": {"stories": 1e999}}',
    "duplicate keys": b'{"spec": {"stories": 1, "stories": 2}}',
    "NUL in a value": b'{"spec": {"title": "a\\u0000b"}}',
    "NUL in a key": b'{"spec": {"a\\u0000b": 1}}',
    "lone surrogate": b'{"spec": {"title": "\\ud800"}}',
    "nesting of 33": nested(31),
    "nesting of 100,000": nested(100_000),
    "integer of 5,000 digits": b'{"spec": {"stories": ' + b"9" * 5_000 + b"}}",
    "integer beyond 2^53": b'{"spec": {"stories": 9007199254740993}}',
    "2,001 values": json.dumps({"spec": {"features": ["a"] * 2_001}}).encode(),
    "20,000 keys": json.dumps({"spec": {f"k{n}": 1 for n in range(20_000)}}).encode(),
}


@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_400(client_of_user: APIClient, body: bytes) -> None:
    refused(client_of_user.post("/evaluate", body, content_type=JSON), 400)


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "neither": ({}, "/spec"),
    "both": ({"spec": {}, "spec_id": "00000000-0000-7000-8000-000000000000"}, "/spec"),
    "spec null": ({"spec": None}, "/spec"),
    "spec a list": ({"spec": [1]}, "/spec"),
    "spec a string": ({"spec": "{}"}, "/spec"),
    "spec a number": ({"spec": 7}, "/spec"),
    "spec a bool": ({"spec": True}, "/spec"),
    "id nonsense": ({"spec_id": "abc"}, "/spec_id"),
    "id a list": ({"spec_id": ["00000000-0000-7000-8000-000000000000"]}, "/spec_id"),
    "id null": ({"spec_id": None}, "/spec_id"),
    "id a bool": ({"spec_id": True}, "/spec_id"),
    "prompt a number": ({"spec": {}, "prompt": 7}, "/prompt"),
    "prompt blank": ({"spec": {}, "prompt": "   "}, "/prompt"),
    "prompt short": ({"spec": {}, "prompt": "ab"}, "/prompt"),
    "prompt long": ({"spec": {}, "prompt": "a" * 10_001}, "/prompt"),
    "too large to keep": ({"spec": {"requirements": ["x" * 2_000] * 200}}, "/spec"),
    "large and left out": ({"spec": {"title": "x", "unknown": "x" * 300_000}}, "/spec"),
    "a category of 150": ({"spec": {"category": "c" * 150}}, "/spec/category"),
}


@pytest.mark.parametrize(("body", "pointer"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_422_and_named(
    client_of_user: APIClient, body: dict[str, Any], pointer: str
) -> None:
    problem = refused(client_of_user.post("/evaluate", body), 422)
    assert [error["pointer"] for error in problem["errors"]] == [pointer]


SAYS_NOTHING: dict[str, Any] = {
    "nothing": {},
    "unknown keys": {"foo": 1, "__proto__": {"a": 1}, "constructor": {}, "score": 100},
    "a version": {"schema_version": "1.0", "metadata": {"by": "somebody"}},
    "nulls": dict.fromkeys(things.spec()),
    "empty parts": {"title": "", "features": [], "dimensions": {"length": None}, "spaces": [{}]},
}


@pytest.mark.parametrize("spec", SAYS_NOTHING.values(), ids=SAYS_NOTHING)
def test_a_spec_that_says_nothing_is_refused_with_what_is_missing(
    client_of_user: APIClient, spec: dict[str, Any]
) -> None:
    problem = refused(client_of_user.post("/evaluate", {"spec": spec}), 422)
    missing = [f"/spec/{key}" for key in ("design_type", "category", "title")]
    assert [(error["pointer"], error["code"]) for error in problem["errors"]] == [
        (place, "required") for place in missing
    ]
    (item,) = client_of_user.post("/batch-evaluate", [{"spec": spec}]).json()["results"]
    assert (item["error"]["code"], item["error"]["pointer"]) == ("invalid_spec", missing[0])
    assert not Evaluation.objects.exists()
    # One word about a design is enough to be judged.
    one = client_of_user.post("/evaluate", {"spec": {**spec, "features": ["balcony"]}})
    assert one.status_code == 200


READABLE: dict[str, Any] = {
    "wrong types everywhere": dict(
        zip(things.spec(), [1, [], {}, True, "x", [], {}, 3, "a", None, 7, {}] * 2, strict=False)
    ),
    "lists of everything": {key: [None, 1, "x", {}, [], True] for key in things.spec()},
    "objects of everything": {key: {"x": {"y": [1]}} for key in things.spec()},
    "HTML in strings": things.spec(
        title="<script>alert(1)</script>", requirements=['"><img src=x onerror=alert(1)>']
    ),
    "negative numbers": things.spec(dimensions={"length": -3, "weight": -0.001}, stories=-1),
    "absurd numbers": things.spec(
        "building",
        "house",
        stories=2**53,
        dimensions={"height": 1e300, "length": 5e-324, "width": 1e29},
        estimated_cost={"amount": 1e200, "currency": "USD"},
        performance=[{"metric": "power", "value": -1e300, "unit": "W"}],
        spaces=[{"type": "bedroom", "count": 2**53, "area": 1e250}],
    ),
    "units of nothing": things.spec(performance=[{"metric": "speed", "value": 1, "unit": "💥"}]),
    "a classic one of rubbish": {
        "building_type": {"x": 1},
        "stories": "many",
        "materials": [{"type": 5}, "steel", None],
        "dimensions": {"area": "large"},
        "features": {"a": 1},
    },
    "odd text": things.spec(title="\u202e\u0001\U0010ffff", target_audience="a\u0301" * 500),
    "an empty title and a bad type": {"title": "", "design_type": "boat", "category": "💥"},
    "a timeline of nonsense": things.spec(timeline="P999999999Y"),
}


@pytest.mark.parametrize("spec", READABLE.values(), ids=READABLE)
def test_what_can_be_read_is_judged(client_of_user: APIClient, spec: dict[str, Any]) -> None:
    response = client_of_user.post("/evaluate", {"spec": spec, "prompt": "A 3-storey office"})
    assert response.status_code == 200, response.content
    card = response.json()["evaluation"]
    assert 0 <= card["score"] <= 100
    assert card["findings"]
    assert round(sum(f["points"] for f in card["findings"]), 2) == round(100 - card["score"], 2)
    for path in (response["Location"], f"{response['Location']}?format=html"):
        assert client_of_user.get(path).status_code == 200
    stored = Evaluation.objects.get()
    assert stored.scorecard == card
    assert client_of_user.get("/api/v1/evaluations/summary").json()["count"] == 1
    # A sound spec of the normal form is what it was stored as, whatever was sent.
    again = client_of_user.post("/evaluate", {"spec": stored.revision.document})
    assert again.json()["evaluation"]["criteria"]["format_validity"]["score"] >= 80


@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE)
def test_a_batch_reads_as_strictly(client_of_user: APIClient, body: bytes) -> None:
    wrapped = b'{"items": [' + body + b"]}" if body else b""
    response = client_of_user.post("/batch-evaluate", wrapped, content_type=JSON)
    # An item may fail alone; what is no JSON of ours takes the whole body with it.
    assert response.status_code in (200, 400), response.content
    if response.status_code == 200:
        assert response.json()["succeeded"] == (1 if body == b'"office"' else 0)
    else:
        refused(response, 400)


def test_a_batch_of_more_values_than_fit_is_400(client_of_user: APIClient) -> None:
    body = json.dumps({"items": [[1] * 260_000]}, separators=(",", ":"))
    refused(client_of_user.post("/batch-evaluate", body, content_type=JSON), 400)


def test_a_body_over_1_mb_is_413(client_of_user: APIClient) -> None:
    body = b'{"spec": {"title": "' + b"a" * 1_048_577 + b'"}}'
    for path in ("/evaluate", "/batch-evaluate"):
        response = client_of_user.post(path, body, content_type=JSON)
        assert response.status_code == 413


def test_extra_fields_are_ignored_and_never_written(
    client_of_user: APIClient, document: dict[str, Any], user: Any
) -> None:
    extra = {
        "id": "00000000-0000-7000-8000-000000000000",
        "report_id": "00000000-0000-7000-8000-000000000000",
        "owner": "other",
        "score": 100,
        "grade": "A",
        "rubric_version": "furniture-1",
        "judge_score": 100,
        "created_at": "2020-01-01T00:00:00Z",
    }
    body = client_of_user.post("/evaluate", {"spec": document, **extra}).json()
    stored = Evaluation.objects.get()
    assert str(stored.pk) == body["report_id"] != extra["id"]
    assert (stored.owner, stored.rubric_id, stored.judge_score) == (user, "building-1", None)
    assert stored.score < 100
    assert stored.created_at.year > 2020


@pytest.mark.parametrize("accept", ["application/xml", "image/png"])
def test_asking_for_something_else_than_json_is_406(
    client_of_user: APIClient, document: dict[str, Any], accept: str
) -> None:
    refused(client_of_user.post("/evaluate", {"spec": document}, headers={"Accept": accept}), 406)
