"""Reads settings and builds what learns and plays: the only place that knows where engines are."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from evaluation.wiring import read_prompt
from rl.prompts import CaseMaker
from specs.wiring import engines, main_agent

if TYPE_CHECKING:
    from specs.draft import Draft


def draft_with(engine: str) -> "Callable[[str], Draft]":
    return lambda prompt: main_agent(engine).design(prompt)


def drafting_engines() -> "dict[str, Callable[[str], Draft]]":
    """The MainAgent's engines of this deployment, by name."""
    return {name: draft_with(name) for name in engines()}


@cache
def case_maker() -> CaseMaker:
    """Training and measuring use the rules engine: it is there without network, and repeatable."""
    return CaseMaker(read_prompt, draft_with("rules"))
