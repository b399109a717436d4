"""Forms of the staff pages. They work by keyboard alone, with scripts and without."""

from typing import Any

from django import forms

from feedback.choices import MAX_TEXT, Criterion
from feedback.knowledge import read
from feedback.services import RatingValues

STARS = [(str(n), str(n)) for n in range(1, 6)]


def scale(label: str, *, required: bool = False) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=STARS, required=required, widget=forms.RadioSelect
    )


class RatingForm(forms.Form):
    stars = scale("Overall", required=True)
    completeness = scale("Completeness")
    format_validity = scale("Format validity")
    feasibility = scale("Feasibility")
    consistency = scale("Consistency")
    fidelity = scale("Fidelity to the prompt")
    tags = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, label="In a word"
    )
    reason = forms.CharField(
        required=False,
        max_length=MAX_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Why",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tags: Any = self.fields["tags"]
        tags.choices = [(name, tag["label"]) for name, tag in read("tags").items()]

    def scales(self) -> list[forms.BoundField]:
        return [self[name] for name in ("stars", *Criterion.values)]

    def values(self, seconds: int | None) -> RatingValues:
        given = self.cleaned_data
        return RatingValues(
            stars=int(given["stars"]),
            criteria={name: int(given[name]) for name in Criterion.values if given[name]},
            reason=given["reason"],
            tags=given["tags"],
            seconds=seconds,
        )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        max_length=MAX_TEXT, widget=forms.Textarea(attrs={"rows": 2}), label="Reason"
    )


class ChoiceReasonForm(forms.Form):
    reason = forms.CharField(
        required=False,
        max_length=MAX_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        label="Why (optional)",
    )


class DayForm(forms.Form):
    day = forms.DateField(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
