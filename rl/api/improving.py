"""The short endpoints that improve: `/iterate`, `/advanced-rl`, `/coordinated-improvement`."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.idempotency import IdempotentPosts
from accounts.api.jobs import JobSerializer, job_accepted, prefers_async
from accounts.permissions import PublicIfListed, Scoped
from accounts.principals import principal_of, user_of
from accounts.ratelimits import limited
from rl.api import presenters
from rl.api.inputs import (
    AdvancedSerializer,
    CoordinatedSerializer,
    EditsSerializer,
    Input,
    IterateSerializer,
)
from rl.api.outputs import CoordinatedOutputSerializer, IteratedSerializer, TrainedSerializer
from rl.selectors import session_get, sessions_told_to
from rl.services import coordination_run, session_run, training_run
from specs.api.parameters import IDEMPOTENCY_KEY, SPEC_ID
from specs.errors import ScoreHidden
from specs.models import Spec
from specs.selectors.specs import spec_get

PREFER = OpenApiParameter(
    "Prefer",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    description="`respond-async` answers 202 with a job at once.",
)
HEADERS = [IDEMPOTENCY_KEY, PREFER]
# A longer run than this belongs in a worker, whatever the client prefers: it would hold a thread.
SYNCHRONOUS_EPISODES = 512


def spec_of(request: Request, spec_id: str) -> Spec:
    spec = spec_get(principal=principal_of(request), spec_id=spec_id)
    if spec is None:
        raise NotFound
    if spec.score_hidden:
        raise ScoreHidden
    return spec


def asked(serializer: type[Input], data: Any) -> dict[str, Any]:
    body = serializer(data=data)
    body.is_valid(raise_exception=True)
    return dict(body.validated_data)


def improving(name: str, summary: str, request: type[Input], answer: Any) -> Any:
    """The schema of a post that answers with what was done, or with a job that will do it."""
    return extend_schema(
        operation_id=name,
        summary=summary,
        parameters=HEADERS,
        request=request,
        responses={200: answer, 202: JobSerializer},
    )


def answered(session: Any, body: Any) -> Response:
    return Response(body, headers={"Location": f"/iterations/{session.pk}"})


def iterate(request: Request, spec: Spec | None, values: dict[str, Any]) -> Response:
    values["principal"] = principal_of(request).id
    if prefers_async(request):
        parameters = {**values, "spec_id": str(spec.pk) if spec else None}
        return job_accepted(request, kind="iterate", parameters=parameters)
    session = session_run(owner=user_of(request), spec=spec, locks=values.pop("lock"), **values)
    return answered(session, IteratedSerializer(presenters.iterated(session)).data)


@extend_schema(tags=["learning"])
@limited("iterate")
class IterateView(IdempotentPosts, APIView):
    """The current policy improves a spec."""

    permission_classes = (Scoped,)

    @improving(
        "iterate", "Improve a prompt's spec or a stored one", IterateSerializer, IteratedSerializer
    )
    def post(self, request: Request) -> Response:
        """Every edit is logged with its patch, its scores and what else was possible. The best
        state is kept, so `final_score` is never below `initial_score`."""
        values = asked(IterateSerializer, request.data)
        spec_id = values.pop("spec_id", None)
        spec = spec_of(request, str(spec_id)) if spec_id else None
        return iterate(request, spec, values)


@extend_schema(tags=["learning"], parameters=[SPEC_ID])
@limited("iterate")
class SpecIterateView(IdempotentPosts, APIView):
    """`/api/v1/specs/{id}/iterate`: the same for a spec that the address names."""

    permission_classes = (Scoped,)

    @improving("spec_iterate", "Improve this spec", EditsSerializer, IteratedSerializer)
    def post(self, request: Request, spec_id: str) -> Response:
        spec = spec_of(request, spec_id)
        return iterate(request, spec, asked(EditsSerializer, request.data))


@extend_schema(tags=["learning"])
@limited("advanced-rl")
class AdvancedView(IdempotentPosts, APIView):
    """A candidate policy is trained."""

    permission_classes = (Scoped,)

    @improving(
        "advanced_rl",
        "Train a candidate policy on a prompt and others like it",
        AdvancedSerializer,
        TrainedSerializer,
    )
    def post(self, request: Request) -> Response:
        """REINFORCE with a value baseline, from the current policy. The candidate never replaces
        the current policy by itself. More than 512 episodes are always a job."""
        values = asked(AdvancedSerializer, request.data)
        if prefers_async(request) or values["n_iter"] > SYNCHRONOUS_EPISODES:
            return job_accepted(request, kind="advanced-rl", parameters=values)
        session = training_run(
            prompt=values["prompt"], owner=user_of(request), episodes=values["n_iter"]
        )
        return answered(session, TrainedSerializer(presenters.trained(session)).data)


@extend_schema(tags=["learning"])
@limited("coordinated-improvement")
class CoordinatedView(IdempotentPosts, APIView):
    """Several agents work in rounds."""

    permission_classes = (Scoped,)

    @improving(
        "coordinated_improvement",
        "Let the agents improve a prompt's spec in rounds",
        CoordinatedSerializer,
        CoordinatedOutputSerializer,
    )
    def post(self, request: Request) -> Response:
        """Until the target is reached, nothing is gained any more or the rounds are used up."""
        values = asked(CoordinatedSerializer, request.data)
        values["principal"] = principal_of(request).id
        if prefers_async(request):
            return job_accepted(request, kind="coordinated-improvement", parameters=values)
        session = coordination_run(owner=user_of(request), **values)
        return answered(session, CoordinatedOutputSerializer(presenters.coordinated(session)).data)


@extend_schema(tags=["learning"])
@limited("iterations", setting="RATE_LIMIT_PROTECTED")
class IterationsView(APIView):
    """`/iterations/{id}`: a session with all its iterations."""

    endpoint = "iterations"
    permission_classes = (PublicIfListed,)

    @extend_schema(
        operation_id="iterations",
        summary="Read a session with its iterations",
        responses={200: IteratedSerializer},
    )
    def get(self, request: Request, session_id: str) -> Response:
        """Readable by its id without credentials where PUBLIC_ENDPOINTS lists `iterations`; a
        caller with credentials reads its own."""
        session = session_get(session_id)
        principal = principal_of(request)
        foreign = (
            session is not None
            and principal.user_id is not None
            and not principal.staff
            and session.owner_id not in (None, principal.user_id)
        )
        if session is None or foreign:
            raise NotFound
        if principal.staff and not sessions_told_to(principal).filter(pk=session.pk).exists():
            raise ScoreHidden
        return Response(IteratedSerializer(presenters.iterated(session)).data)
