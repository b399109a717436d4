"""Builds the evaluator with the reader of prompts that the settings name."""

from functools import cache
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from evaluation.agent import EvaluatorAgent, Reader
from specs.draft import Reading

# What a prompt states is read by the extraction of the specs app unless a setting says otherwise.
DEFAULT_READER = "specs.extraction.read"


def read_prompt(prompt: str) -> Reading:
    """Loads the reader with the first prompt: specs alone need none."""
    return cast("Reader", import_string(_reader_path()))(prompt)


def _reader_path() -> str:
    return str(getattr(settings, "EVALUATION_READER", DEFAULT_READER))


@cache
def evaluator_agent() -> EvaluatorAgent:
    return EvaluatorAgent(reader=read_prompt)
