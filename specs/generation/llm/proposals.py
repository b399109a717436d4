"""What every proposal is judged by: what stands already, who said it, what the prompt supports."""

from typing import Any

from specs.draft import Draft, Notice
from specs.generation.llm.additions import Addition
from specs.generation.llm.evidence import Evidence, Span, meaningful, negated
from specs.generation.llm.names import Names
from specs.provenance import Source

# A model without evidence may suggest a little; a list of thirty features is noise.
MAX_UNSUPPORTED = 5
TOLERANCE = 0.01


class Proposals:
    """Collects what to add to a draft, and a notice for each value that was overruled."""

    def __init__(self, base: Draft, names: Names, prompt: str, trusted: float) -> None:
        self.additions: list[Addition] = []
        self.notices: list[Notice] = []
        self.spec = base.spec.as_json()
        self.design_type = base.spec.design_type
        self.names = names
        self._provenance = base.provenance
        self._trusted = trusted
        self.evidence = Evidence(prompt, names, self._claimed())
        self.excluded = {sense for name in base.spec.exclusions for sense in names.senses(name)}
        self._unsupported: dict[str, int] = {}

    def settled(self, place: str) -> bool:
        """Stated with confidence, derived from what is stated, or a person's: not the model's."""
        origin = self._provenance.get(place)
        if origin is None or origin.source in {Source.DEFAULT, Source.LLM}:
            return False
        if origin.source is Source.PROMPT and origin.confidence is not None:
            return origin.confidence >= self._trusted
        return True

    def _claimed(self) -> list[Span]:
        return [
            (origin.start, origin.end)
            for place, origin in self._provenance.items()
            if origin.start is not None
            and origin.end is not None
            and origin.source is Source.PROMPT
            and self.settled(place)
        ]

    def is_derived(self, place: str) -> bool:
        origin = self._provenance.get(place)
        return origin is not None and origin.source is Source.DERIVED

    def is_default(self, place: str) -> bool:
        origin = self._provenance.get(place)
        return origin is None or origin.source is Source.DEFAULT

    def is_excluded(self, name: str) -> bool:
        return bool(self.names.senses(name) & self.excluded)

    def mentions_excluded(self, text: str) -> bool:
        words = meaningful(text)
        return any(meaningful(name) <= words for name in self.excluded) and not negated(text)

    def acceptable(self, key: str, name: str, known: str | None, span: Span | None) -> bool:
        """Whether a new entry of that name may stand in the list at all."""
        if self.is_excluded(name):
            self.left_out(f"/{key}", name, "the prompt rules it out")
            return False
        if span is not None:
            return True
        if known is None:
            self.left_out(f"/{key}", name, "neither the vocabulary nor the prompt has it")
            return False
        self._unsupported[key] = self._unsupported.get(key, 0) + 1
        return self._unsupported[key] <= MAX_UNSUPPORTED

    def add(self, path: tuple[str | int, ...], value: Any, span: Span | None) -> None:
        """The first proposal for a place stands."""
        if path[-1] == "-" or not any(known.path == path for known in self.additions):
            self.additions.append(Addition(path, value, span))

    def overruled(self, place: str, kept: Any, said: Any) -> None:
        origin = self._provenance.get(place)
        stated = origin is not None and origin.source is Source.PROMPT
        why = "the prompt states" if stated else "what is known gives"
        detail = f"The model said {shown(said)}; {why} {shown(kept)}."
        self.notices.append(Notice("llm_overruled", detail, place))

    def left_out(self, place: str, what: str, why: str) -> None:
        self.notices.append(Notice("llm_left_out", f"The model added {what}: {why}.", place))


def same(kept: Any, said: Any) -> bool:
    if isinstance(kept, dict) and isinstance(said, dict):
        return all(same(kept[key], said.get(key)) for key in kept)
    if isinstance(kept, str) or isinstance(said, str) or kept is None or said is None:
        return bool(kept == said)
    return bool(abs(kept - said) <= TOLERANCE * abs(kept))


def shown(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values())
    return str(value)
