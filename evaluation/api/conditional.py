"""ETags of what never changes: 304 for a reader who has it already."""

from django.utils.http import parse_etags
from rest_framework.request import Request

from evaluation.models import Evaluation


def etag_of(evaluation: Evaluation, form: str = "json") -> str:
    return f'"{evaluation.pk.hex}-{form}"'


def is_known(request: Request, evaluation: Evaluation, form: str = "json") -> bool:
    """If-None-Match names what would be sent. Weak comparison, as RFC 9110 has it for reads."""
    sent = parse_etags(request.headers.get("If-None-Match", ""))
    return "*" in sent or etag_of(evaluation, form) in {tag.removeprefix("W/") for tag in sent}
