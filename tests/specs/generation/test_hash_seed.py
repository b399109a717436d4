"""The same prompt gives the same draft in every process, whatever order its sets have there."""

import subprocess
import sys
from pathlib import Path

import pytest

from config.env import child_environment

# Reads what no corpus holds back, and says what came out.
PROGRAM = """
import hashlib, json, pathlib
import django
django.setup()
from specs.errors import NotADesign
from specs.generation.rules import RulesGenerator
whole = hashlib.sha256()
for name in ("dev", "g", "h", "i", "j"):
    path = pathlib.Path("tests/golden") / f"prompts_{name}.jsonl"
    for line in path.read_text("utf-8").splitlines():
        try:
            draft = RulesGenerator().generate(json.loads(line)["prompt"])
        except NotADesign as refused:
            draft = str(refused)
        whole.update(repr(draft).encode())
print(whole.hexdigest())
"""


def digest(seed: int) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=Path(__file__).parents[3],
        env=child_environment(
            PYTHONHASHSEED=str(seed), DJANGO_SETTINGS_MODULE="config.settings.test"
        ),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def first() -> str:
    return digest(1)


@pytest.mark.parametrize("seed", [2, 3, 4])
def test_no_order_of_a_set_shows(first: str, seed: int) -> None:
    assert digest(seed) == first
