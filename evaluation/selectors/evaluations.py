"""Which evaluations a caller sees, and how much of them a page needs."""

import uuid
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.db.models import Q, QuerySet

from accounts.models import User
from accounts.principals import Principal, owned
from evaluation.models import Evaluation
from specs.blindness import blindness
from specs.models.revision import DOCUMENTS
from specs.selectors import parse_id

# The heavy part of a row; lists leave it out.
HEAVY = ("scorecard", "submitted", "judge", "predicted_rating", "prompt")
SPEC_ONLY = (
    *HEAVY,
    "spec__prompt",
    *(f"revision__{name}" for name in DOCUMENTS),
)


def evaluations_visible_to(principal: Principal) -> QuerySet[Evaluation]:
    """A client's own, staff's all but those of specs whose scores they must not know yet, nobody's
    none."""
    return _without_hidden(owned(Evaluation.objects.all(), principal, owner="owner"), principal)


def _without_hidden(
    evaluations: QuerySet[Evaluation], principal: Principal
) -> QuerySet[Evaluation]:
    hidden = blindness()(principal, "spec")
    return evaluations if hidden is None else evaluations.filter(~hidden)


def evaluations_for_list(principal: Principal) -> QuerySet[Evaluation]:
    """Without scorecards, prompts and documents."""
    return (
        evaluations_visible_to(principal)
        .select_related("owner", "spec", "revision")
        .defer(*SPEC_ONLY)
    )


def evaluations_for_detail(principal: Principal) -> QuerySet[Evaluation]:
    return _with_all(evaluations_visible_to(principal))


def _with_all(evaluations: QuerySet[Evaluation]) -> QuerySet[Evaluation]:
    return evaluations.select_related("owner", "spec", "revision")


def evaluation_for_report(*, principal: Principal, report_id: str) -> Evaluation | None:
    """Without credentials by id alone where reports are public, for ids cannot be guessed. Who
    sends credentials reads what is theirs, and what is nobody's.
    """
    key = parse_id(report_id)
    if key is None:
        return None
    if "reports" in settings.PUBLIC_ENDPOINTS:
        found = _without_hidden(Evaluation.objects.filter(pk=key), principal)
        if principal.user_id is not None and not principal.staff:
            found = found.filter(Q(owner=principal.user_id) | Q(owner=None))
        return _with_all(found).first()
    return evaluations_for_detail(principal).filter(pk=key).first()


def latest_evaluation_of(revision_id: uuid.UUID) -> Evaluation | None:
    """The newest one that was judged by the spec's own prompt."""
    return (
        Evaluation.objects.filter(revision=revision_id, prompt="")
        .select_related("spec", "revision")
        .order_by("-id")
        .first()
    )


def criterion_scores(
    revision_ids: Iterable[uuid.UUID],
) -> dict[uuid.UUID, Mapping[str, float | None]]:
    """By revision, the scores of the newest evaluation by criterion; `score` is the total."""
    rows = Evaluation.objects.filter(revision__in=list(revision_ids), prompt="").order_by("id")
    return {
        revision: {
            "score": score,
            **{name: part["score"] for name, part in scorecard["criteria"].items()},
        }
        for revision, score, scorecard in rows.values_list("revision_id", "score", "scorecard")
    }


def evaluations_matching(queryset: QuerySet[Evaluation], text: str) -> QuerySet[Evaluation]:
    """What the admin's search box finds: an id, an owner's name, words of the spec's title."""
    text = text.strip()
    if key := parse_id(text):
        return queryset.filter(Q(pk=key) | Q(spec=key) | Q(owner=key))
    in_title = Q()
    for word in text.split():
        in_title &= Q(spec__title__icontains=word)
    if owner := User.objects.filter(username=text).only("pk").first():
        in_title |= Q(owner=owner)
    return queryset.filter(in_title)


def evaluations_to_rescore(design_type: str) -> QuerySet[Evaluation]:
    return (
        Evaluation.objects.filter(design_type=design_type)
        .select_related("spec", "revision")
        .order_by("-id")
    )
