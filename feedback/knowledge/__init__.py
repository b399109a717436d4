"""Reads the data files of this folder; each value has its reason beside it in the file."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent


@cache
def read(name: str) -> Any:
    """The document of `<name>.yaml`. Treat it as read-only: it is shared."""
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
