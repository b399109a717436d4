"""Ratings, comparisons and corrections as what a reward model or a trainer reads."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db.models import Avg, Count

from feedback.choices import Choice, Purpose
from feedback.exporting import PreferencePair, RatedSpec, pairs_from_ratings
from feedback.features import psi
from feedback.judgements import Judgements, Pair, Stars
from feedback.models import Comparison, Correction
from feedback.selectors.blind import ratings_open
from feedback.selectors.scores import Scores, revision_scores
from specs.choices import ReviewState
from specs.design import DesignSpec
from specs.models import Spec, SpecRevision

CHUNK = 500


def judgements() -> Judgements:
    """All that may be learnt from: finished reviews, choices of taste, corrections."""
    ratings = list(
        ratings_open()
        .filter(person__isnull=False)
        .order_by("pk")
        .values_list("revision_id", "person_id", "stars")
    )
    choices = list(
        Comparison.objects.exclude(choice="")
        # Votes judge policies; learning from them would let a policy be judged by its own votes.
        .filter(purpose=Purpose.TASTE)
        .order_by("pk")
        .select_related("first", "second")
        .only("first_id", "second_id", "first_side", "choice")
    )
    corrections = list(Correction.objects.order_by("pk").values_list("after_id", "before_id"))
    needed = {revision for revision, _, _ in ratings}
    needed |= {key for c in choices for key in (c.first_id, c.second_id)}
    needed |= {key for pair in corrections for key in pair}
    known = _features(needed)
    return Judgements(
        stars=tuple(
            Stars(known[revision][0], known[revision][1], _token(person), stars)
            for revision, person, stars in ratings
        ),
        pairs=(
            *(_pair(choice, known) for choice in choices),
            *(Pair(known[a][0], known[b][0], known[a][1]) for a, b in corrections),
        ),
    )


def _features(ids: set[Any]) -> dict[Any, Any]:
    found = {}
    ordered = sorted(ids)
    for start in range(0, len(ordered), CHUNK):
        part = ordered[start : start + CHUNK]
        scores = revision_scores(part)
        documents = SpecRevision.objects.filter(pk__in=part).values_list("pk", "document")
        for key, document in documents:
            spec = DesignSpec.from_json(document)
            found[key] = (psi(spec, scores.get(key, {})), spec.design_type)
    return found


def _token(person: object) -> str:
    """The same for the same rater, and no name: it ends in a model that leaves the house."""
    return hashlib.sha256(str(person).encode()).hexdigest()[:12]


def _pair(comparison: Comparison, known: dict[Any, Any]) -> Pair:
    preferred = comparison.preferred
    first, second = known[comparison.first_id], known[comparison.second_id]
    if preferred is not None and preferred.pk == comparison.second_id:
        first, second = second, first
    return Pair(first[0], second[0], first[1], tie=preferred is None)


def preference_pairs() -> list[PreferencePair]:
    """From comparisons, corrections and ratings of specs that share a prompt, in this order."""
    pairs = []
    chosen = Comparison.objects.filter(choice__in=(Choice.LEFT, Choice.RIGHT))
    for comparison in chosen.order_by("pk").select_related("first__spec", "second__spec"):
        better = comparison.preferred
        worse = comparison.second if better == comparison.first else comparison.first
        if better is not None and comparison.prompt:
            pairs.append(_preference(comparison.prompt, better, worse, "comparison"))
    corrections = Correction.objects.order_by("pk").select_related("before__spec", "after")
    for correction in corrections:
        prompt = correction.before.spec.prompt
        if prompt:
            pairs.append(_preference(prompt, correction.after, correction.before, "correction"))
    return [*pairs, *pairs_from_ratings(rated_specs())]


def _preference(
    prompt: str, better: SpecRevision, worse: SpecRevision, source: str
) -> PreferencePair:
    return PreferencePair(
        prompt, better.document, worse.document, source, better.document["design_type"]
    )


def rated_specs(revisions: Iterable[SpecRevision] | None = None) -> list[RatedSpec]:
    """Each rated revision with a prompt, its mean stars and its scores."""
    ratings = ratings_open()
    if revisions is not None:
        ratings = ratings.filter(revision__in=[revision.pk for revision in revisions])
    means = {
        key: (stars, count)
        for key, stars, count in ratings.order_by()
        .values_list("revision_id")
        .annotate(Avg("stars"), Count("pk"))
    }
    found = []
    ordered = sorted(means)
    for start in range(0, len(ordered), CHUNK):
        part = ordered[start : start + CHUNK]
        scores = revision_scores(part)
        rows = SpecRevision.objects.filter(pk__in=part).select_related("spec").order_by("pk")
        for revision in rows:
            if revision.spec.prompt:
                stars, count = means[revision.pk]
                found.append(_rated(revision, stars, count, scores.get(revision.pk, {})))
    return found


def _rated(revision: SpecRevision, stars: float, count: int, scores: Scores) -> RatedSpec:
    return RatedSpec(
        prompt=revision.spec.prompt,
        spec=revision.document,
        design_type=revision.document["design_type"],
        stars=float(stars),
        ratings=count,
        scores={name: value for name, value in scores.items() if value is not None},
        accepted=_accepted(revision.spec, revision),
    )


def _accepted(spec: Spec, revision: SpecRevision) -> bool:
    return spec.latest_id == revision.pk and spec.review_state == ReviewState.ACCEPTED
