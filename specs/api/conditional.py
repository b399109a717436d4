"""ETags: 304 for a reader who has it already, 412 for an editor who has an old one."""

from django.utils.http import parse_etags
from rest_framework import status
from rest_framework.exceptions import APIException
from rest_framework.request import Request

from specs.models import Spec


class PreconditionFailed(APIException):
    status_code = status.HTTP_412_PRECONDITION_FAILED
    default_code = "precondition_failed"
    default_detail = "The spec has changed since it was read. Read it and send the edit again."


def etag_of(spec: Spec) -> str:
    """Changes with every revision, score and review, and when a hidden score may be seen."""
    revision = f"{spec.latest.number}-{spec.latest_id.hex[-12:]}"
    blind = "b" if spec.score_hidden else ""
    return f'"{revision}-{spec.updated_at:%Y%m%d%H%M%S%f}{blind}"'


def is_known(request: Request, spec: Spec) -> bool:
    """If-None-Match names what would be sent. Weak comparison, as RFC 9110 has it for reads."""
    sent = parse_etags(request.headers.get("If-None-Match", ""))
    return "*" in sent or etag_of(spec) in {tag.removeprefix("W/") for tag in sent}


def has_precondition(request: Request) -> bool:
    return "If-Match" in request.headers


def check_precondition(request: Request, spec: Spec) -> None:
    """If-Match must name the latest revision. A score or a review in between is no edit, so only
    that part of the tag is compared."""
    if not has_precondition(request):
        return
    sent = parse_etags(request.headers["If-Match"])
    if "*" not in sent and _revision_part(etag_of(spec)) not in map(_revision_part, sent):
        raise PreconditionFailed


def _revision_part(tag: str) -> str:
    # A weak tag keeps its W/ and so never matches here.
    return tag.rpartition("-")[0]
