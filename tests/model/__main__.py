"""`make test-llm`: a real model of 135M parameters on 30 prompts. It must make nothing worse.

It writes all kinds of things, which is the point. Prints what happened and exits with 1 when the
drafts are worse than those of the rules alone.
"""

# ruff: noqa: T201 - a command prints

import sys
from collections import Counter

from config.env import env
from specs.draft import Draft, SpecGenerator
from specs.generation.fallback import WithFallback
from specs.generation.llm.addresses import check_base_url
from specs.generation.llm.client import ChatClient
from specs.generation.llm.exchange import Budget
from specs.generation.llm.generator import LLMGenerator
from specs.generation.llm.names import Names
from specs.generation.rules import RulesGenerator
from specs.knowledge import vocabulary
from specs.schema import is_valid
from tests.model.server import install, serving
from tests.specs.llm.scoring import corpus, tally

PROMPTS = 30
ALLOWED_LOSS = 0.005
MOST_TOKENS = 700
# Two old cores take half a minute for a reply, busy ones minutes; the service's own
# default is 20 s. MODEL_SECONDS changes it.
SECONDS = 90.0


def main() -> int:
    gold = [line for line in corpus("prompts_dev") if "design_type" in line["gold"]]
    gold = gold[:: len(gold) // PROMPTS][:PROMPTS]
    rules = RulesGenerator()
    alone, _ = tally(gold, rules)
    install()
    with serving() as url:
        client = ChatClient(check_base_url(url), model="smollm2")
        seconds = env.float("MODEL_SECONDS", SECONDS)
        budget = Budget(seconds=seconds, max_tokens=MOST_TOKENS)
        llm = LLMGenerator(rules=rules, client=client, names=Names(vocabulary()), budget=budget)
        engine = Reporting(WithFallback(llm, rules))
        helped, drafts = tally(gold, engine)
    assert all(is_valid(draft.spec.as_json()) for draft in drafts)
    print(f"outcomes {dict(Counter(draft.usage['outcome'] for draft in drafts))}")
    print(f"rungs {dict(Counter(str(draft.usage['rung']) for draft in drafts))}")
    print(f"F1: rules {alone.f1:.4f}, with the model {helped.f1:.4f}")
    print(f"precision: rules {alone.precision:.4f}, with the model {helped.precision:.4f}")
    worse = helped.f1 < alone.f1 - ALLOWED_LOSS
    return 1 if worse or helped.precision < alone.precision - ALLOWED_LOSS else 0


class Reporting:
    """Prints a line for each draft as it comes."""

    def __init__(self, engine: SpecGenerator) -> None:
        self.engine = engine

    def generate(self, prompt: str, *, design_type: str | None = None) -> Draft:
        draft = self.engine.generate(prompt, design_type=design_type)
        usage, codes = draft.usage, dict(Counter(notice.code for notice in draft.warnings))
        seconds = usage["latency_ms"] / 1000
        calls = [call["outcome"] for call in usage["calls"]]
        print(f"{draft.engine} {calls} {usage['total_tokens']} tokens {seconds:.0f} s {codes}")
        sys.stdout.flush()
        return draft


if __name__ == "__main__":
    sys.exit(main())
