"""The data files say each thing once: of a key that stands twice YAML keeps the last in silence."""

from pathlib import Path

import pytest
import yaml

import evaluation
import rl
import specs.knowledge

FILES = sorted(
    path
    for folder in (specs.knowledge.FOLDER, *map(Path, (*evaluation.__path__, *rl.__path__)))
    for path in folder.rglob("*.yaml")
)


def keys_twice(node: yaml.Node | None) -> list[str]:
    found: list[str] = []
    if isinstance(node, yaml.MappingNode):
        names = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        found += {name for name in names if names.count(name) > 1}
        for _, value in node.value:
            found += keys_twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            found += keys_twice(value)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_key_stands_twice(path: Path) -> None:
    assert keys_twice(yaml.compose(path.read_text("utf-8"))) == []
