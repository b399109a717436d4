"""What a document must be before it is stored: a spec, in the one normal form, of bounded size."""

import json
from typing import Any

from specs.choices import MAX_CATEGORY
from specs.design import DesignSpec
from specs.errors import InvalidSpec, Violation
from specs.schema import validate

JSON = dict[str, Any]
MAX_DOCUMENT_BYTES = 256 * 1024


def normal_form(document: Any) -> JSON:
    """The document with the schema's key order. Raises InvalidSpec."""
    return DesignSpec.from_json(checked(document)).as_json()


def checked(document: Any) -> Any:
    """The document as it is: a spec, of bounded size. Raises InvalidSpec."""
    validate(document)
    if len(document["category"]) > MAX_CATEGORY:
        detail = f"is longer than {MAX_CATEGORY} characters"
        raise InvalidSpec((Violation("/category", detail, "maxLength"),))
    return bounded(document)


def bounded(document: Any) -> Any:
    """The document as it is. Raises InvalidSpec where it is too large to be stored."""
    if len(json.dumps(document, ensure_ascii=False).encode()) > MAX_DOCUMENT_BYTES:
        detail = f"a spec has at most {MAX_DOCUMENT_BYTES // 1024} kB"
        raise InvalidSpec((Violation("", detail, "too_large"),))
    return document
