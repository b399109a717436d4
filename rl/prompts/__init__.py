"""Prompts to learn from and to be measured on: generated, and the project's own corpus."""

from rl.prompts.cases import CaseMaker
from rl.prompts.suite import Split, prompts, split_of

__all__ = ["CaseMaker", "Split", "prompts", "split_of"]
