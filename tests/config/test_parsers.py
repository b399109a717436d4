"""Bodies that cannot be read are 400 with a reason; nothing else gets through to the database."""

import json

import pytest
from rest_framework.exceptions import ParseError

from config.api.parsers import parse_json


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "not valid JSON"),
        (b"{", "not valid JSON"),
        (b"hello", "not valid JSON"),
        (b'"text"', "JSON object"),
        (b"null", "JSON object"),
        (b"5", "JSON object"),
        (b"true", "JSON object"),
        (b'{"a": "\xff"}', "UTF-8"),
        ('{"a": "b"}'.encode("utf-16"), "UTF-8"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "Infinity"),
        (b'{"a": 1e999}', "too large"),
        (b'{"a": 1, "a": 2}', "twice"),
        (b'{"a": "\\u0000"}', "NUL"),
        (b'{"\\u0000": 1}', "NUL"),
        (b'{"a": "\\ud800"}', "surrogate"),
        (b'{"\\udfff": 1}', "surrogate"),
        (b'{"a": ' + b"9" * 5000 + b"}", "2^53"),
        (b'{"a": 9007199254740993}', "2^53"),
        (b"[" * 33 + b"]" * 33, "32 deep"),
        (b"[" * 100_000, "32 deep"),
        (b'{"a":' * 5000 + b"1" + b"}" * 5000, "32 deep"),
        (json.dumps(list(range(2001))).encode(), "2,000 values"),
    ],
)
def test_unreadable_bodies_say_why(raw: bytes, reason: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_json(raw)
    assert reason in str(caught.value.detail)


@pytest.mark.parametrize(
    "document",
    [
        {},
        [],
        {"a": 9007199254740992, "b": -1.5e10, "c": None, "d": [True, False]},
        {"text": '“café” 5′ 北京 🏳️‍🌈 e\u0301 \u202e \u200b {[{[ \\ " '},
    ],
)
def test_readable_bodies_come_back_as_sent(document: object) -> None:
    assert parse_json(json.dumps(document).encode()) == document
    assert parse_json(json.dumps(document, ensure_ascii=False).encode()) == document


def test_a_byte_order_mark_is_accepted() -> None:
    assert parse_json(b"\xef\xbb\xbf{}") == {}


def test_brackets_inside_strings_are_no_depth() -> None:
    assert parse_json(json.dumps({"a": "[" * 1000}).encode()) == {"a": "[" * 1000}
