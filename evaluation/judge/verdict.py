"""What the judge said, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    aspect: str
    points: float  # 0 to 10
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score` is None where the model gave no usable answer; `warnings` say why, and more."""

    score: float | None
    passed: bool | None
    model: str
    prompt_version: str
    answers: tuple[Answer, ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()
    usage: Mapping[str, Any] = field(default_factory=dict)

    def warned(self, code: str, detail: str) -> "Verdict":
        return replace(self, warnings=(*self.warnings, (code, detail)))

    def as_json(self) -> JSON:
        return {
            "score": self.score,
            "passed": self.passed,
            "model": self.model,
            "prompt_version": self.prompt_version,
            "answers": [
                {"aspect": a.aspect, "points": a.points, "reason": a.reason} for a in self.answers
            ],
            "warnings": [{"code": code, "detail": detail} for code, detail in self.warnings],
        }
