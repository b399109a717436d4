"""How far reviewers agree, and each of them beside the others."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.staff.pages import page, staff_page
from feedback.agreement import Agreement
from feedback.selectors import agreement_report

WIDTH = 160


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """Numbers as text, and the places of the interval on a line from -1 to 1."""

    label: str
    alpha: str
    interval: str
    units: int
    ratings: int
    verdict: str
    drawn: bool
    start: int = 0
    end: int = 0
    point: int = 0


@staff_page("feedback.see_agreement")
@require_safe
def agreement(request: HttpRequest) -> HttpResponse:
    report = agreement_report(now=timezone.now())
    return page(
        request,
        "staff/agreement.html",
        "Agreement",
        rows=[agreement_row(one.label, one.result) for one in report.criteria],
        reviewers=[
            {
                "name": one.reviewer,
                "ratings": one.ratings,
                "shared": one.shared,
                "bias": number(one.bias, signed=True),
                "drift": number(one.drift, signed=True),
                "alpha": number(one.alpha),
            }
            for one in report.reviewers
        ],
    )


def agreement_row(label: str, result: Agreement) -> AgreementRow:
    drawn = result.alpha is not None and result.low is not None and result.high is not None
    return AgreementRow(
        label=label,
        alpha=number(result.alpha),
        interval=f"{number(result.low)} to {number(result.high)}" if drawn else "–",
        units=result.units,
        ratings=result.ratings,
        verdict=result.verdict,
        drawn=drawn,
        start=place(result.low),
        end=place(result.high),
        point=place(result.alpha),
    )


def number(value: float | None, *, signed: bool = False) -> str:
    if value is None:
        return "–"
    return f"{value:+.2f}" if signed else f"{value:.2f}"


def place(value: float | None) -> int:
    return round((max(-1.0, min(1.0, value or 0.0)) + 1) / 2 * WIDTH)
