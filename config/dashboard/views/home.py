"""Home: the try-it box and what came of it, and the latest specs."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.models import User
from accounts.principals import Principal
from config.dashboard.access import counted, signed_in, viewer
from config.dashboard.blindness import revisions_hidden_from
from config.dashboard.forms import PromptForm
from config.dashboard.presenters.lists import SpecListRow, spec_list
from config.dashboard.presenters.sheet import legend, spec_sheet
from specs.choices import Storage
from specs.errors import NotADesign
from specs.selectors import specs_for_list
from specs.services import spec_generate

LATEST = 6
EXAMPLES = (
    "A 3-storey steel office, 30 x 20 m, no basement, budget $2.4M",
    "Oak writing desk, 140 by 70 cm and 74 cm high, two drawers, for a student room",
    "City e-bike with a 500 Wh battery and 80 km range, aluminium frame, under 22 kg",
)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return attempt(request)
    form = PromptForm(initial={"prompt": request.GET.get("prompt", "")[:PROMPT_SHOWN]})
    return show(request, form)


PROMPT_SHOWN = 10_000


def attempt(request: HttpRequest) -> HttpResponse:
    """With htmx the answer replaces the part below the box; without it, it is a page."""
    form = PromptForm(request.POST)
    verdict = counted(request, "generate")
    if not verdict.allowed:
        refusal: dict[str, Any] = {"wait": max(1, round(verdict.reset))}
        response = show(request, form, refusal=refusal, status=429)
        response["Retry-After"] = str(refusal["wait"])
        return response
    if not form.is_valid():
        return show(request, form)
    owner = request.user if isinstance(request.user, User) else None
    try:
        spec = spec_generate(prompt=form.cleaned_data["prompt"], owner=owner)
    except NotADesign as refused:
        refusal = {"reason": refused.reason, "understood": refused.understood}
        return show(request, form, refusal=refusal)
    if spec.storage == Storage.JOURNAL:
        return show(request, form, refusal={"journalled": spec.pk})
    if by_htmx(request):
        context = {
            "sheet": spec_sheet(spec, spec.latest),
            "drawing": reverse("spec-preview", args=[spec.pk]),
        }
        return render(request, "dashboard/result.html", context)
    return redirect("dashboard:spec", spec.pk)


def show(
    request: HttpRequest,
    form: PromptForm,
    *,
    refusal: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "refusal": refusal}
    if by_htmx(request):
        return render(request, "dashboard/refusal.html", context, status=status)
    who = viewer(request)
    context |= {
        "examples": EXAMPLES,
        "key": legend(),
        "latest": latest(who),
        "staff": who.staff,
        # The rules answer at once; only a model is worth watching.
        "streams": bool(settings.OPENAI_BASE_URL),
    }
    return render(request, "dashboard/home.html", context, status=status)


def latest(who: Principal) -> list[SpecListRow]:
    specs = list(specs_for_list(who)[:LATEST])
    return spec_list(specs, revisions_hidden_from(who, (spec.latest_id for spec in specs)))


def by_htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"
