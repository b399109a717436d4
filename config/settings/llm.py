"""The language model. Optional: without a key or a base URL the rules engine answers alone."""

from config.env import env, serve_options

OPENAI_API_KEY = env.str("OPENAI_API_KEY", default="")
# Any server that speaks the Chat Completions API. Empty: no model.
OPENAI_BASE_URL = env.str(
    "OPENAI_BASE_URL", default="https://api.openai.com/v1" if OPENAI_API_KEY else ""
)
OPENAI_MODEL = env.str("OPENAI_MODEL", default="gpt-4o-mini")
# http and private addresses for the base URL. This machine is always allowed.
LLM_ALLOW_PRIVATE = env.bool("LLM_ALLOW_PRIVATE", default=False)
# Seconds that one request may wait for the model altogether; the rules answer after it.
LLM_DEADLINE_S = env.float("LLM_DEADLINE_S", default=20.0)
LLM_MAX_CALLS = env.int("LLM_MAX_CALLS", default=4)
LLM_MAX_TOKENS = env.int("LLM_MAX_TOKENS", default=2000)
# Tokens that one API key (or user, or all callers without credentials together) may use in a day,
# UTC. 0: no limit.
LLM_DAILY_TOKENS = env.int("LLM_DAILY_TOKENS", default=200_000)
# A stream holds a thread until it ends; the others are for plain requests.
STREAMS_PER_WORKER = env.int("STREAMS_PER_WORKER", default=max(1, serve_options().threads // 2))
# Says what cannot be built: additions of the model that it finds impossible are dropped.
SPEC_FEASIBILITY = "evaluation.possibility.RulesOfThePossible"
# Finds accepted specs of staff that resemble a draft, as examples for the model.
SPEC_EXAMPLES = "specs.selectors.examples.AcceptedSpecs"
# The model as a judge of specs beside the five criteria, whose total it does not move.
EVALUATION_JUDGE = env.bool("EVALUATION_JUDGE", default=False)
# A spec passes from this score of the judge on.
EVALUATION_JUDGE_PASS = env.float("EVALUATION_JUDGE_PASS", default=60.0)
