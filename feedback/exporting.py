"""What people said, in the forms that trainers read, with a split that never moves."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from feedback.ranking import share_of

JSON = dict[str, Any]
VALIDATION_SHARE = 0.1
SYSTEM = "Turn the design prompt into a JSON spec of the schema. Answer with JSON only."
# What a spreadsheet would run. NUL and the controls hide the sign that follows them.
FORMULA_START = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00")


@dataclass(frozen=True, slots=True)
class PreferencePair:
    """`source` is comparison, rating or correction; `margin` in stars where stars were given."""

    prompt: str
    chosen: JSON
    rejected: JSON
    source: str
    design_type: str
    margin: float | None = None


@dataclass(frozen=True, slots=True)
class RatedSpec:
    prompt: str
    spec: JSON
    design_type: str
    stars: float
    ratings: int
    scores: JSON
    accepted: bool = False


def split_of(prompt: str) -> str:
    """By the prompt, so that no prompt stands on both sides, today or after the next rating."""
    return "validation" if share_of(prompt, "preference-split") < VALIDATION_SHARE else "train"


def text_of(spec: JSON) -> str:
    return json.dumps(spec, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def trl_row(pair: PreferencePair) -> JSON:
    """TRL's explicit-prompt preference format."""
    return {
        "prompt": pair.prompt,
        "chosen": text_of(pair.chosen),
        "rejected": text_of(pair.rejected),
    }


def openai_dpo_row(pair: PreferencePair) -> JSON:
    """OpenAI's preference format."""
    return {
        "input": {"messages": _asked(pair.prompt)},
        "preferred_output": [{"role": "assistant", "content": text_of(pair.chosen)}],
        "non_preferred_output": [{"role": "assistant", "content": text_of(pair.rejected)}],
    }


def sft_row(rated: RatedSpec) -> JSON:
    """OpenAI's chat format, also read by TRL's SFTTrainer."""
    answer = {"role": "assistant", "content": text_of(rated.spec)}
    return {"messages": [*_asked(rated.prompt), answer]}


def reward_row(rated: RatedSpec) -> JSON:
    return {
        "prompt": rated.prompt,
        "completion": text_of(rated.spec),
        "design_type": rated.design_type,
        "stars": round(rated.stars, 3),
        "ratings": rated.ratings,
        "reward": round((rated.stars - 1) / 4, 4),
        **{f"score_{name}": value for name, value in sorted(rated.scores.items())},
    }


def _asked(prompt: str) -> list[JSON]:
    return [{"role": "system", "content": SYSTEM}, {"role": "user", "content": prompt}]


def pairs_from_ratings(rated: Sequence[RatedSpec], *, least: float = 1.0) -> list[PreferencePair]:
    """Specs of one prompt whose mean stars lie at least `least` apart: the best over each."""
    by_prompt: dict[str, list[RatedSpec]] = {}
    for spec in rated:
        by_prompt.setdefault(spec.prompt, []).append(spec)
    found = []
    for prompt, group in by_prompt.items():
        best = max(group, key=lambda spec: spec.stars)
        found += [
            PreferencePair(
                prompt, best.spec, other.spec, "rating", best.design_type, best.stars - other.stars
            )
            for other in group
            if best.stars - other.stars >= least and other.spec != best.spec
        ]
    return found


def jsonl(rows: Iterable[JSON]) -> Iterator[str]:
    for row in rows:
        # U+2028 and U+2029 end a line for some readers; escaped they end none.
        text = json.dumps(row, ensure_ascii=False, allow_nan=False)
        yield text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A spreadsheet shows what people wrote and runs none of it; numbers stay numbers."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([csv_cell(value) for value in row])
    return buffer.getvalue()


def csv_cell(value: Any) -> Any:
    """A number that arrives as a number is left alone, -1.5 too: only text can be a formula."""
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return value
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_START) else text
