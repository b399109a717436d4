"""POST /generate: the short endpoint that existing clients call."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.idempotency import IdempotentPosts
from accounts.models import User
from accounts.permissions import PublicIfListed
from accounts.ratelimits import limited
from specs.api import examples, presenters
from specs.api.inputs import GenerateSerializer
from specs.api.outputs import GeneratedSerializer
from specs.api.parameters import IDEMPOTENCY_KEY, LOCATION
from specs.services import spec_generate


def caller(request: Request) -> User | None:
    """The owner of what the request stores; nobody where an endpoint is open."""
    return request.user if isinstance(request.user, User) else None


@limited("generate")
class GenerateView(IdempotentPosts, APIView):
    """A sentence becomes a stored spec."""

    endpoint = "generate"
    permission_classes = (PublicIfListed,)

    @extend_schema(
        operation_id="generate",
        summary="Turn a prompt into a spec",
        tags=["generate"],
        parameters=[IDEMPOTENCY_KEY, LOCATION],
        request=GenerateSerializer,
        responses={200: GeneratedSerializer},
        examples=examples.GENERATE,
    )
    def post(self, request: Request) -> Response:
        """The prompt is read, the spec is stored, and every value of it says where it came from.
        `Location` names the stored spec. A prompt that asks for no physical design is 422
        `not_a_design`, and nothing is stored."""
        prompt = GenerateSerializer(data=request.data)
        prompt.is_valid(raise_exception=True)
        spec = spec_generate(owner=caller(request), **prompt.validated_data)
        return Response(
            GeneratedSerializer(presenters.generated(spec)).data,
            headers={"Location": presenters.spec_path(spec)},
        )
