"""The service's URLs and the least that an endpoint that stores something can do."""

from typing import Any

from django.urls import path
from rest_framework import serializers
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


urlpatterns = [
    path("bench/insert", BareInsertView.as_view()),
    path("bench/open-insert", OpenInsertView.as_view()),
    *service,
]
