"""`/api/v1/jobs/`: how far a long call is, and its end. `Prefer: respond-async` makes one."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins, serializers, status, viewsets
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api.conditional import TaggedByContent
from accounts.api.keys import UUID_PATTERN
from accounts.api.schema import problems
from accounts.models import Job
from accounts.permissions import Scoped
from accounts.principals import owned, principal_of, user_of
from accounts.ratelimits import limited
from accounts.selectors import job_list
from accounts.sending import job_send_on_commit
from accounts.services import job_cancel, job_create


class ProgressSerializer(serializers.Serializer[Job]):
    done = serializers.IntegerField(source="progress_done")
    total = serializers.IntegerField(source="progress_total")
    message = serializers.CharField(source="progress_message")


class JobSerializer(serializers.ModelSerializer[Job]):
    """`result` is its owner's alone: it names scores, which staff who review may not know yet.
    They follow `result_url`, which knows what each may see."""

    progress = ProgressSerializer(source="*")

    class Meta:
        model = Job
        fields = (
            "id",
            "kind",
            "status",
            "progress",
            "result_url",
            "result",
            "error",
            "created_at",
            "started_at",
            "finished_at",
        )

    def to_representation(self, instance: Job) -> dict[str, Any]:
        shown: dict[str, Any] = super().to_representation(instance)
        if instance.owner_id != principal_of(self.context["request"]).user_id:
            shown["result"] = None
        return shown


def prefers_async(request: Request) -> bool:
    wishes = request.headers.get("Prefer", "").lower()
    return "respond-async" in [wish.strip() for wish in wishes.replace(";", ",").split(",")]


def job_accepted(request: Request, *, kind: str, parameters: dict[str, Any]) -> Response:
    """202 with the job's address. The worker is woken when the row is committed."""
    with transaction.atomic():
        job = job_create(owner=user_of(request), kind=kind, parameters=parameters)
        job_send_on_commit(job.pk)
    job.refresh_from_db()
    headers = {"Location": f"/api/v1/jobs/{job.pk}"}
    if prefers_async(request):
        headers["Preference-Applied"] = "respond-async"
    shown = JobSerializer(job, context={"request": request}).data
    return Response(shown, status=status.HTTP_202_ACCEPTED, headers=headers)


@extend_schema_view(
    list=extend_schema(summary="List jobs", responses={200: JobSerializer, **problems(401)}),
    retrieve=extend_schema(
        summary="Read a job", responses={200: JobSerializer, **problems(401, 404)}
    ),
)
@extend_schema(tags=["jobs"])
@limited("jobs", methods=("DELETE",))
class JobViewSet(
    TaggedByContent,
    mixins.ListModelMixin,
    mixins.RetrieveModelMixin,
    viewsets.GenericViewSet[Job],
):
    queryset = Job.objects.none()
    serializer_class = JobSerializer
    permission_classes = [Scoped]
    filterset_fields = ("status", "kind")
    lookup_value_regex = UUID_PATTERN

    def get_queryset(self) -> QuerySet[Job]:
        return owned(job_list(), principal_of(self.request), owner="owner")

    @extend_schema(summary="Cancel a job", responses={200: JobSerializer, **problems(401, 404)})
    def destroy(self, request: Request, pk: str) -> Response:
        """A queued job ends at once, a running one at its next step; a finished one stays."""
        return Response(self.get_serializer(job_cancel(self.get_object())).data)
