"""Which specs a caller sees, and how much of them a page needs."""

import re
import uuid

from django.db.models import Q, QuerySet
from django.db.models.functions import Left

from accounts.models import User
from accounts.principals import Principal, owned
from specs import remembered
from specs.blindness import blindness
from specs.models import Spec, SpecRevision
from specs.models.revision import DOCUMENTS, RevisionQuerySet

# `uuid.UUID` reads braces, urn: and digits without hyphens too; one id has one spelling here.
CANONICAL_ID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
REVISION_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
EXCERPT = 200
# Annotated over the attribute of that name, which holds where nothing is hidden.
HIDDEN = "score_hidden"


def parse_id(text: str) -> uuid.UUID | None:
    """The id that `text` spells, None where it spells none."""
    return uuid.UUID(text) if CANONICAL_ID.fullmatch(text) else None


def specs_visible_to(principal: Principal) -> QuerySet[Spec]:
    """A client's own, staff's all, nobody's none."""
    return owned(Spec.objects.all(), principal, owner="owner")


def with_blindness(specs: QuerySet[Spec], principal: Principal) -> QuerySet[Spec]:
    """Each spec says whether its score is hidden from the caller, as `score_hidden`."""
    hidden = blindness()(principal, "pk")
    return specs if hidden is None else specs.annotate(**{HIDDEN: hidden})


def without_hidden_scores(specs: QuerySet[Spec]) -> QuerySet[Spec]:
    """For a filter or an order by score, which would tell what is hidden."""
    known = HIDDEN in specs.query.annotations
    return specs.filter(**{HIDDEN: False}) if known else specs


def specs_for_list(principal: Principal) -> QuerySet[Spec]:
    """Without prompts, which may be long, and without documents."""
    return (
        with_blindness(specs_visible_to(principal), principal)
        .annotate(prompt_excerpt=Left("prompt", EXCERPT))
        .select_related("owner", "latest")
        .defer("prompt", *(f"latest__{name}" for name in DOCUMENTS))
    )


def specs_for_detail(principal: Principal) -> QuerySet[Spec]:
    specs = with_blindness(specs_visible_to(principal), principal)
    return specs.select_related("owner", "latest")


def spec_get(*, principal: Principal, spec_id: str) -> Spec | None:
    """None for what is not there and for what is somebody else's, alike."""
    key = parse_id(spec_id)
    spec = specs_for_detail(principal).filter(pk=key).first() if key else None
    if spec is not None:
        remembered.remember(spec)
    return spec


def revisions_of(spec: Spec) -> RevisionQuerySet:
    return SpecRevision.objects.filter(spec=spec).select_related("author")


def revision_get(*, spec: Spec, number: str) -> SpecRevision | None:
    if not REVISION_NUMBER.fullmatch(number):
        return None
    return revisions_of(spec).filter(number=int(number)).first()


def specs_matching(queryset: QuerySet[Spec], text: str) -> QuerySet[Spec]:
    """What the admin's search box finds: an id, an owner's name, a category, words of the title.

    The owner is looked up first, so that the rest is an OR over columns of one table, which
    indexes can answer.
    """
    text = text.strip()
    if key := parse_id(text):
        return queryset.filter(Q(pk=key) | Q(owner=key))
    in_title = Q()
    for word in text.split():
        in_title &= Q(title__icontains=word)
    found = in_title | Q(category=text.lower().replace(" ", "_"))
    if owner := User.objects.filter(username=text).only("pk").first():
        found |= Q(owner=owner)
    return queryset.filter(found)
