"""`/api/v1/specs/{id}/corrections`: a person mends a spec."""

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.idempotency import IdempotentPosts
from accounts.permissions import Scoped
from accounts.principals import user_of
from accounts.ratelimits import limited
from feedback.api.inputs import CorrectionInputSerializer
from feedback.api.outputs import CorrectionSerializer
from feedback.api.ratings import revision_named
from feedback.services import correction_add
from specs.api.documents import pointers_under
from specs.api.parameters import SPEC_ID
from specs.api.specs import spec_or_404


@extend_schema(tags=["feedback"], parameters=[SPEC_ID])
@limited("corrections", methods=("POST",))
class CorrectionsView(IdempotentPosts, APIView):
    permission_classes = (Scoped,)

    @extend_schema(
        operation_id="spec_corrections_create",
        summary="Correct a spec: makes a new revision",
        request=CorrectionInputSerializer,
        responses={201: CorrectionSerializer},
    )
    def post(self, request: Request, spec_id: str) -> Response:
        """The corrected spec counts as preferred to the one before. 409 when `revision` is not
        the latest any more, 422 when nothing changed."""
        spec_or_404(request, spec_id)
        body = CorrectionInputSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        given = body.validated_data
        with pointers_under("/spec"):
            correction = correction_add(
                before=revision_named(request, spec_id, given["revision"]),
                document=given["spec"],
                person=user_of(request),
                reason=given["reason"],
            )
        return Response(
            CorrectionSerializer(correction).data,
            status=status.HTTP_201_CREATED,
            headers={"Location": f"/api/v1/specs/{spec_id}/revisions/{correction.after.number}/"},
        )
