"""The agent that judges a document, with the prompt it was made for where there is one."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from evaluation.document import read_document
from evaluation.fixes import suggestions
from evaluation.rubric import Rubric, first_rubrics
from evaluation.scoring import Scorecard, score_read
from specs.draft import Reading
from specs.errors import NotADesign

Reader = Callable[[str], Reading]


class EvaluatorAgent:
    """`reader` says what a prompt states; `rubrics` are by design type."""

    def __init__(
        self, *, reader: Reader | None = None, rubrics: Mapping[str, Rubric] | None = None
    ) -> None:
        self.reader = reader
        self.rubrics = rubrics or first_rubrics()

    def evaluate(
        self,
        document: Any,
        prompt: str | None = None,
        *,
        reading: Reading | None = None,
        assumed: Iterable[str] = (),
    ) -> Scorecard:
        """Raises UnreadableSpec. A `reading` that is at hand saves reading the prompt again."""
        if reading is None and prompt is not None:
            reading = self._read(prompt)
        read = read_document(document)
        rubric = self.rubrics[read.spec.design_type]
        stood_in = frozenset(assumed)
        card = score_read(read, reading, rubric=rubric, assumed=stood_in)
        offers = suggestions(card, reading, rubric=rubric, assumed=stood_in)
        return card.with_suggestions(offers)

    def _read(self, prompt: str) -> Reading | None:
        if self.reader is None:
            return None
        try:
            return self.reader(prompt)
        except NotADesign:
            # A prompt that asks for nothing states nothing to be faithful to.
            return None
