"""Tables that a command writes into a page, between two markers that name them."""

from pathlib import Path

from django.core.management.base import CommandError


def put_into(page: Path, name: str, table: str) -> None:
    """Raises CommandError where the page has no place for it."""
    text = page.read_text("utf-8")
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    if begin not in text or end not in text:
        raise CommandError(f"{page} has no {begin} and {end}")
    before, rest = text.split(begin, 1)
    page.write_text(f"{before}{begin}\n{table}\n{end}{rest.split(end, 1)[1]}", "utf-8")
