"""A person mends a spec in a form; the result is a new revision and counts as preferred."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from config.dashboard.access import viewer
from config.staff.pages import Link, page, person, staff_page
from config.staff.spec_form import SpecForm
from feedback.errors import FeedbackError
from feedback.services import correction_add
from specs.errors import InvalidSpec
from specs.models import Spec
from specs.selectors import spec_get
from specs.services import RevisionConflict


@staff_page("feedback.add_correction")
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, spec_id: uuid.UUID) -> HttpResponse:
    spec = spec_get(principal=viewer(request), spec_id=str(spec_id))
    if spec is None:
        raise Http404
    if request.method != "POST":
        return show(request, spec, SpecForm(document=spec.latest.document))
    form = SpecForm(request.POST, document=spec.latest.document)
    if not form.is_valid():
        return show(request, spec, form, status=422)
    before = spec.latest
    before.spec = spec
    try:
        if request.POST.get("revision") != str(before.number):
            based_on = request.POST.get("revision", "")
            number = int(based_on) if based_on.isdecimal() and len(based_on) < 9 else 0
            raise RevisionConflict(based_on=number, latest=before.number)
        correction_add(
            before=before,
            document=form.document(),
            person=person(request),
            reason=form.cleaned_data["reason"],
        )
    except InvalidSpec as problem:
        form.place_errors(problem.violations)
        return show(request, spec, form, status=422)
    except (FeedbackError, RevisionConflict) as problem:
        form.add_error(None, str(problem))
        return show(request, spec, form, status=409)
    messages.success(request, "Stored as a new revision.")
    return redirect("admin:specs_spec_change", spec.pk)


def show(request: HttpRequest, spec: Spec, form: SpecForm, *, status: int = 200) -> HttpResponse:
    return page(
        request,
        "staff/correction.html",
        f"Correct: {spec.title}",
        crumbs=(
            Link("Specs", reverse("admin:specs_spec_changelist")),
            Link(spec.title, reverse("admin:specs_spec_change", args=[spec.pk])),
        ),
        status=status,
        spec=spec,
        form=form,
    )
