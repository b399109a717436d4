"""Everything that people said, as the files that trainers read."""

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from feedback.exporting import (
    PreferencePair,
    RatedSpec,
    jsonl,
    openai_dpo_row,
    reward_row,
    sft_row,
    split_of,
    trl_row,
)
from feedback.selectors.training import preference_pairs, rated_specs

JSON = dict[str, Any]
SPLITS = ("train", "validation")
# Imitated is only what people liked.
GOOD_STARS = 4.0


def _pairs(write: Callable[[PreferencePair], JSON]) -> Callable[[], list[tuple[str, JSON]]]:
    return lambda: [(pair.prompt, write(pair)) for pair in preference_pairs()]


def _sft() -> list[tuple[str, JSON]]:
    liked = (one for one in rated_specs() if one.accepted or one.stars >= GOOD_STARS)
    return [(one.prompt, sft_row(one)) for one in liked]


def _rewards() -> list[tuple[str, JSON]]:
    rated: list[RatedSpec] = rated_specs()
    return [(one.prompt, reward_row(one)) for one in rated]


# Each gives (prompt, row); the prompt decides the split.
FORMS: dict[str, Callable[[], list[tuple[str, JSON]]]] = {
    "preferences": _pairs(trl_row),
    "preferences_openai": _pairs(openai_dpo_row),
    "sft": _sft,
    "rewards": _rewards,
}


def export_files(*, forms: Sequence[str] = tuple(FORMS)) -> dict[str, list[str]]:
    """Name of the file → its lines."""
    files = {}
    for form in forms:
        rows = FORMS[form]()
        for split in SPLITS:
            chosen = [row for prompt, row in rows if split_of(prompt) == split]
            files[f"{form}.{split}.jsonl"] = list(jsonl(chosen))
    return files


def export_archive() -> bytes:
    """All forms in one ZIP, for the admin."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, lines in export_files().items():
            archive.writestr(name, "".join(lines))
    return buffer.getvalue()
