"""The model's document meets what the prompt states: stated facts win, the rest earns its place.

Whatever the model says, the draft keeps every stated and derived value of the rules' own draft, so
it is never worse. Each override is a notice; each addition has `llm` provenance and stands among
the assumptions, because nobody stated it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from specs.design import JSON, DesignSpec
from specs.draft import Draft, Notice
from specs.generation.llm.additions import Addition, Dropped, Taken, feasible
from specs.generation.llm.evidence import meaningful
from specs.generation.llm.feasibility import Feasibility
from specs.generation.llm.listed import propose_lists
from specs.generation.llm.names import Names
from specs.generation.llm.proposals import Proposals
from specs.generation.llm.scalars import propose_scalars
from specs.pointers import resolve
from specs.provenance import Assumption, Origin, Source, Unmet

RULE = "llm"
MAX_NOTICES = 40


def grounded(
    base: Draft,
    document: JSON,
    *,
    prompt: str,
    names: Names,
    model: str,
    trusted: float,
    judge: Feasibility | None = None,
) -> Draft:
    """`base` is the rules' draft; readings with a confidence below `trusted` may be corrected."""
    proposals = Proposals(base, names, prompt, trusted)
    propose_scalars(proposals, document)
    propose_lists(proposals, document)
    taken, dropped = feasible(base.spec.as_json(), proposals.additions, judge)
    notices = [*proposals.notices, *(_infeasible(drop) for drop in dropped)]
    unmet = [*_still_unmet(base.unmet, taken), *_now_unmet(prompt, dropped, base.unmet)]
    return replace(
        base,
        spec=DesignSpec.from_json(taken.document),
        provenance=_provenance(base, taken, prompt, model),
        assumptions=_assumptions(base, taken, model),
        unmet=tuple(unmet),
        warnings=(*base.warnings, *notices[:MAX_NOTICES]),
        engine="llm",
        model=model,
    )


def _provenance(base: Draft, taken: Taken, prompt: str, model: str) -> dict[str, Origin]:
    kept = {place: origin for place, origin in base.provenance.items() if place not in taken.made}
    return kept | {
        place: _origin(addition, prompt, model) for place, addition in taken.made.items()
    }


def _origin(addition: Addition, prompt: str, model: str) -> Origin:
    if addition.span is None:
        return Origin(source=Source.LLM, rule=model)
    start, end = addition.span
    return Origin(source=Source.LLM, rule=model, text=prompt[start:end], start=start, end=end)


def _assumptions(base: Draft, taken: Taken, model: str) -> tuple[Assumption, ...]:
    kept = [entry for entry in base.assumptions if entry.pointer not in taken.made]
    added = [
        Assumption(
            pointer=place,
            value=resolve(taken.document, place),
            rule=RULE,
            reason=f"Added by the model {model}"
            + (
                "; the prompt has these words."
                if addition.span
                else "; the prompt does not say it."
            ),
        )
        for place, addition in taken.made.items()
    ]
    return (*kept, *added)


def _infeasible(drop: Dropped) -> Notice:
    return Notice(
        code="llm_infeasible",
        detail=f"Left out what the model added ({drop.addition.described()}): "
        f"{drop.reason.message}",
        pointer=drop.reason.pointer,
    )


def _still_unmet(unmet: Sequence[Unmet], taken: Taken) -> list[Unmet]:
    """The wishes that no addition places either."""
    additions = list({id(addition): addition for addition in taken.made.values()}.values())
    said = [meaningful(_words_of(addition.value)) for addition in additions]
    return [wish for wish in unmet if not any(_places(words, wish.text) for words in said)]


def _places(words: set[str], wish: str) -> bool:
    """A name inside the wish, or a sentence that says all of it."""
    wished = meaningful(wish)
    return bool(words and wished) and (words <= wished or wished <= words)


def _words_of(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("type") or value.get("metric") or "")
    return str(value) if isinstance(value, str) else ""


def _now_unmet(prompt: str, dropped: Sequence[Dropped], known: Sequence[Unmet]) -> list[Unmet]:
    """What the prompt has words for, but what cannot be built as the model put it."""
    found: dict[tuple[int, int], Unmet] = {}
    taken = {(wish.start, wish.end) for wish in known}
    for drop in dropped:
        span = drop.addition.span
        if span is not None and span not in taken:
            start, end = span
            found[span] = Unmet(prompt[start:end], start, end, drop.reason.message)
    return list(found.values())
