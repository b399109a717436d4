"""POST /batch-evaluate: up to 500 prompts and specs, each with an outcome of its own."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.idempotency import IdempotentPosts
from accounts.api.jobs import JobSerializer, job_accepted, prefers_async
from accounts.permissions import PublicIfListed
from accounts.ratelimits import limited
from evaluation.api import examples, presenters
from evaluation.api.inputs import BatchSerializer, batch_items
from evaluation.api.outputs import BatchEvaluatedSerializer
from evaluation.services import batch_evaluate
from specs.api.generate import caller
from specs.api.parameters import IDEMPOTENCY_KEY

KIND = "batch-evaluate"
PREFER = OpenApiParameter(
    "Prefer",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    description="`respond-async`: answered at once with a job, for callers with credentials.",
)


@limited("batch-evaluate")
class BatchEvaluateView(IdempotentPosts, APIView):
    endpoint = "batch-evaluate"
    permission_classes = (PublicIfListed,)
    # 500 specs that fit in a body of 1 MB; each alone has the evaluator's own limit.
    max_nodes = 250_000

    @extend_schema(
        operation_id="batch_evaluate",
        summary="Judge many prompts and specs at once",
        tags=["evaluate"],
        parameters=[IDEMPOTENCY_KEY, PREFER],
        request=BatchSerializer,
        responses={200: BatchEvaluatedSerializer, 202: JobSerializer},
        examples=examples.BATCH,
    )
    def post(self, request: Request) -> Response:
        """A list, or an object that has it as `items`. A prompt alone is designed for by the
        rules engine and the spec is judged; a spec is judged as it is. One bad item fails alone,
        in its place."""
        items = batch_items(request.data)
        owner = caller(request)
        # Jobs belong to somebody; others wait for the answer, as the preference allows.
        if prefers_async(request) and owner is not None:
            return job_accepted(request, kind=KIND, parameters={"items": listed(request.data)})
        return Response(presenters.batch(batch_evaluate(items=items, owner=owner)))


def listed(body: object) -> object:
    return body["items"] if isinstance(body, dict) else body
