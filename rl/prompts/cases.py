"""From a prompt to a case: what it states, and the design that the episode starts from."""

from collections.abc import Callable, Iterable
from itertools import islice

import numpy as np

from rl.judging import Case
from rl.operators import Design, Facts
from rl.prompts.damage import damaged
from rl.prompts.suite import digest
from specs.draft import Draft, Reading
from specs.errors import NotADesign

# Half of the starting points are what the engine drafts; a quarter state only what the prompt
# says, as a client's own spec may; a quarter come from careless hands.
KINDS = ("draft", "draft", "bare", "careless")
MOST_KEPT = 5000


class CaseMaker:
    """`read` says what a prompt states, `generate` drafts a spec: the engine's two doors."""

    def __init__(self, read: Callable[[str], Reading], generate: Callable[[str], Draft]) -> None:
        self._read = read
        self._generate = generate
        self._made: dict[tuple[str, str | None], Case] = {}

    def case(self, prompt: str, kind: str | None = None) -> Case:
        """Raises NotADesign for a prompt that asks for no design. Made once for a prompt."""
        key = (prompt, kind)
        if key not in self._made:
            if len(self._made) >= MOST_KEPT:
                self._made.clear()
            self._made[key] = self._make(prompt, kind)
        return self._made[key]

    def _make(self, prompt: str, kind: str | None) -> Case:
        number = digest(f"start:{prompt}")
        kind = kind or KINDS[number % len(KINDS)]
        reading = self._read(prompt)
        if kind == "bare":
            start = Design(reading.spec, reading.provenance)
        else:
            draft = self._generate(prompt)
            start = Design(draft.spec, draft.provenance, draft.assumptions)
        if kind == "careless":
            start = damaged(start, np.random.default_rng(number))
        return Case(f"{kind}:{prompt}", prompt, Facts(reading), start, kind)

    def cases(
        self, prompts: Iterable[str], count: int, *, kind: str | None = None
    ) -> tuple[Case, ...]:
        """The first `count` prompts that ask for a design."""
        return tuple(islice(self._usable(prompts, kind), count))

    def _usable(self, prompts: Iterable[str], kind: str | None) -> Iterable[Case]:
        for prompt in prompts:
            try:
                yield self.case(prompt, kind)
            except NotADesign:
                continue
