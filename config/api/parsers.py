"""Bodies are JSON, read strictly: what SQLite would take and PostgreSQL refuse is refused here."""

import json
import math
import re
from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import ParseError, UnsupportedMediaType
from rest_framework.parsers import BaseParser

MAX_DEPTH = 32
MAX_NODES = 2000
MAX_INTEGER = 2**53
JSON_TYPES = ("application/json", "application/problem+json")
# curl's -d labels its body as a form, and some clients send no label at all.
FORM_TYPE = "application/x-www-form-urlencoded"
UTF8_NAMES = ("utf-8", "utf8", "us-ascii", "ascii")
# One pass over strings and brackets; strings are skipped whole so that brackets in them count not.
STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)


class StrictJSONParser(BaseParser):
    """400 for syntax, encoding, NUL, lone surrogates, NaN, duplicate keys, depth and size.

    A view may raise the limit on nodes with `max_nodes`, as batches do.
    """

    media_type = "*/*"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        content_type, _, parameters = (media_type or "").partition(";")
        raw = stream.read()
        self.check_label(content_type.strip().lower(), parameters, raw)
        view = (parser_context or {}).get("view")
        return parse_json(raw, max_nodes=getattr(view, "max_nodes", MAX_NODES))

    def check_label(self, content_type: str, parameters: str, raw: bytes) -> None:
        charset = re.search(r"charset\s*=\s*\"?([^\s\";]+)", parameters, re.IGNORECASE)
        if charset and charset[1].lower() not in UTF8_NAMES:
            raise ParseError("JSON is sent as UTF-8.")
        looks_like_json = raw.lstrip()[:1] in (b"{", b"[")
        if content_type in JSON_TYPES or content_type.endswith("+json"):
            return
        if content_type in (FORM_TYPE, "") and looks_like_json:
            return
        raise UnsupportedMediaType(content_type or "none")


def parse_json(raw: bytes, *, max_nodes: int = MAX_NODES) -> Any:
    """The object or list in `raw`. Raises ParseError with what is wrong with it."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise ParseError("The body is not valid UTF-8.") from problem
    check_depth(text)
    try:
        document = json.loads(
            text,
            parse_constant=_refuse_constant,
            parse_int=_integer,
            parse_float=_float,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as problem:
        where = f"line {problem.lineno}, column {problem.colno}"
        raise ParseError(f"The body is not valid JSON: {problem.msg} at {where}.") from problem
    if not isinstance(document, dict | list):
        raise ParseError("The body must be a JSON object.")
    check_nodes(document, max_nodes)
    return document


def check_depth(text: str) -> None:
    # Counted before parsing: the parser's own limit is the interpreter's stack.
    depth = 0
    for match in STRUCTURE.finditer(text):
        mark = match[0]
        if mark in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise ParseError(f"The body is nested more than {MAX_DEPTH} deep.")
        elif mark in "]}":
            depth -= 1


def check_nodes(document: Any, max_nodes: int) -> None:
    """Bounded size, and no text that a database cannot keep."""
    nodes = 0
    waiting = [document]
    while waiting:
        node = waiting.pop()
        nodes += 1
        if nodes > max_nodes:
            raise ParseError(f"The body holds more than {max_nodes:,} values.")
        if isinstance(node, str):
            check_text(node)
        elif isinstance(node, dict):
            for key in node:
                check_text(key)
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def check_text(text: str) -> None:
    if "\x00" in text:
        raise ParseError("The body holds a NUL character.")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as problem:
        raise ParseError("The body holds half of a surrogate pair.") from problem


def _refuse_constant(name: str) -> Any:
    raise ParseError(f"{name} is not JSON.")


def _integer(digits: str) -> int:
    # The length is looked at first: turning 5,000 digits into a number is work in itself.
    if len(digits) > 17 or abs(int(digits)) > MAX_INTEGER:
        raise ParseError("The body holds an integer beyond ±2^53.")
    return int(digits)


def _float(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ParseError("The body holds a number that is too large.")
    return number


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ParseError(f"The key {twice[:80]!r} is there twice.")
    return document
