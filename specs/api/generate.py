"""POST /generate: the short endpoint that existing clients call."""

import json
import logging
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.idempotency import IdempotentPosts, replay_headers
from accounts.models import User
from accounts.permissions import PublicIfListed
from accounts.principals import principal_of
from accounts.ratelimits import limited
from specs.api import examples, presenters
from specs.api.event_stream import MEDIA_TYPE, EventStreamRenderer, LiveAnswer, replayed_answer
from specs.api.inputs import GenerateSerializer
from specs.api.outputs import GeneratedSerializer
from specs.api.parameters import IDEMPOTENCY_KEY, LOCATION
from specs.choices import Storage
from specs.models import Spec
from specs.services import spec_generate, spec_generate_stream

logger = logging.getLogger(__name__)

# One for all requests: a serializer made for each would copy its fields first, which takes longer
# than checking a body with them. `run_validation` keeps nothing of a request.
INPUT = GenerateSerializer()


def caller(request: Request) -> User | None:
    """The owner of what the request stores; nobody where an endpoint is open."""
    return request.user if isinstance(request.user, User) else None


class InternalError(APIException):
    """Says nothing of the inside; worded by the handler, as every problem is."""

    default_code = "internal_error"
    default_detail = "Something failed here; it is logged."


@limited("generate")
class GenerateView(IdempotentPosts, APIView):
    """A sentence becomes a stored spec."""

    endpoint = "generate"
    permission_classes = (PublicIfListed,)
    renderer_classes = (*APIView.renderer_classes, EventStreamRenderer)

    @extend_schema(
        operation_id="generate",
        summary="Turn a prompt into a spec",
        tags=["generate"],
        parameters=[IDEMPOTENCY_KEY, LOCATION],
        request=GenerateSerializer,
        responses={
            (200, "application/json"): GeneratedSerializer,
            (202, "application/json"): GeneratedSerializer,
            (200, MEDIA_TYPE): OpenApiTypes.STR,
        },
        examples=examples.GENERATE,
    )
    def post(self, request: Request) -> Any:
        """The prompt is read, the spec is stored, and every value of it says where it came from.
        `Location` names the stored spec. A prompt that asks for no physical design is 422
        `not_a_design`, and nothing is stored.

        With `Accept: text/event-stream` the answer comes as server-sent events: `snapshot` (the
        spec in its whole shape, with each leaf's state: pending, partial or final), `progress`,
        and at the end `spec` (what is answered without streaming) or `error` (a problem)."""
        values = {
            **INPUT.run_validation(request.data),
            "owner": caller(request),
            "principal": principal_of(request).id,
        }
        if streams(request):
            return LiveAnswer(
                spec_generate_stream(**values), present=answered, problem=self.problem
            )
        status_code, headers, body = answered(spec_generate(**values))
        return Response(body, status=status_code, headers=headers)

    def replayed(self, request: Request, record: Any) -> Any:
        """In the form that is asked for now, whichever the first answer had."""
        if streams(request):
            return replayed_answer(json.loads(record.body), replay_headers(record))
        return super().replayed(request, record)

    def problem(self, error: Exception) -> dict[str, Any]:
        """The problem that the error would have been answered with outside a stream."""
        try:
            body: dict[str, Any] = self.handle_exception(error).data
        except Exception:
            logger.exception("generating a streamed spec failed")
            body = self.handle_exception(InternalError()).data
        return body


def streams(request: Request) -> bool:
    return bool(request.accepted_renderer.format == EventStreamRenderer.format)


def answered(spec: Spec) -> tuple[int, dict[str, str], Any]:
    """Status, headers and body."""
    stored = spec.storage == Storage.DATABASE
    # Accepted: the record is on the disk, and reads of it wait for the database.
    code = status.HTTP_200_OK if stored else status.HTTP_202_ACCEPTED
    headers = {"Location": presenters.spec_path(spec)}
    # As GeneratedSerializer describes it, and JSON already: building the serializer's fields would
    # take longer than storing the spec.
    return code, headers, presenters.generated(spec)
