"""The import contract of pyproject.toml holds."""

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_the_import_contract_holds() -> None:
    assert lint_imports(cache_dir=None) == EXIT_STATUS_SUCCESS
