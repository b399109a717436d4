"""Builds the evaluator with the reader of prompts that the settings name."""

from functools import cache
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from evaluation.agent import EvaluatorAgent, Reader

# What a prompt states is read by the extraction of the specs app unless a setting says otherwise.
DEFAULT_READER = "specs.extraction.read"


def prompt_reader() -> Reader:
    """Raises ImportError when the reader is not there."""
    return cast("Reader", import_string(getattr(settings, "EVALUATION_READER", DEFAULT_READER)))


@cache
def evaluator_agent() -> EvaluatorAgent:
    return EvaluatorAgent(reader=prompt_reader())
