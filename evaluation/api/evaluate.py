"""POST /evaluate, and the same for a stored spec under /api/v1/specs/{id}/evaluate."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.idempotency import IdempotentPosts
from accounts.permissions import PublicIfListed, Scoped
from accounts.principals import principal_of
from accounts.ratelimits import limited
from evaluation.api import examples, presenters
from evaluation.api.inputs import EvaluateSerializer, SpecEvaluateSerializer
from evaluation.api.outputs import EvaluatedSerializer, EvaluationSerializer
from evaluation.services import document_evaluate, spec_evaluate
from specs.api.documents import pointers_under
from specs.api.generate import caller
from specs.api.parameters import IDEMPOTENCY_KEY, SPEC_ID, response_header
from specs.choices import Storage
from specs.errors import ScoreHidden
from specs.models import Spec
from specs.selectors import spec_get

REPORT = response_header("Location", "Where the report is.", 200, 202)
EVALUATION = response_header("Location", "Where the evaluation is.", 201)


def spec_or_404(request: Request, spec_id: str) -> Spec:
    """Somebody else's is answered exactly as one that is not there."""
    spec = spec_get(principal=principal_of(request), spec_id=spec_id)
    if spec is None:
        raise NotFound
    return spec


def spec_to_judge(request: Request, spec_id: str) -> Spec:
    """As spec_or_404. Raises ScoreHidden where the answer would tell a reviewer too early."""
    spec = spec_or_404(request, spec_id)
    if spec.score_hidden:
        raise ScoreHidden
    return spec


@limited("evaluate")
class EvaluateView(IdempotentPosts, APIView):
    endpoint = "evaluate"
    permission_classes = (PublicIfListed,)

    @extend_schema(
        operation_id="evaluate",
        summary="Judge a spec, and say why",
        tags=["evaluate"],
        parameters=[IDEMPOTENCY_KEY, REPORT],
        request=EvaluateSerializer,
        responses={200: EvaluatedSerializer, 202: EvaluatedSerializer},
        examples=examples.EVALUATE,
    )
    def post(self, request: Request) -> Response:
        """Every point that is missing to 100 is a finding with its place, what was expected and
        what was found. A document of your own is stored as a submitted spec in the normal form;
        what of it had to be read leniently is noted. One that is no spec at all is 422.

        202 with `"storage": "journal"` says that the database is away: the ids are final, and the
        rows are stored when it is back."""
        body = EvaluateSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        values = body.validated_data
        principal = principal_of(request).id
        if "spec_id" in values:
            spec = spec_to_judge(request, str(values["spec_id"]))
            made = spec_evaluate(spec=spec, prompt=values["prompt"], principal=principal)
        else:
            with pointers_under("/spec"):
                made = document_evaluate(
                    document=values["spec"],
                    owner=caller(request),
                    prompt=values["prompt"],
                    principal=principal,
                )
        stored = made.storage == Storage.DATABASE
        return Response(
            presenters.evaluated(made),
            # Accepted: the record is on the disk, and reads of it wait for the database.
            status=status.HTTP_200_OK if stored else status.HTTP_202_ACCEPTED,
            headers={"Location": presenters.report_path(made)},
        )


@limited("evaluate")
class SpecEvaluateView(IdempotentPosts, APIView):
    permission_classes = (Scoped,)

    @extend_schema(
        operation_id="specs_evaluate",
        summary="Judge a stored spec's latest revision",
        tags=["evaluate"],
        parameters=[SPEC_ID, IDEMPOTENCY_KEY, EVALUATION],
        request=SpecEvaluateSerializer,
        responses={201: EvaluationSerializer},
    )
    def post(self, request: Request, spec_id: str) -> Response:
        spec = spec_to_judge(request, spec_id)
        body = SpecEvaluateSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        prompt = body.validated_data["prompt"]
        made = spec_evaluate(spec=spec, prompt=prompt, principal=principal_of(request).id)
        return Response(
            presenters.detail(made),
            status=status.HTTP_201_CREATED,
            headers={"Location": presenters.evaluation_path(made)},
        )


REPORT_ID = OpenApiParameter(
    "report_id", OpenApiTypes.UUID, OpenApiParameter.PATH, description="Id of the report."
)
