"""Reads settings and builds what learns and plays: the only place that knows where engines are."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from evaluation.wiring import read_prompt
from rl.prompts import CaseMaker
from rl.suites import Suites, evaluator_suites
from specs.errors import NotADesign
from specs.wiring import main_agent

if TYPE_CHECKING:
    from specs.draft import Draft, Reading


def draft_with(engine: str) -> "Callable[[str], Draft]":
    return lambda prompt: main_agent(engine).design(prompt)


@cache
def case_maker() -> CaseMaker:
    """Training and measuring use the rules engine: it is there without network, and repeatable."""
    return CaseMaker(read_prompt, draft_with("rules"))


def reading_of(prompt: str) -> "Reading | None":
    """What a stored spec's prompt states; None without one, or where it asks for no design."""
    if not prompt:
        return None
    try:
        return read_prompt(prompt)
    except NotADesign:
        return None


@cache
def suites() -> Suites:
    return evaluator_suites(case_maker())
