"""Executable suggestions: each was applied and scored before it is offered."""

from collections.abc import Iterator

from evaluation.criterion import Finding, Patch, Repair, Severity
from evaluation.document import Document, read_document
from evaluation.patching import patched, shifted
from evaluation.repairs import repairs_for
from evaluation.rubric import Rubric
from evaluation.rules.thing import Thing
from evaluation.scoring import Scorecard, Suggestion, score_read
from specs.design import JSON
from specs.draft import Reading

# Nobody works through a longer list, and each candidate costs one scoring.
MAX_SUGGESTIONS = 10
MAX_TRIALS = 24


def suggestions(
    card: Scorecard,
    reading: Reading | None = None,
    *,
    rubric: Rubric,
    assumed: frozenset[str] = frozenset(),
) -> tuple[Suggestion, ...]:
    """Ordered by gain. None of them lowers the criterion of its finding or the total."""
    return tuple(Workshop(card, reading, rubric, assumed).offers())


class Workshop:
    """Tries repairs on the normal form of one document."""

    def __init__(
        self, card: Scorecard, reading: Reading | None, rubric: Rubric, assumed: frozenset[str]
    ) -> None:
        self.card = card
        self.reading = reading
        self.rubric = rubric
        self.document: Document = card.document
        self.normal: JSON = self.document.spec.as_json()
        self.assumed = assumed
        self.trials = MAX_TRIALS
        self.thing = Thing(self.document.spec)

    def offers(self) -> list[Suggestion]:
        found: dict[str, Suggestion] = {}
        if not self.document.exact:
            self._keep(found, self._offer(self.rewrite(), ""))
        for finding in self.card.findings:
            for repair in self._repairs(finding):
                if self.trials <= 0:
                    break
                offer = self._offer(repair, finding.pointer, finding.criterion)
                if offer is not None:
                    self._keep(found, offer)
                    break
        return sorted(found.values(), key=lambda s: -s.gain)[:MAX_SUGGESTIONS]

    def rewrite(self) -> Repair:
        return Repair("normalise", "Write the spec in the normal form, as it was read.", [])

    def _repairs(self, finding: Finding) -> Iterator[Repair]:
        yield from finding.repairs
        if finding.criterion not in ("feasibility", "consistency") or finding.rule == "CAP":
            return
        for repair in repairs_for(
            self.thing, finding.rule, self.document.pointer_in_spec(finding.pointer)
        ):
            if finding.severity is Severity.ERROR or _harmless(finding, repair):
                yield repair

    def _offer(
        self, repair: Repair, pointer: str, criterion: str = "format_validity"
    ) -> Suggestion | None:
        self.trials -= 1
        try:
            changed = patched(self.normal, repair.patch)
        except LookupError:
            return None
        after = score_read(
            read_document(changed),
            self.reading,
            rubric=self.rubric,
            assumed=shifted(self.assumed_in_normal_form(), repair.patch),
        )
        before = self.card.criteria[criterion].score or 0.0
        gain = round(after.score - self.card.score, 2)
        # The total may not fall either: to clear a value may cost more than it heals.
        if (after.criteria[criterion].score or 0.0) < before or gain < 0:
            return None
        if after.criteria[criterion].score == before and gain == 0:
            return None
        return Suggestion(
            repair.action, pointer, repair.message, gain, self._for_client(repair.patch)
        )

    def assumed_in_normal_form(self) -> frozenset[str]:
        if self.document.exact or not self.assumed:
            return self.assumed
        return frozenset(self.document.pointer_in_spec(pointer) for pointer in self.assumed)

    def _for_client(self, patch: Patch) -> Patch:
        """What was read leniently has first to be written as it was read."""
        if self.document.exact:
            return patch
        return [{"op": "replace", "path": "", "value": self.normal}, *patch]

    def _keep(self, found: dict[str, Suggestion], offer: Suggestion | None) -> None:
        if offer is not None:
            found.setdefault(repr(offer.patch[-1:]), offer)


def _harmless(finding: Finding, repair: Repair) -> bool:
    """Unusual is not wrong: nobody is told to change a figure that may be meant.

    A price is the exception, where a thousand times the usual is a slip, and so are features,
    where too many or misplaced ones say nothing.
    """
    if finding.severity is not Severity.WARNING:
        return False
    if finding.pointer.startswith("/estimated_cost"):
        return repair.action == "correct"
    return finding.pointer.startswith("/features")
