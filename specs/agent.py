"""MainAgent: from a prompt to a draft, by whichever engine it was given."""

from typing import Any

from specs.draft import Draft, SpecGenerator


class MainAgent:
    def __init__(self, generator: SpecGenerator) -> None:
        self.generator = generator

    def design(self, prompt: str, design_type: str | None = None, **telling: Any) -> Draft:
        """Raises NotADesign. `telling` goes to engines that report on the way."""
        return self.generator.generate(prompt, design_type=design_type, **telling)
