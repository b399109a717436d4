"""`Idempotency-Key` on POST: the first answer is kept and given again."""

import hashlib
import json
import re
from typing import Any

from rest_framework import exceptions, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api.errors import Conflict
from accounts.services.idempotency import (
    KeyInFlight,
    KeyReused,
    idempotency_claim,
    idempotency_release,
    idempotency_store,
)

TOKEN = re.compile(r"[\x21-\x7e]{1,255}")
REPLAYED_HEADERS = ("Location", "Content-Type")


class Unprocessable(exceptions.APIException):
    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    default_code = "unprocessable"


class IdempotentPosts:
    """A view mixin. The key is looked at after authentication, permission and limits.

    Answers that created something (2xx) are kept; any other releases the key, so that a corrected
    request can use it. Callers without credentials have no keys: theirs are not looked at.
    """

    # Fields of the answer that are stored nowhere in the clear: a replay has null there.
    shown_once: tuple[str, ...] = ()
    _claimed = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)  # type: ignore[misc]
        key = request.headers.get("Idempotency-Key")
        if request.method != "POST" or key is None or not request.user.is_authenticated:
            return
        if not TOKEN.fullmatch(key):
            raise exceptions.ValidationError(
                {"Idempotency-Key": "1 to 255 printable ASCII characters."}
            )
        try:
            claim = idempotency_claim(owner=request.user, key=key, fingerprint=fingerprint(request))
        except KeyReused as problem:
            raise Unprocessable(
                "This Idempotency-Key was used for another request.", "idempotency_key_reused"
            ) from problem
        except KeyInFlight as problem:
            raise Conflict(
                "The first request with this Idempotency-Key is still being answered.",
                "idempotency_key_in_flight",
            ) from problem
        if claim.replay:
            record = claim.record
            # DRF looks the handler up after `initial`: the stored answer takes its place.
            self.post = lambda *_, **__: replay(record)
        else:
            self._claimed = claim.record

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[misc]
        record, self._claimed = self._claimed, None
        if record is None:
            return response
        if status.is_success(response.status_code) and hasattr(
            response, "add_post_render_callback"
        ):
            response.add_post_render_callback(
                lambda rendered: keep(record, rendered, self.shown_once)
            )
        else:
            idempotency_release(record)
        return response


def fingerprint(request: Request) -> str:
    whole = b"\n".join(
        [str(request.method).encode(), request.get_full_path().encode(), request._request.body]
    )
    return hashlib.sha256(whole).hexdigest()


def keep(record: Any, response: Any, shown_once: tuple[str, ...] = ()) -> None:
    headers = {name: response[name] for name in REPLAYED_HEADERS if name in response}
    body = response.content.decode()
    if shown_once:
        body = json.dumps({**json.loads(body), **dict.fromkeys(shown_once)})
    idempotency_store(record, status_code=response.status_code, headers=headers, body=body)


def replay(record: Any) -> Response:
    response = Response(
        json.loads(record.body) if record.body else None,
        status=record.status_code,
        headers={k: v for k, v in record.headers.items() if k != "Content-Type"},
    )
    response["Idempotent-Replayed"] = "true"
    return response
