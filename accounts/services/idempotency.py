"""One effect per Idempotency-Key: the row that is inserted first decides."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import IdempotencyRecord, User
from accounts.pruning import delete_in_batches

KEPT = timedelta(hours=24)
# A request that never answered (its worker was killed) holds its key no longer than this.
IN_FLIGHT = timedelta(seconds=90)


class KeyInFlight(Exception):
    """The first request with this key has not answered yet."""


class KeyReused(Exception):
    """The key was used for another request."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Either ours to answer, or an answer to replay."""

    record: IdempotencyRecord
    replay: bool


def idempotency_claim(*, owner: User, key: str, fingerprint: str) -> Claim:
    """Take `key` for one request of `owner`. Raises KeyInFlight or KeyReused."""
    now = timezone.now()
    expired = IdempotencyRecord.objects.filter(owner=owner, key=key)
    expired.filter(created_at__lt=now - KEPT).delete()
    expired.filter(status_code=None, created_at__lt=now - IN_FLIGHT).delete()
    try:
        with transaction.atomic():
            record = IdempotencyRecord.objects.create(owner=owner, key=key, fingerprint=fingerprint)
    except IntegrityError:
        return _existing(owner, key, fingerprint)
    return Claim(record, replay=False)


def _existing(owner: User, key: str, fingerprint: str) -> Claim:
    record = IdempotencyRecord.objects.filter(owner=owner, key=key).first()
    if record is None:
        # It failed between our insert and our look: the client may simply send it again.
        raise KeyInFlight
    if record.fingerprint != fingerprint:
        raise KeyReused
    if record.status_code is None:
        raise KeyInFlight
    return Claim(record, replay=True)


def idempotency_store(
    record: IdempotencyRecord, *, status_code: int, headers: dict[str, str], body: str
) -> None:
    record.status_code, record.headers, record.body = status_code, headers, body
    record.save(update_fields=["status_code", "headers", "body"])


def idempotency_release(record: IdempotencyRecord) -> None:
    """Nothing was created: the key may be sent again."""
    record.delete()


def idempotency_prune(*, before: datetime, dry_run: bool = False) -> int:
    stale = IdempotencyRecord.objects.filter(created_at__lt=before)
    return delete_in_batches(stale, dry_run=dry_run)
