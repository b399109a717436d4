"""Every row of bad input against /generate: the documented status, the same on each database,
nothing stored, and the next request is served."""

import gzip
import json
from typing import Any

import pytest
from rest_framework.test import APIClient

from specs.models import Spec

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_engine")]

JSON = "application/json"
OFFICE = b'{"prompt": "A 3-storey office"}'


def nested(depth: int) -> bytes:
    return b'{"prompt": "An office", "x": ' + b"[" * depth + b"]" * depth + b"}"


UNREADABLE = {
    "not JSON": b"prompt=An office",
    "empty": b"",
    "a list": b"[]",
    "a string": b'"An office"',
    "null": b"null",
    "bad UTF-8": b'{"prompt": "An \xff office"}',
    "UTF-16": '{"prompt": "An office"}'.encode("utf-16"),
    "cut short": b'{"prompt": "An off',
    "NaN": b'{"prompt": "An office", "x": NaN}',
    "Infinity": b'{"prompt": "An office", "x": Infinity}',
    "-Infinity": b'{"prompt": "An office", "x": -Infinity}',
    "1e999": b'{"prompt": "An office", "x": 1e999}',
    "duplicate keys": b'{"prompt": "An office", "prompt": "A car"}',
    "duplicate keys inside": b'{"prompt": "An office", "x": {"a": 1, "a": 2}}',
    "NUL in a value": b'{"prompt": "An \\u0000 office"}',
    "NUL in another value": b'{"prompt": "An office", "x": ["\\u0000"]}',
    "NUL in a key": b'{"prompt": "An office", "\\u0000": 1}',
    "raw NUL": b'{"prompt": "An \x00 office"}',
    "lone surrogate": b'{"prompt": "An \\ud800 office"}',
    "lone surrogate elsewhere": b'{"prompt": "An office", "x": "\\udfff"}',
    "nesting of 33": nested(32),
    "nesting of 500": nested(500),
    "nesting of 990": nested(990),
    "nesting of 5,000": nested(5_000),
    "nesting of 100,000": nested(100_000),
    "unclosed nesting of 100,000": b'{"prompt": "An office", "x": ' + b"[" * 100_000,
    "integer of 5,000 digits": b'{"prompt": "An office", "x": ' + b"9" * 5_000 + b"}",
    "integer of 400 digits": b'{"prompt": "An office", "x": ' + b"9" * 400 + b"}",
    "integer beyond 2^53": b'{"prompt": "An office", "x": 9007199254740993}',
    "integer below -2^53": b'{"prompt": "An office", "x": -9007199254740993}',
    "20,000 keys": json.dumps({f"k{n}": 1 for n in range(20_000)}).encode(),
    "2,001 values": json.dumps({"prompt": "An office", "x": [1] * 2_001}).encode(),
}


@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_400(client_of_user: APIClient, body: bytes) -> None:
    refused(client_of_user, client_of_user.post("/generate", body, content_type=JSON), 400)


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no prompt": ({}, "/prompt"),
    "prompt null": ({"prompt": None}, "/prompt"),
    "prompt a number": ({"prompt": 12345}, "/prompt"),
    "prompt a float": ({"prompt": 123.45}, "/prompt"),
    "prompt a bool": ({"prompt": True}, "/prompt"),
    "prompt a list": ({"prompt": ["An office"]}, "/prompt"),
    "prompt an object": ({"prompt": {"text": "An office"}}, "/prompt"),
    "prompt empty": ({"prompt": ""}, "/prompt"),
    "prompt blank": ({"prompt": "     "}, "/prompt"),
    "prompt of line ends": ({"prompt": "\n\r\n\t "}, "/prompt"),
    "prompt of no-break spaces": ({"prompt": "\u00a0\u2003\u3000\u2028"}, "/prompt"),
    "prompt of two characters": ({"prompt": "ab"}, "/prompt"),
    "prompt of two emoji": ({"prompt": "🏠🏠"}, "/prompt"),
    "prompt of 10,001 characters": ({"prompt": "a" * 10_001}, "/prompt"),
    "prompt of 10,001 emoji": ({"prompt": "🏠" * 10_001}, "/prompt"),
    "engine unknown": ({"prompt": "An office", "engine": "magic"}, "/engine"),
    "engine null": ({"prompt": "An office", "engine": None}, "/engine"),
    "engine a bool": ({"prompt": "An office", "engine": True}, "/engine"),
    "engine a list": ({"prompt": "An office", "engine": ["rules"]}, "/engine"),
    "engine an object": ({"prompt": "An office", "engine": {}}, "/engine"),
    "engine in capitals": ({"prompt": "An office", "engine": "RULES"}, "/engine"),
    "engine with spaces": ({"prompt": "An office", "engine": " rules "}, "/engine"),
    "design type unknown": ({"prompt": "An office", "design_type": "boat"}, "/design_type"),
    "design type a number": ({"prompt": "An office", "design_type": 1}, "/design_type"),
    "design type a list": ({"prompt": "An office", "design_type": ["vehicle"]}, "/design_type"),
    "design type empty": ({"prompt": "An office", "design_type": ""}, "/design_type"),
}


