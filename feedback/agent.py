"""FeedbackAgent: from findings, ratings and comments to what to change next, why, from whom."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from evaluation.criterion import SEVERITY_ORDER, Finding, Severity
from feedback.knowledge import read
from specs.draft import Draft

EVALUATOR = "evaluator"
LOW_STARS = 2
# A star below three weighs as much as this many points of the evaluator: people's word counts, and
# a reviewer who gives one star outweighs any single warning.
POINTS_PER_STAR = 8.0
# What several voices say is likelier to be right than what one says loudly.
AGREEMENT_BONUS = 1.5
ERROR_BONUS = 100.0
MAX_ITEMS = 20
# Of the items, what a language model is told: more than it can heed costs tokens and helps nobody.
CRITICISM = 10
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Opinion:
    """One person's rating of a revision: `criteria` and `stars` 1..5, tags from `tags.yaml`."""

    person: str
    stars: int
    criteria: Mapping[str, int | None] = field(default_factory=dict)
    reason: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it, and in which words."""

    who: str
    says: str


@dataclass(frozen=True, slots=True)
class FeedbackItem:
    what: str
    pointer: str
    severity: Severity
    weight: float
    voices: tuple[Voice, ...]
    action: str | None = None

    @property
    def why(self) -> str:
        return " ".join(voice.says for voice in self.voices)

    def as_json(self) -> dict[str, Any]:
        return {
            "what": self.what,
            "why": self.why,
            "from": sorted({voice.who for voice in self.voices}),
            "voices": [{"who": voice.who, "says": voice.says} for voice in self.voices],
            "pointer": self.pointer,
            "severity": str(self.severity),
            "weight": round(self.weight, 2),
            "action": self.action,
        }


class Rewriter(Protocol):
    """A better draft by what is wrong with this one; None where there is none.

    `stated` holds what the prompt says: that stays, whatever else changes.
    """

    def __call__(
        self, draft: Draft, *, prompt: str, stated: Draft, criticism: Sequence[str]
    ) -> Draft | None: ...


class FeedbackAgent:
    """Feedback for the next iteration, the most important first; the same twice.

    With a `rewriter` it can also have a language model act on that feedback.
    """

    def __init__(self, rewriter: Rewriter | None = None) -> None:
        self._rewriter = rewriter

    @property
    def rewrites(self) -> bool:
        return self._rewriter is not None

    def signal(
        self,
        *,
        findings: Sequence[Finding] = (),
        opinions: Sequence[Opinion] = (),
        comments: Sequence[tuple[str, str]] = (),
    ) -> tuple[FeedbackItem, ...]:
        """`comments` are (person, text) without a rating."""
        items = [from_finding(finding) for finding in findings if finding.points > 0]
        for opinion in opinions:
            items += from_opinion(opinion)
        items += [
            item for who, text in comments if text.strip() for item in from_text(who, text, 0.0)
        ]
        return ranked(merged(items))

    def propose(
        self, draft: Draft, *, prompt: str, stated: Draft, items: Sequence[FeedbackItem]
    ) -> Draft | None:
        """What the model makes of the draft and the gravest items. Whether that is better is for
        an evaluator to say. None without a model, without feedback and without a usable answer."""
        if self._rewriter is None or not items:
            return None
        criticism = [as_criticism(item) for item in items[:CRITICISM]]
        return self._rewriter(draft, prompt=prompt, stated=stated, criticism=criticism)


def as_criticism(item: FeedbackItem) -> str:
    """An item for a model: where, what is wrong, and what would mend it."""
    what = item.what if item.what.endswith(".") else f"{item.what}."
    return f"{item.pointer or '/'}: {item.why} {what}"


def from_finding(finding: Finding) -> FeedbackItem:
    repair = finding.repairs[0] if finding.repairs else None
    return FeedbackItem(
        what=repair.message if repair else f"Mend {place(finding.pointer)}",
        pointer=finding.pointer,
        severity=finding.severity,
        weight=finding.points + (ERROR_BONUS if finding.severity is Severity.ERROR else 0.0),
        voices=(Voice(EVALUATOR, finding.message),),
        action=repair.action if repair else None,
    )


def from_opinion(opinion: Opinion) -> list[FeedbackItem]:
    """Tags say it best, then words, then low criteria; praise asks for nothing."""
    deficit = max(0, 3 - opinion.stars) * POINTS_PER_STAR
    tags = read("tags")
    reason = opinion.reason.strip()
    items = [
        FeedbackItem(
            what=tags[tag]["what"],
            pointer=tags[tag]["pointer"],
            severity=Severity.WARNING,
            weight=max(deficit, POINTS_PER_STAR),
            voices=(Voice(opinion.person, reason or f"{tags[tag]['label']}."),),
        )
        for tag in opinion.tags
        if tag in tags and tags[tag]["what"]
    ]
    if reason and not items and opinion.stars <= 3:
        items += from_text(opinion.person, reason, deficit)
    for criterion, stars in sorted(opinion.criteria.items()):
        if stars is not None and stars <= LOW_STARS:
            says = f"Rated {stars} of 5 on {criterion.replace('_', ' ')}."
            items.append(
                FeedbackItem(
                    what=f"Improve the {criterion.replace('_', ' ')}",
                    pointer="",
                    severity=Severity.WARNING,
                    weight=(3 - stars) * POINTS_PER_STAR,
                    voices=(Voice(opinion.person, says),),
                )
            )
    if opinion.stars <= LOW_STARS and not items:
        says = f"Rated {opinion.stars} of 5 without a reason."
        items.append(
            FeedbackItem(
                "Rework the spec as a whole",
                "",
                Severity.WARNING,
                deficit,
                (Voice(opinion.person, says),),
            )
        )
    return items


def from_text(person: str, text: str, weight: float) -> list[FeedbackItem]:
    """One item for each part of the spec that the text speaks of."""
    words = {word.casefold() for word in WORD.findall(text)}
    pointers = [pointer for pointer, topics in read("topics").items() if words & set(topics)]
    return [
        FeedbackItem(
            what=f"Look at {place(pointer)} again",
            pointer=pointer,
            severity=Severity.WARNING if weight else Severity.ADVICE,
            weight=max(weight, POINTS_PER_STAR / 2),
            voices=(Voice(person, text.strip()),),
        )
        for pointer in pointers or [""]
    ]


def merged(items: Iterable[FeedbackItem]) -> list[FeedbackItem]:
    """What people say of a part of the spec joins what others say of the same part and the same
    change. A finding keeps its own, narrower wording; people's voices on its part are added."""
    by_change: dict[tuple[str, str], list[FeedbackItem]] = defaultdict(list)
    for item in items:
        by_change[item.pointer, item.what].append(item)
    joined = [_joined(group) for group in by_change.values()]
    return [_supported(item, joined) for item in joined]


