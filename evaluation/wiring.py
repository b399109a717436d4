"""Builds the evaluator with the reader of prompts that the settings name, and the judge."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from evaluation.agent import EvaluatorAgent, Reader
from evaluation.predicting import PredictedRating, RatingPredictor
from evaluation.rubric import Rubric
from evaluation.scoring import Scorecard
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


def predict_rating(card: Scorecard) -> PredictedRating | None:
    """By what RATING_PREDICTOR names; None without it, and while people have said too little."""
    path = getattr(settings, "RATING_PREDICTOR", "")
    if not path:
        return None
    scores = {name: part.score for name, part in card.criteria.items()}
    predictor: RatingPredictor = import_string(path)
    return predictor(card.document.spec, {**scores, "score": card.score})


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
