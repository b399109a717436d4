"""What the log keeps of a request: its path, and nothing that a client put into the query."""

import logging
import logging.config
from typing import Any

import pytest
from django.conf import settings
from django.test import RequestFactory

from config.settings.logs import logging_config


@pytest.mark.parametrize("kind", ["json", "plain"])
def test_a_key_in_the_query_reaches_no_log(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    described: dict[str, Any] = logging_config(to_file=False)
    described["handlers"]["console"]["formatter"] = kind
    logging.config.dictConfig(described)
    try:
        request = RequestFactory().get("/api/v1/me?api_key=p2j_abcdefgh_secret")
        extra = {"request": request, "status_code": 401}
        logging.getLogger("django.request").warning("Unauthorized: %s", request.path, extra=extra)
    finally:
        logging.config.dictConfig(settings.LOGGING)
    line = capsys.readouterr().err
    assert "GET /api/v1/me" in line
    assert "secret" not in line
