"""Models by script: a liar, an oracle that knows the gold, and a transport with a token ledger."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx2

from specs.design import DESIGN_TYPES
from specs.generation.llm.names import Names

JSON = dict[str, Any]
Script = Callable[[JSON], str]
EMPTY: JSON = {
    "design_type": None,
    "category": None,
    "title": None,
    "stories": None,
    "dimensions": {},
    "materials": [],
    "spaces": [],
    "performance": [],
    "features": [],
    "components": [],
    "exclusions": [],
    "requirements": [],
    "constraints": [],
    "use_cases": [],
    "target_audience": None,
    "estimated_cost": None,
    "timeline": None,
}


@dataclass
class ScriptedModel(httpx2.BaseTransport):
    """Answers each request with what `script` makes of its user message; counts words as tokens."""

    script: Script
    prompt_tokens: int = 0
    completion_tokens: int = 0
    calls: int = 0
    bodies: list[JSON] = field(default_factory=list)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        body = json.loads(request.read())
        self.bodies.append(body)
        text = self.script(json.loads(body["messages"][-1]["content"]))
        usage = {
            "prompt_tokens": sum(len(m["content"].split()) for m in body["messages"]),
            "completion_tokens": len(text.split()),
        }
        self.calls += 1
        self.prompt_tokens += usage["prompt_tokens"]
        self.completion_tokens += usage["completion_tokens"]
        message = {"role": "assistant", "content": text}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        return httpx2.Response(200, json={"choices": [choice], "usage": usage})


def always(document: JSON) -> Script:
    return lambda asked: json.dumps(document)


def oracle(gold_by_prompt: dict[str, JSON]) -> Script:
    """Says exactly what the annotators say."""

    def answer(asked: JSON) -> str:
        gold = gold_by_prompt[asked["prompt"]]
        document = {**EMPTY, "title": "As annotated", **gold}
        document["materials"] = [
            {"grade": None, "use": None, **item} for item in document["materials"]
        ]
        document["spaces"] = [{"area": None, **item} for item in document["spaces"]]
        return json.dumps(document)

    return answer


def liar(names: Names, seed: int) -> Script:
    """Wrong type, wrong numbers, invented features, and whatever is ruled out asked for."""

    def answer(asked: JSON) -> str:
        rng = random.Random(f"{seed} {asked['prompt']}")
        facts = asked.get("facts", {})
        kind = rng.choice([t for t in DESIGN_TYPES if t != facts.get("/design_type")])
        ruled_out = [value for place, value in facts.items() if place.startswith("/exclusions/")]
        features = rng.sample(sorted({f for fs in names.features.values() for f in fs}), 8)
        metrics = rng.sample(sorted(names.units), 6)
        sides = ("length", "width", "height", "depth", "diameter", "floor_area", "weight")
        return json.dumps(
            {
                **EMPTY,
                "design_type": kind,
                "category": rng.choice(names.categories.get(kind, ["general"])),
                "title": f"A {rng.choice(features)} with {', '.join(ruled_out) or 'nothing'}",
                "stories": rng.randint(1, 300),
                "dimensions": {side: round(rng.uniform(0.01, 500), 2) for side in sides},
                "materials": [
                    {"type": m, "grade": "X1", "use": "roof"}
                    for m in rng.sample(names.materials, 4)
                ],
                "spaces": [
                    {"type": s, "count": rng.randint(1, 90), "area": rng.uniform(1, 900)}
                    for s in rng.sample(names.spaces, 5)
                ],
                "performance": [
                    {"metric": m, "value": rng.uniform(1, 9000), "unit": names.units[m]}
                    for m in metrics
                ],
                "features": [*features, *ruled_out],
                "components": rng.sample(features, 3),
                "exclusions": rng.sample(features, 3),
                "requirements": [f"Must have {name}" for name in ruled_out] or ["Anything goes"],
                "estimated_cost": {"amount": rng.randint(1, 10**9), "currency": "XAU"},
                "timeline": f"P{rng.randint(1, 900)}D",
                "score": 100,
            }
        )

    return answer
