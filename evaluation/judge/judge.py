"""Asking the model: one question, fixed aspects, the spec as JSON data."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.judge.candidate import candidate
from evaluation.judge.verdict import Answer, Verdict
from specs.design import DesignSpec
from specs.generation.llm.breaker import Breaker
from specs.generation.llm.client import ChatClient, Messages, Question
from specs.generation.llm.clock import Deadline
from specs.generation.llm.exchange import Budget, Exchange
from specs.generation.llm.failures import CallFailed, Outcome
from specs.generation.llm.ladder import Capabilities, CapabilityMemory, Rung
from specs.generation.llm.parse import parse_object
from specs.generation.llm.usage import CallLedger

# A template in use is never edited: a change is a new version.
PROMPT_VERSION = "judge-1"
ASPECTS = ("proportions", "materials", "purpose", "fit")
MOST_POINTS = 10
REASON_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class Judge:
    """Safe to share between threads."""

    client: ChatClient
    breaker: Breaker
    memory: CapabilityMemory
    budget: Budget
    pass_score: float

    def judge(self, spec: DesignSpec, stated: DesignSpec | None) -> Verdict:
        """Never raises for what a model or its endpoint does: the verdict then has no score."""
        ledger = CallLedger(model=self.client.model, prompt_version=PROMPT_VERSION)
        exchange = Exchange(
            client=self.client,
            breaker=self.breaker,
            memory=self.memory,
            budget=self.budget,
            ledger=ledger,
            deadline=Deadline.after(self.budget.seconds),
        )

        def question(capabilities: Capabilities) -> Question:
            messages = judge_messages(spec, stated, capabilities.rung)
            return Question(messages, "judgement", answer_schema(), self.budget.max_tokens)

        try:
            reply = exchange.ask(question)
            answers = answers_in(parse_object(reply.text, complete=reply.finish_reason == "stop"))
        except CallFailed as failure:
            detail = f"The judge gave no usable answer: {failure.outcome}."
            return self._verdict(ledger, failure.outcome).warned("judge_unavailable", detail)
        return self._verdict(ledger, Outcome.OK, answers)

    def _verdict(
        self, ledger: CallLedger, outcome: Outcome, answers: tuple[Answer, ...] = ()
    ) -> Verdict:
        score = None
        if answers:
            mean = sum(answer.points for answer in answers) / len(answers)
            score = round(mean * 100 / MOST_POINTS, 2)
        return Verdict(
            score=score,
            passed=None if score is None else score >= self.pass_score,
            model=self.client.model,
            prompt_version=PROMPT_VERSION,
            answers=answers,
            usage=ledger.as_json(outcome),
        )


def judge_messages(spec: DesignSpec, stated: DesignSpec | None, rung: Rung) -> Messages:
    schema = "" if rung is Rung.JSON_SCHEMA else f"Its schema: {json.dumps(answer_schema())}"
    payload = {
        "candidate": candidate(spec),
        "stated": None if stated is None else candidate(stated),
    }
    return [
        {"role": "system", "content": instructions().replace("{{schema}}", schema).strip()},
        {"role": "user", "content": json.dumps(payload, separators=(",", ":"))},
    ]


@cache
def instructions() -> str:
    return (Path(__file__).parent / f"{PROMPT_VERSION}.txt").read_text(encoding="utf-8")


@cache
def answer_schema() -> dict[str, Any]:
    """Treat it as read-only: it is shared."""
    answer = {
        "type": "object",
        "properties": {
            "aspect": {"type": "string", "enum": list(ASPECTS)},
            "points": {"type": "number"},
            "reason": {"type": "string"},
        },
        "required": ["aspect", "points", "reason"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"answers": {"type": "array", "items": answer}},
        "required": ["answers"],
        "additionalProperties": False,
    }


def answers_in(document: dict[str, Any]) -> tuple[Answer, ...]:
    """One answer for each aspect, points within bounds. Raises CallFailed."""
    found: dict[str, Answer] = {}
    given = document.get("answers")
    for entry in given if isinstance(given, list) else ():
        answer = _answer(entry)
        if answer is not None:
            found.setdefault(answer.aspect, answer)
    if len(found) < len(ASPECTS):
        raise CallFailed(Outcome.INVALID)
    return tuple(found[aspect] for aspect in ASPECTS)


def _answer(entry: Any) -> Answer | None:
    if not isinstance(entry, dict) or entry.get("aspect") not in ASPECTS:
        return None
    points, reason = entry.get("points"), entry.get("reason")
    if isinstance(points, bool) or not isinstance(points, int | float):
        return None
    if not 0 <= points <= MOST_POINTS:
        return None
    words = reason if isinstance(reason, str) else ""
    clean = words.replace("\x00", "").encode("utf-8", "replace").decode()
    return Answer(entry["aspect"], float(points), clean[:REASON_CHARACTERS])
