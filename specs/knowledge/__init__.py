"""Domain knowledge as data: vocabulary, lexicons, units, cues and defaults, loaded once."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
# The C loader reads the lexicons about ten times as fast; the pure one is the same language.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def table(name: str) -> dict[str, Any]:
    """The data file `name`.yaml. Treat it as read-only: it is shared."""
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, LOADER)  # noqa: S506 - both loaders are safe ones
    return data


@cache
def vocabulary() -> dict[str, Any]:
    """Canonical names with their aliases. Treat it as read-only: it is shared."""
    data: dict[str, Any] = json.loads((FOLDER / "vocabulary.json").read_text(encoding="utf-8"))
    return data


@cache
def learnt() -> dict[str, Any]:
    """Weights of words for kinds, which `manage.py learn_kinds` writes. Treat it as read-only."""
    data: dict[str, Any] = json.loads((FOLDER / "learnt_kinds.json").read_text(encoding="utf-8"))
    return data


def listed(text: str | list[str] | None) -> list[str]:
    """The entries of a comma-separated line; the lexicons hold thousands of them."""
    if not text:
        return []
    if isinstance(text, list):
        return [str(item) for item in text]
    return [item for part in str(text).split(",") if (item := part.strip())]


@cache
def fingerprint() -> str:
    """A digest of every data file: it changes when what the engine knows changes."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.iterdir()):
        if path.suffix in {".json", ".yaml", ".txt"}:
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def wordset(module: str, name: str) -> frozenset[str]:
    """One of the small word lists of `grammar.yaml`."""
    return frozenset(listed(table("grammar")[module][name]))


@cache
def phraselist(module: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The same in words, the longest first: one may begin another, and a set has no order."""
    phrases = {tuple(phrase.split()) for phrase in wordset(module, name)}
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


@cache
def phrases_from(module: str, name: str) -> dict[str, list[tuple[str, ...]]]:
    """The same by their first word: a rule looks at those alone that may begin where it stands."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phraselist(module, name):
        found.setdefault(phrase[0], []).append(phrase)
    return found
