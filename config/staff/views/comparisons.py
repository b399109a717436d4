"""Two specs for one prompt side by side, without a word on who made them."""

import itertools
import uuid
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.dashboard.presenters.rows import SpecRows, spec_rows
from config.staff.forms import ChoiceReasonForm
from config.staff.pages import Link, page, person, staff_page
from feedback.choices import MAX_SECONDS, Choice
from feedback.errors import FeedbackError
from feedback.models import Comparison
from feedback.selectors import comparison_held, comparison_of
from feedback.services import comparison_choose, comparison_next

RIGHT = "feedback.review"


@dataclass(frozen=True, slots=True)
class ComparedRow:
    label: str
    left: str
    right: str

    @property
    def differs(self) -> bool:
        return self.left != self.right


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    title: str
    rows: tuple[ComparedRow, ...]


@staff_page(RIGHT)
@require_safe
def comparisons(request: HttpRequest) -> HttpResponse:
    me = person(request)
    return page(
        request,
        "staff/comparisons.html",
        "Comparisons",
        held=comparison_held(me),
        done=Comparison.objects.filter(person=me).exclude(choice="").count(),
    )


@staff_page(RIGHT)
@require_POST
def take_next(request: HttpRequest) -> HttpResponse:
    return to_next(request)


def to_next(request: HttpRequest) -> HttpResponse:
    comparison = comparison_next(person=person(request), now=timezone.now())
    if comparison is None:
        messages.info(request, "No pair waits for you now.")
        return redirect("admin:comparisons")
    return redirect("admin:comparison", comparison.pk)


@staff_page(RIGHT)
@require_http_methods(["GET", "HEAD", "POST"])
def comparison(request: HttpRequest, comparison_id: uuid.UUID) -> HttpResponse:
    found = comparison_of(person(request), comparison_id)
    if found is None:
        raise Http404
    if request.method == "POST":
        return chosen(request, found)
    return show(request, found, ChoiceReasonForm())


def chosen(request: HttpRequest, found: Comparison) -> HttpResponse:
    form = ChoiceReasonForm(request.POST)
    choice = request.POST.get("choice", "")
    if not form.is_valid() or choice not in Choice.values:
        return show(request, found, form, status=422)
    now = timezone.now()
    since = found.served_at or found.created_at
    try:
        comparison_choose(
            comparison_id=found.pk,
            person=person(request),
            choice=choice,
            now=now,
            reason=form.cleaned_data["reason"],
            seconds=min(MAX_SECONDS, int((now - since).total_seconds())),
        )
    except FeedbackError as problem:
        messages.error(request, str(problem))
        return redirect("admin:comparison", found.pk)
    return to_next(request)


def show(
    request: HttpRequest, found: Comparison, form: ChoiceReasonForm, *, status: int = 200
) -> HttpResponse:
    return page(
        request,
        "staff/comparison.html",
        "Which is better?",
        crumbs=(Link("Comparisons", reverse("admin:comparisons")),),
        status=status,
        comparison=found,
        groups=compared(rows_of(found.left.document), rows_of(found.right.document)),
        form=form,
    )


def rows_of(document: dict[str, object]) -> SpecRows:
    # Without provenance: where values come from would tell who made the spec.
    return spec_rows(document, {}, [], {})


def compared(left: SpecRows, right: SpecRows) -> tuple[ComparedGroup, ...]:
    """Rows of the same label stand beside each other, in the order of the sheet."""
    titles = dict.fromkeys([*(g.title for g in left.groups), *(g.title for g in right.groups)])
    return tuple(
        ComparedGroup(title, tuple(_rows(_texts(left, title), _texts(right, title))))
        for title in titles
    )


Texts = dict[str, list[str]]


def _texts(rows: SpecRows, title: str) -> Texts:
    found: Texts = {}
    for group in rows.groups:
        if group.title == title:
            for row in group.rows:
                text = "".join(piece.joint + piece.text for piece in row.pieces)
                found.setdefault(row.label, []).append(text)
    return found


def _rows(left: Texts, right: Texts) -> list[ComparedRow]:
    rows = []
    for label in dict.fromkeys([*left, *right]):
        mine, theirs = left.get(label, []), right.get(label, [])
        # What both have comes first, so that a feature in another place is no difference.
        both = [text for text in mine if text in theirs]
        only_left = [text for text in mine if text not in both]
        only_right = [text for text in theirs if text not in both]
        rows += [ComparedRow(label, text, text) for text in both]
        rows += [
            ComparedRow(label, a or "–", b or "–")
            for a, b in itertools.zip_longest(only_left, only_right, fillvalue="")
        ]
    return rows
