"""Prompts to learn from and to be measured on: generated, and the project's own corpus."""

from rl.prompts.cases import CaseMaker
from rl.prompts.frozen import frozen_prompts, written_prompts
from rl.prompts.suite import Split, prompts, split_of

__all__ = ["CaseMaker", "Split", "frozen_prompts", "prompts", "split_of", "written_prompts"]
