"""The daily log: whose entries a caller sees, and a week of them."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from accounts.principals import Principal, owned
from feedback.models import HidgLog
from feedback.values import WEEKDAYS

MAX_SEARCH = 200


def hidg_logs_visible_to(principal: Principal) -> QuerySet[HidgLog]:
    """A client's own, staff's all, nobody's none."""
    return owned(HidgLog.objects.select_related("author"), principal, owner="author")


def hidg_logs_matching(queryset: QuerySet[HidgLog], text: str) -> QuerySet[HidgLog]:
    found = Q()
    for word in text[:MAX_SEARCH].split():
        anywhere = Q(task__icontains=word) | Q(author__username__icontains=word)
        for value in ("honesty", "integrity", "discipline", "gratitude"):
            anywhere |= Q(**{f"{value}__icontains": word})
        found &= anywhere
    return queryset.filter(found)


@dataclass(frozen=True, slots=True)
class Day:
    date: dt.date
    name: str
    entries: tuple[HidgLog, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Sunday."""

    days: tuple[Day, ...]
    previous: dt.date
    following: dt.date

    @property
    def authors(self) -> int:
        return len({entry.author_id for day in self.days for entry in day.entries})

    @property
    def entries(self) -> int:
        return sum(len(day.entries) for day in self.days)


def hidg_week(principal: Principal, day: dt.date) -> Week:
    monday = day - dt.timedelta(days=day.weekday())
    sunday = monday + dt.timedelta(days=6)
    entries = hidg_logs_visible_to(principal).filter(date__range=(monday, sunday)).order_by("pk")
    by_date: dict[dt.date, list[HidgLog]] = {}
    for entry in entries:
        by_date.setdefault(entry.date, []).append(entry)
    dates = [monday + dt.timedelta(days=i) for i in range(7)]
    return Week(
        days=tuple(
            Day(date, name, tuple(by_date.get(date, ())))
            for date, name in zip(dates, WEEKDAYS, strict=True)
        ),
        previous=monday - dt.timedelta(days=7),
        following=monday + dt.timedelta(days=7),
    )
