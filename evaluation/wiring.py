"""Builds the evaluator with the reader of prompts that the settings name, and the judge."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from evaluation.agent import EvaluatorAgent, Reader
from evaluation.rubric import Rubric
from specs.draft import Reading

if TYPE_CHECKING:
    from evaluation.judge import Judge

# What a prompt states is read by the extraction of the specs app unless a setting says otherwise.
DEFAULT_READER = "specs.extraction.read"


def read_prompt(prompt: str) -> Reading:
    """Loads the reader with the first prompt: specs alone need none."""
    return cast("Reader", import_string(_reader_path()))(prompt)


def _reader_path() -> str:
    return str(getattr(settings, "EVALUATION_READER", DEFAULT_READER))


@cache
def evaluator_agent() -> EvaluatorAgent:
    """With the rubrics of the data files: for commands, which need no database."""
    return EvaluatorAgent(reader=read_prompt)


def evaluator_with(rubrics: Mapping[str, Rubric]) -> EvaluatorAgent:
    return EvaluatorAgent(reader=read_prompt, rubrics=rubrics)


@cache
def judge() -> "Judge | None":
    """The language model as a judge, where a setting asks for it and a model is configured."""
    if not settings.EVALUATION_JUDGE or not settings.OPENAI_BASE_URL:
        return None
    from evaluation.judge import Judge
    from specs.wiring import llm_generator

    generator = llm_generator()
    return Judge(
        client=generator.client,
        breaker=generator.breaker,
        memory=generator.memory,
        budget=generator.budget,
        pass_score=settings.EVALUATION_JUDGE_PASS,
    )


def _forget(*, setting: str, **kwargs: object) -> None:
    if setting.startswith(("EVALUATION_", "LLM_", "OPENAI_", "SPEC_")):
        judge.cache_clear()


setting_changed.connect(_forget)
