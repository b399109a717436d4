"""A base URL that may not be called is told at start, and not by the first request."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, register

from specs.generation.llm.addresses import ForbiddenAddress, check_base_url
from specs.wiring import llm_reach


@register()
def check_language_model(**kwargs: Any) -> list[Error]:
    if not settings.OPENAI_BASE_URL:
        return []
    try:
        check_base_url(settings.OPENAI_BASE_URL, llm_reach())
    except ForbiddenAddress as problem:
        return [Error(f"OPENAI_BASE_URL: {problem}", id="specs.E001")]
    return []
