"""Prompts that ask for no physical design: verse, recipes, questions, chat, orders to us."""

from specs.extraction.refusal.reading import refusal

__all__ = ["refusal"]
