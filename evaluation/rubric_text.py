"""A rubric as people edit it: YAML, as in the data files, and read back strictly."""

from collections.abc import Mapping
from typing import Any

import yaml

from evaluation.rubric import InvalidRubric, rubric_from

# The largest file has 4 kB; what is ten times as long is no rubric.
MAX_CHARACTERS = 40_000


class Plain(yaml.SafeDumper):
    """Writes out what the data files share between categories."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def rubric_text(document: Mapping[str, Any]) -> str:
    """Lists of wants with one line each, in the order of the document."""
    return yaml.dump(
        dict(document),
        Dumper=Plain,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=None,
        width=100,
    )


def rubric_document(text: str) -> dict[str, Any]:
    """The data of `text`. Raises InvalidRubric, with the line where the text is no YAML."""
    if len(text) > MAX_CHARACTERS:
        raise InvalidRubric(f"A rubric has at most {MAX_CHARACTERS:,} characters.")
    try:
        # A few aliases of aliases can stand for more data than there is memory.
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.SafeLoader)):
            raise InvalidRubric("A rubric repeats itself in full: no aliases.")
        document = yaml.safe_load(text)
    except InvalidRubric:
        raise
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        raise InvalidRubric(_place(problem)) from problem
    if not isinstance(document, dict):
        raise InvalidRubric("A rubric is a mapping: weights, penalties, grades, wanted.")
    rubric_from({**document, "version": 1})
    return document


def _place(problem: Exception) -> str:
    mark = getattr(problem, "problem_mark", None)
    where = f" in line {mark.line + 1}, column {mark.column + 1}" if mark else ""
    what = getattr(problem, "problem", None) or type(problem).__name__
    return f"This is no YAML{where}: {what}."
