"""The OpenAPI document: the spec's own schema in it, and the problems of every operation."""

from typing import Any

from django.conf import settings
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter

from accounts.api.conditional import TaggedByContent
from accounts.api.idempotency import IdempotentPosts
from specs.api.parameters import IDEMPOTENCY_KEY, IF_NONE_MATCH, response_header
from specs.schema import spec_schema

JSON = dict[str, Any]
CODES = {
    "400": "parse_error",
    "401": "not_authenticated",
    "403": "permission_denied",
    "404": "not_found",
    "406": "not_acceptable",
    "409": "conflict",
    "413": "body_too_large",
    "415": "unsupported_media_type",
    "422": "validation_error",
    "429": "throttled",
    "503": "database_unavailable",
}
PROBLEM = {"$ref": "#/components/schemas/Problem"}
PROBLEM_TYPE = "application/problem+json"
ETAG_OF_CONTENT = response_header("ETag", "Names what was read.", 200)
METHODS = ("get", "post", "put", "patch", "delete")
DESCRIPTIONS = {
    "400": "The body cannot be read: syntax, encoding, NUL, duplicate keys, depth.",
    "401": "No credential where one is needed, or a wrong one.",
    "403": "The credential may not do this.",
    "404": "It does not exist, or it is somebody else's.",
    "406": "None of the types that `Accept` names can be sent.",
    "409": "It would break a rule of what is there, or the first request with this "
    "`Idempotency-Key` is still being answered.",
    "413": "The body is larger than 1 MB.",
    "415": "The body is not plain JSON.",
    "422": "The request was read and is wrong; `errors` names the places.",
    "429": "Too many calls; `Retry-After` says when to come back.",
    "503": "A part that is needed is away; `Retry-After` says when to come back.",
}
# One of two fields is required there, or any of several: no serializer says that of itself.
NEEDS_A_BODY = {"evaluate", "iterate", "specs_create", "specs_partial_update"}


class Schema(AutoSchema):
    def map_parsers(self) -> list[str]:
        # The one parser looks at every body and reads JSON only.
        return ["application/json"]

    def _get_request_body(self, direction: Any = "request") -> JSON | None:
        body: JSON | None = super()._get_request_body(direction)  # type: ignore[no-untyped-call]
        if body is not None and self.get_operation_id() in NEEDS_A_BODY:
            body["required"] = True
        return body

    def _get_filter_parameters(self) -> list[JSON]:
        parameters: list[JSON] = super()._get_filter_parameters()  # type: ignore[no-untyped-call]
        # `?spec=` is a form's field that was left empty: as if it were not there.
        return [{**each, "allowEmptyValue": True} for each in parameters]

    def get_override_parameters(self) -> list[Any]:
        stated: list[Any] = super().get_override_parameters()
        names = {getattr(parameter, "name", None) for parameter in stated}
        return [*stated, *(each for each in self.implied_parameters() if each.name not in names)]

    def implied_parameters(self) -> list[OpenApiParameter]:
        """What the view's mixins read from every request."""
        if isinstance(self.view, IdempotentPosts) and self.method == "POST":
            return [IDEMPOTENCY_KEY]
        return [IF_NONE_MATCH, ETAG_OF_CONTENT] if self.is_tagged() else []

    def get_auth(self) -> list[JSON]:
        stated: list[JSON] = super().get_auth()
        endpoint = getattr(self.view, "endpoint", None)
        is_open = endpoint in settings.PUBLIC_ENDPOINTS and {} not in stated
        return [*stated, {}] if is_open else stated

    def is_tagged(self) -> bool:
        return isinstance(self.view, TaggedByContent) and self.view.action == "retrieve"

    def _get_response_bodies(self, *args: Any, **kwargs: Any) -> JSON:
        bodies: JSON = super()._get_response_bodies(*args, **kwargs)
        if self.is_tagged():
            bodies.setdefault("304", {"description": "What you have is what there is."})
        return bodies


def add_spec_schema(result: JSON, generator: Any, request: Any, public: bool) -> JSON:
    """`DesignSpec` is the file that validates specs, not a second description of it."""
    schema = {key: value for key, value in spec_schema().items() if not key.startswith("$")}
    result["components"]["schemas"]["DesignSpec"] = schema
    return result


def allow_anything(result: JSON, generator: Any, request: Any, public: bool) -> JSON:
    """A field for any JSON takes null already: "one of anything and null" would refuse it."""
    for schema in result["components"]["schemas"].values():
        for field in schema.get("properties", {}).values():
            if field.get("oneOf") == [{}, {"type": "null"}]:
                del field["oneOf"]
    return result


def add_problems(result: JSON, generator: Any, request: Any, public: bool) -> JSON:
    """What an operation states about a status itself is left as it is."""
    if "Problem" not in result["components"]["schemas"]:
        return result
    for path in result["paths"].values():
        for method in METHODS:
            if method in path:
                schemas = result["components"]["schemas"]
                for status in expected_problems(path[method], method, schemas):
                    path[method]["responses"].setdefault(status, problem_response(status))
                path[method]["responses"] = dict(sorted(path[method]["responses"].items()))
    return result


def problem_response(status: str) -> JSON:
    code, detail = CODES[status], DESCRIPTIONS[status]
    title = code.replace("_", " ").capitalize()
    example = {
        "type": f"urn:prompt-to-json:problem:{code}",
        "title": title,
        "status": int(status),
        "detail": detail,
        "instance": "/generate",
        "request_id": "4f0c8a5e9b7d4c2f8a1e6d3b5c7f9a0e",
        "code": code,
        "message": detail,
        "error": title,
    }
    if status == "422":
        place = {"pointer": "/prompt", "detail": "This field is required.", "code": "required"}
        example["errors"] = [place]
    content = {PROBLEM_TYPE: {"schema": PROBLEM, "example": example}}
    return {"description": detail, "content": content}


def expected_problems(operation: JSON, method: str, schemas: JSON) -> list[str]:
    """The statuses that follow from what the operation takes."""
    parameters = operation.get("parameters", ())
    places = {parameter["in"] for parameter in parameters}
    names = {parameter["name"] for parameter in parameters}
    reads_credentials = bool(operation.get("security"))
    takes_body = "requestBody" in operation
    conditions = {
        "400": takes_body,
        "401": reads_credentials,
        "403": reads_credentials,
        "404": "path" in places or "cursor" in names or names_objects(operation, schemas),
        "406": reads_credentials,
        "409": reads_credentials and method == "post",
        "413": takes_body,
        "415": takes_body,
        "422": takes_body or "query" in places or "Idempotency-Key" in names,
        "429": method != "get",
        "503": reads_credentials,
    }
    return [status for status, holds in conditions.items() if holds]


def names_objects(operation: JSON, schemas: JSON) -> bool:
    """Whether the body names stored objects, which may be missing or somebody else's."""
    for content in operation.get("requestBody", {}).get("content", {}).values():
        schema = schemas.get(content["schema"].get("$ref", "").rpartition("/")[2], {})
        if any(field.get("format") == "uuid" for field in schema.get("properties", {}).values()):
            return True
    return False
