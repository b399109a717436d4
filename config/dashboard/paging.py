"""Lists by id, newest first: ids sort by time, so a page is 'older than this one'."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest, QueryDict

from specs.selectors import parse_id

PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class Page:
    items: Sequence[Any]
    older: str  # query string of the next page; empty on the last one
    newest: str  # query string of the first page; empty on it

    @property
    def has_others(self) -> bool:
        return bool(self.older or self.newest)


def page_of(queryset: QuerySet[Model], request: HttpRequest, *, size: int = PAGE_SIZE) -> Page:
    before = parse_id(request.GET.get("before", ""))
    if before:
        queryset = queryset.filter(pk__lt=before)
    # One more than is shown says whether there is another page, without counting the table.
    found = list(queryset.order_by("-pk")[: size + 1])
    items = found[:size]
    older = _query(request.GET, before=str(items[-1].pk)) if len(found) > size else ""
    return Page(items, older, _query(request.GET) if before else "")


def _query(current: QueryDict, **changed: str) -> str:
    query = current.copy()
    query.pop("before", None)
    for name, value in changed.items():
        query[name] = value
    return "?" + query.urlencode()
