"""Prompts of ordinary length, from a corpus that holds nothing back."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[1] / "golden" / "prompts_dev.jsonl"
# The middle half of all golden prompts; half of them have more than 157 characters.
LENGTHS = range(130, 191)


def ordinary_prompts() -> list[str]:
    lines = CORPUS.read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    # What is refused stores nothing.
    prompts = [row["prompt"] for row in rows if "design_type" in row["gold"]]
    return [prompt for prompt in prompts if len(prompt) in LENGTHS]


def unlike_any_other(prompt: str) -> str:
    """`post.lua` puts a word that no other prompt has where @@ stands."""
    return f"{prompt} Variant @@."


def write_bodies(path: Path, bodies: Iterable[dict[str, Any]]) -> Path:
    """As `post.lua` reads them."""
    path.write_text("".join(f"{json.dumps(body)}\n" for body in bodies), "utf-8")
    return path
