"""`Idempotency-Key` on POST: the first answer is kept and given again."""

import hashlib
import json
import re
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class HeldKey:
    """A key whose answer is on its way. Whoever holds it keeps the answer or releases the key."""

    record: Any
    shown_once: tuple[str, ...] = ()

    def keep(self, *, status_code: int, headers: dict[str, str], body: str) -> None:
        if self.shown_once:
            body = json.dumps({**json.loads(body), **dict.fromkeys(self.shown_once)})
        idempotency_store(self.record, status_code=status_code, headers=headers, body=body)

    def release(self) -> None:
        idempotency_release(self.record)


class IdempotentPosts:
    """A view mixin. The key is looked at after authentication, permission and limits.

    Answers that created something (2xx) are kept; any other releases the key, so that a corrected
    request can use it. Callers without credentials have no keys: theirs are not looked at. A
    response whose answer comes later takes the key over by its method `hold`.
    """

    # Fields of the answer that are stored nowhere in the clear: a replay has null there.
    shown_once: tuple[str, ...] = ()
    _claimed: HeldKey | None = None

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
            self.post = lambda *_, **__: self.replayed(request, record)
        else:
            self._claimed = HeldKey(claim.record, self.shown_once)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[misc]
        held, self._claimed = self._claimed, None
        if held is None:
            return response
        if not status.is_success(response.status_code):
            held.release()
        elif hasattr(response, "hold"):
            response.hold(held)
        else:
            response.add_post_render_callback(lambda rendered: keep(held, rendered))
        return response

    def replayed(self, request: Request, record: Any) -> Any:
        """The kept answer once more; views that answer in several forms choose the form here."""
        return replay(record)


def fingerprint(request: Request) -> str:
    whole = b"\n".join(
        [str(request.method).encode(), request.get_full_path().encode(), request._request.body]
    )
    return hashlib.sha256(whole).hexdigest()


def keep(held: HeldKey, response: Any) -> None:
    headers = {name: response[name] for name in REPLAYED_HEADERS if name in response}
    held.keep(status_code=response.status_code, headers=headers, body=response.content.decode())


def replay(record: Any) -> Response:
    return Response(
        json.loads(record.body) if record.body else None,
        status=record.status_code,
        headers=replay_headers(record),
    )


def replay_headers(record: Any) -> dict[str, str]:
    kept = {name: value for name, value in record.headers.items() if name != "Content-Type"}
    return {**kept, "Idempotent-Replayed": "true"}