@pytest.mark.parametrize(("body", "pointer"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_422_and_named(
    client_of_user: APIClient, body: dict[str, Any], pointer: str
) -> None:
    problem = refused(client_of_user, client_of_user.post("/generate", body), 422)
    assert [error["pointer"] for error in problem["errors"]] == [pointer]
    assert all(error["detail"] and error["code"] for error in problem["errors"])


UNSUPPORTED = {
    "a form": (b"prompt=An+office", {"content_type": "application/x-www-form-urlencoded"}),
    "plain text": (OFFICE, {"content_type": "text/plain"}),
    "xml": (b"<prompt/>", {"content_type": "application/xml"}),
    "multipart": (
        b'--b\r\nContent-Disposition: form-data; name="prompt"\r\n\r\nAn office\r\n--b--\r\n',
        {"content_type": "multipart/form-data; boundary=b"},
    ),
    "gzip": (
        gzip.compress(OFFICE),
        {"content_type": JSON, "headers": {"Content-Encoding": "gzip"}},
    ),
    "gzip of a form": (
        gzip.compress(b"a" * 5_000_000),
        {"content_type": "multipart/form-data", "headers": {"Content-Encoding": "gzip"}},
    ),
    "deflate": (OFFICE, {"content_type": JSON, "headers": {"Content-Encoding": "deflate"}}),
}


@pytest.mark.parametrize(("body", "sent"), UNSUPPORTED.values(), ids=UNSUPPORTED)
def test_what_is_no_plain_json_is_415(
    client_of_user: APIClient, body: bytes, sent: dict[str, Any]
) -> None:
    refused(client_of_user, client_of_user.post("/generate", body, **sent), 415)


@pytest.mark.parametrize("charset", ["rot13", "bogus", "utf-16", "latin-1"])
def test_another_charset_is_400(client_of_user: APIClient, charset: str) -> None:
    content_type = f"application/json; charset={charset}"
    refused(
        client_of_user, client_of_user.post("/generate", OFFICE, content_type=content_type), 400
    )


@pytest.mark.parametrize("accept", ["application/xml", "text/html", "image/png"])
def test_asking_for_something_else_than_json_is_406(client_of_user: APIClient, accept: str) -> None:
    response = client_of_user.post(
        "/generate", OFFICE, content_type=JSON, headers={"Accept": accept}
    )
    refused(client_of_user, response, 406)


@pytest.mark.parametrize("size", [1_048_577, 3_000_000, 10_000_000])
def test_a_large_body_is_413(client_of_user: APIClient, size: int) -> None:
    body = b'{"prompt": "' + b"a" * size + b'"}'
    refused(client_of_user, client_of_user.post("/generate", body, content_type=JSON), 413)


def test_a_chunked_body_without_length_is_411(client_of_user: APIClient) -> None:
    response = client_of_user.generic(
        "POST",
        "/generate",
        content_type=JSON,
        headers={"Transfer-Encoding": "chunked"},
        CONTENT_LENGTH="",
    )
    refused(client_of_user, response, 411)


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
def test_another_method_is_405(client_of_user: APIClient, method: str) -> None:
    refused(client_of_user, getattr(client_of_user, method)("/generate"), 405)


def refused(client: APIClient, response: Any, status: int) -> dict[str, Any]:
    """The status, one shape of error, nothing stored, and the service goes on."""
    assert response.status_code == status, response.content[:300]
    assert response["Content-Type"].startswith("application/problem+json")
    problem: dict[str, Any] = json.loads(response.content)
    assert {"type", "title", "status", "detail", "instance", "request_id", "message", "error"} <= (
        set(problem)
    )
    assert problem["status"] == status
    assert problem["message"] == problem["detail"]
    assert "Traceback" not in response.content.decode()
    assert not Spec.objects.exists()
    assert client.post("/generate", OFFICE, content_type=JSON).status_code == 200
    return problem


ACCEPTED = {
    "a byte order mark": (b"\xef\xbb\xbf" + OFFICE, JSON),
    "a form's label on JSON": (OFFICE, "application/x-www-form-urlencoded"),
    "no label": (OFFICE, ""),
    "charset utf-8": (OFFICE, "application/json; charset=UTF-8"),
    "space around": (b"\n  " + OFFICE + b"\n", JSON),
    "nesting of 32": (nested(31), JSON),
}


@pytest.mark.parametrize(("body", "label"), ACCEPTED.values(), ids=ACCEPTED)
def test_lenient_where_that_is_safe(client_of_user: APIClient, body: bytes, label: str) -> None:
    response = client_of_user.generic("POST", "/generate", body, content_type=label)
    assert response.status_code == 200, response.content


def test_extra_fields_are_ignored_and_never_written(client_of_user: APIClient, user: Any) -> None:
    extra = {
        "id": "00000000-0000-7000-8000-000000000000",
        "owner": "other",
        "owner_id": 1,
        "score": 100,
        "latest_score": 100,
        "review_state": "accepted",
        "accepted_at": "2020-01-01T00:00:00Z",
        "is_staff": True,
        "created_at": "2020-01-01T00:00:00Z",
        "origin": "edited",
        "__proto__": {"x": 1},
    }
    body = client_of_user.post("/generate", {"prompt": "A 3-storey office", **extra}).json()
    stored = Spec.objects.get()
    assert str(stored.pk) == body["spec_id"] != extra["id"]
    assert (stored.owner, stored.latest_score, stored.review_state) == (user, None, "pending")
    assert stored.created_at.year > 2020
    user.refresh_from_db()
    assert not user.is_staff


@pytest.mark.parametrize("length", [3, 10_000])
@pytest.mark.parametrize("character", ["a", "é", "漢", "🏠"])
def test_lengths_are_counted_in_code_points(
    client_of_user: APIClient, length: int, character: str
) -> None:
    prompt = character * length
    response = client_of_user.post("/generate", {"prompt": prompt})
    assert response.status_code == 200
    assert Spec.objects.get().prompt == prompt


HOSTILE = [
    "  kept spaces  ",
    "line\nends\r\nkept\ttoo",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>",
    "javascript:alert(1)",
    "{{7*7}} {% debug %} ${7*7}",
    "=cmd|' /C calc'!A0",
    "' OR 1=1; DROP TABLE specs; --",
    "../../../etc/passwd",
    "\u2028\u2029 separators",
    "\u202eright to left\u202c",
    "zero\u200bwidth\u200d\ufeff",
    "e\u0301 and é",
    "a" + "\u0301" * 1_000,
    "🏳️‍🌈 👩‍👩‍👧‍👦 👍🏽",
    "Ω≈ç√∫˜µ≤≥÷ ﷽ ﷺ",
    "田中さんにあげて下さい",
    "الكتاب على الطاولة",
    "\u0001\u0002\u001b[31m control",
    "\x7f\x80\x9f",
    "\ufffe\uffff noncharacters",
    "\U0010ffff last",
    "True",
    "null",
    "1e3",
    "٣-storey",
    "%00%0a%0d",
    "\\u0000 \\ud800 escaped twice",
    "%s %d %n {0} {prompt}",
]


@pytest.mark.parametrize("prompt", HOSTILE)
def test_strings_are_stored_and_sent_back_as_they_were(
    client_of_user: APIClient, prompt: str
) -> None:
    response = client_of_user.post("/generate", {"prompt": prompt})
    assert response.status_code == 200, response.content
    assert Spec.objects.get().prompt == prompt
    detail = client_of_user.get(response["Location"]).json()
    assert detail["prompt"] == prompt
    assert detail["title"] == detail["spec"]["title"] == prompt[:120]
    assert detail["spec"] == response.json()["spec"]
    listed = client_of_user.get("/api/v1/specs/").json()["results"]
    assert listed[0]["prompt_excerpt"] == prompt[:200]
    assert client_of_user.get(f"{response['Location']}preview.svg").status_code == 200