def _joined(group: list[FeedbackItem]) -> FeedbackItem:
    voices = tuple(dict.fromkeys(voice for item in group for voice in item.voices))
    people = {voice.who for voice in voices}
    strongest = max(group, key=lambda item: (-SEVERITY_ORDER[item.severity], item.weight))
    return FeedbackItem(
        what=strongest.what,
        pointer=strongest.pointer,
        severity=strongest.severity,
        weight=max(item.weight for item in group) * (AGREEMENT_BONUS if len(people) > 1 else 1),
        voices=voices,
        action=next((item.action for item in group if item.action), None),
    )


def _supported(item: FeedbackItem, everything: list[FeedbackItem]) -> FeedbackItem:
    """A finding that people feel too, on its own part of the spec, weighs more."""
    own = {voice.who for voice in item.voices}
    felt = any(
        other is not item
        and other.pointer
        and (item.pointer == other.pointer or item.pointer.startswith(other.pointer + "/"))
        and {voice.who for voice in other.voices} - own
        for other in everything
    )
    if EVALUATOR not in own or not felt:
        return item
    return FeedbackItem(
        item.what,
        item.pointer,
        item.severity,
        item.weight * AGREEMENT_BONUS,
        item.voices,
        item.action,
    )


def ranked(items: Iterable[FeedbackItem]) -> tuple[FeedbackItem, ...]:
    order = sorted(
        items,
        key=lambda item: (
            item.severity is not Severity.ERROR,
            -item.weight,
            item.pointer,
            item.what,
        ),
    )
    return tuple(order[:MAX_ITEMS])


def place(pointer: str) -> str:
    """`/dimensions/height` in words: "the height of the dimensions"."""
    names = [
        part.replace("_", " ") for part in pointer.strip("/").split("/") if not part.isdecimal()
    ]
    if not names or not names[0]:
        return "the spec"
    return "the " + " of the ".join(reversed(names))
