"""Rows that are written once: evidence that could be edited afterwards would be none."""

from typing import Any, NoReturn, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class FrozenRow(RuntimeError):
    """A program tried to edit a row that is never edited: a bug, never a client's fault."""


class FrozenQuerySet(models.QuerySet[Row]):
    def update(self, **kwargs: Any) -> NoReturn:
        raise FrozenRow(f"{self.model.__name__} rows are never edited.")


class FrozenModel(models.Model):
    objects = FrozenQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise FrozenRow(f"{type(self).__name__} rows are never edited.")
        super().save(*args, **kwargs)
