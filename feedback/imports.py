"""Rows that people bring along in a file: tried first, told row by row, stored through services."""

import datetime as dt
from typing import Any

from import_export import fields, resources, widgets
from import_export.formats import base_formats

from accounts.models import User
from feedback.choices import Criterion
from feedback.models import HidgLog, Rating
from feedback.services import RatingValues, hidg_log_add, rating_submit
from feedback.values import Reflection, day_contradicts

FORMATS = (base_formats.CSV, base_formats.JSON)


class KnownUser(widgets.ForeignKeyWidget):
    """By username; an unknown one is an error of its row."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> User:
        found = User.objects.filter(username=str(value or "")).first()
        if found is None:
            raise ValueError(f"There is no user {str(value)[:80]!r}.")
        return found


class RatingResource(resources.ModelResource):
    """`revision` is the id of a spec's revision, `person` a username."""

    person = fields.Field("person", "person", KnownUser(User, "username"))

    class Meta:
        model = Rating
        import_id_fields = ("revision", "person")
        fields = ("revision", "person", "stars", *Criterion.values, "reason", "seconds")
        # The model's own checks, such as 1 to 5, become errors of their row.
        clean_model_instances = True
        use_transactions = True
        skip_unchanged = True

    def do_instance_save(self, instance: Rating, is_create: bool) -> None:
        if instance.person is None:
            raise ValueError("A rating is somebody's.")
        values = RatingValues(
            stars=instance.stars,
            criteria=instance.criteria,
            reason=instance.reason or "",
            tags=instance.tags,
            seconds=instance.seconds,
        )
        stored, _ = rating_submit(revision=instance.revision, person=instance.person, values=values)
        instance.pk = stored.pk


class HidgLogResource(resources.ModelResource):
    """Columns as `/log-values` has them; `day` is checked against `date` and not kept."""

    author = fields.Field("author", "author", KnownUser(User, "username"))

    class Meta:
        model = HidgLog
        import_id_fields = ("author", "date", "task")
        fields = ("author", "date", "task", "honesty", "integrity", "discipline", "gratitude")
        clean_model_instances = True
        use_transactions = True
        skip_unchanged = True

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        day, date = str(row.get("day") or ""), str(row.get("date") or "")
        if day and day_contradicts(day, dt.date.fromisoformat(date)):
            raise ValueError(f"{date} is not {day[:20]!r}.")

    def do_instance_save(self, instance: HidgLog, is_create: bool) -> None:
        stored, _ = hidg_log_add(
            author=instance.author,
            date=instance.date,
            task=instance.task,
            reflection=Reflection(
                instance.honesty, instance.integrity, instance.discipline, instance.gratitude
            ),
        )
        instance.pk = stored.pk
