"""The list of specs, one spec, and one of its revisions."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from config.dashboard.access import signed_in, viewer
from config.dashboard.blindness import revisions_hidden_from
from config.dashboard.forms import SpecFilterForm
from config.dashboard.paging import page_of
from config.dashboard.presenters.lists import kind_of, spec_list
from config.dashboard.presenters.scores import board_of
from config.dashboard.presenters.sheet import spec_sheet
from evaluation.selectors import latest_evaluation_of
from specs.models import Spec
from specs.selectors import revision_get, revisions_of, spec_get, specs_for_list, specs_matching

REVISIONS_SHOWN = 50


@signed_in
@require_safe
def specs(request: HttpRequest) -> HttpResponse:
    who = viewer(request)
    form = SpecFilterForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    found = specs_for_list(who)
    if text := chosen.get("q"):
        found = specs_matching(found, text)
    exact = {n: v for n in ("design_type", "review_state", "engine") if (v := chosen.get(n))}
    page = page_of(found.filter(**exact), request)
    hidden = revisions_hidden_from(who, (spec.latest_id for spec in page.items))
    context = {
        "form": form,
        "page": page,
        "rows": spec_list(page.items, hidden),
        "filtered": any(chosen.values()),
        "staff": who.staff,
    }
    return render(request, "dashboard/specs.html", context)


@signed_in
@require_safe
def spec(request: HttpRequest, spec_id: uuid.UUID) -> HttpResponse:
    found = visible_spec(request, spec_id)
    return spec_page(request, found, found.latest.number)


@signed_in
@require_safe
def revision(request: HttpRequest, spec_id: uuid.UUID, number: int) -> HttpResponse:
    return spec_page(request, visible_spec(request, spec_id), number)


def visible_spec(request: HttpRequest, spec_id: uuid.UUID) -> Spec:
    found = spec_get(principal=viewer(request), spec_id=str(spec_id))
    if found is None:
        raise Http404
    return found


def spec_page(request: HttpRequest, spec: Spec, number: int) -> HttpResponse:
    shown = revision_get(spec=spec, number=str(number))
    if shown is None:
        raise Http404
    # The API draws the latest revision.
    is_latest = shown.number == spec.latest.number
    hidden = bool(revisions_hidden_from(viewer(request), [shown.pk]))
    evaluation = None if hidden else latest_evaluation_of(shown.pk)
    sheet = spec_sheet(spec, shown)
    context = {
        "sheet": sheet,
        "hidden": hidden,
        "board": board_of(evaluation, sheet.rows) if evaluation else None,
        "kind": kind_of(spec),
        "drawing": reverse("spec-preview", args=[spec.pk]) if is_latest else "",
        "revisions": revisions_of(spec).without_documents()[:REVISIONS_SHOWN],
        "is_latest": is_latest,
    }
    return render(request, "dashboard/spec.html", context)
