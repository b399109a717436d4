"""What people may enter on a page. Bounds are those of the API."""

from typing import Any

from django import forms
from django.conf import settings

from accounts.choices import JobStatus
from evaluation.choices import Grade
from rl.choices import SessionKind, StopReason
from specs.choices import DesignType, Engine, ReviewState
from specs.words import sentence

PROMPT_MIN, PROMPT_MAX = 3, 10_000


class PromptForm(forms.Form):
    prompt = forms.CharField(
        min_length=PROMPT_MIN,
        max_length=PROMPT_MAX,
        strip=False,
        label="Describe a design",
        widget=forms.Textarea(
            attrs={"rows": 4, "autocomplete": "off", "aria-describedby": "prompt-help"}
        ),
        error_messages={
            "required": "Write what should be designed.",
            "min_length": f"A prompt has at least {PROMPT_MIN} characters.",
            "max_length": f"A prompt has at most {PROMPT_MAX:,} characters.",
        },
    )

    def clean_prompt(self) -> str:
        # A form sends every line break as CR LF, whatever was typed; the API's clients do not.
        prompt: str = self.cleaned_data["prompt"].replace("\r\n", "\n")
        if not prompt.strip():
            raise forms.ValidationError("Write what should be designed.", code="required")
        return prompt


def any_or(choices: Any, label: str) -> list[tuple[str, str]]:
    return [("", label), *choices]


def search_field() -> forms.CharField:
    return forms.CharField(
        required=False,
        max_length=200,
        label="Search",
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Title, category or id"}),
    )


class SpecFilterForm(forms.Form):
    q = search_field()
    design_type = forms.ChoiceField(
        required=False, choices=any_or(DesignType.choices, "Any type"), label="Type"
    )
    review_state = forms.ChoiceField(
        required=False, choices=any_or(ReviewState.choices, "Any state"), label="Review"
    )
    engine = forms.ChoiceField(
        required=False, choices=any_or(Engine.choices, "Any engine"), label="Engine"
    )


class SessionFilterForm(forms.Form):
    q = search_field()
    kind = forms.ChoiceField(
        required=False, choices=any_or(SessionKind.choices, "Any kind"), label="Kind"
    )
    stopped_because = forms.ChoiceField(
        required=False,
        choices=any_or([(v, sentence(v)) for v in StopReason.values], "Any reason"),
        label="Stopped because",
    )


class ReportFilterForm(forms.Form):
    q = search_field()
    design_type = forms.ChoiceField(
        required=False, choices=any_or(DesignType.choices, "Any type"), label="Type"
    )
    grade = forms.ChoiceField(
        required=False, choices=any_or(Grade.choices, "Any grade"), label="Grade"
    )


class JobFilterForm(forms.Form):
    kind = forms.ChoiceField(
        required=False,
        choices=any_or(
            [(kind, sentence(kind.replace("-", "_"))) for kind in settings.JOB_HANDLERS], "Any kind"
        ),
        label="Kind",
    )
    status = forms.ChoiceField(
        required=False, choices=any_or(JobStatus.choices, "Any state"), label="State"
    )
