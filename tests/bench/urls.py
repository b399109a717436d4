"""The service's URLs, the least that an endpoint that stores something can do, and the plainest DRF
endpoint that stores what `/generate` stores."""

from typing import Any

from django.urls import path
from rest_framework import serializers
from rest_framework.generics import CreateAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models import AgentRun
from config.urls import (  # noqa: F401 - the handlers are looked up here
    handler400,
    handler403,
    handler404,
    handler500,
)
from config.urls import urlpatterns as service
from tests.bench.models import StoredDesign


class RowSerializer(serializers.Serializer[Any]):
    prompt = serializers.CharField(max_length=10_000)


class BareInsertView(APIView):
    """One field checked, one row stored, one field answered, for callers as every endpoint's."""

    def post(self, request: Request) -> Response:
        row = RowSerializer(data=request.data)
        row.is_valid(raise_exception=True)
        run = AgentRun.objects.create(
            agent=row.validated_data["prompt"][:40], duration_ms=0, ok=True
        )
        return Response({"id": run.pk})


class OpenInsertView(BareInsertView):
    """The same for anybody: no key is looked up."""

    authentication_classes = ()
    permission_classes = ()


class DesignSerializer(serializers.ModelSerializer[StoredDesign]):
    class Meta:
        model = StoredDesign
        fields = ("id", "prompt", "spec", "provenance", "created_at")


class DesignInsertView(CreateAPIView[StoredDesign]):
    """DRF as its tutorial has it: the client brings the design, nothing is worked out."""

    serializer_class = DesignSerializer

    def perform_create(self, serializer: Any) -> None:
        serializer.save(owner=self.request.user)


urlpatterns = [
    path("bench/insert-design", DesignInsertView.as_view()),
    path("bench/insert", BareInsertView.as_view()),
    path("bench/open-insert", OpenInsertView.as_view()),
    *service,
]
