"""New rows of several tables, stored together: one trip to PostgreSQL for all of them."""

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Model
from django.db.models.sql import InsertQuery


def rows_insert(rows: Sequence[Model]) -> None:
    """All of them or none. Their ids are known already; no signals are sent."""
    # The connection itself: `django.db.connection` looks it up anew for each attribute.
    connection = connections[DEFAULT_DB_ALIAS]
    statements = [_insert_sql(type(row), connection.vendor) for row in rows]
    values = [_values(row, connection) for row in rows]
    if connection.vendor == "postgresql":
        # Statements that arrive together are one transaction to the server, as long as none of
        # them says otherwise: no BEGIN and no COMMIT travel apart.
        with transaction.mark_for_rollback_on_error(using=connection.alias):
            _execute(connection, "; ".join(statements), list(chain.from_iterable(values)))
    else:
        with transaction.atomic(savepoint=False):
            for statement, its_values in zip(statements, values, strict=True):
                _execute(connection, statement, its_values)
    for row in rows:
        row._state.adding = False
        row._state.db = connection.alias


def _execute(connection: BaseDatabaseWrapper, statement: str, values: list[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@cache
def _insert_sql(model: type[Model], vendor: str) -> str:
    """As Django words it, which depends on the model and the database alone."""
    query = InsertQuery(model)
    query.insert_values(_fields(model), [model()])
    [(statement, _)] = query.get_compiler(using=DEFAULT_DB_ALIAS).as_sql()
    return str(statement)


def _fields(model: type[Model]) -> Sequence["Field[Any, Any]"]:
    return model._meta.local_concrete_fields


def _values(row: Model, connection: BaseDatabaseWrapper) -> list[Any]:
    native_uuid = connection.features.has_native_uuid_field
    values = []
    for field, taken_as_it_is in _columns(type(row), native_uuid):
        value = getattr(row, field.attname)
        if type(value) is not taken_as_it_is:
            value = field.get_db_prep_save(field.pre_save(row, add=True), connection=connection)
        values.append(value)
    return values


# Fields that leave a value of the type as it is, and do no more when it is saved.
PLAIN: dict[type["Field[Any, Any]"], type] = {
    models.CharField: str,
    models.TextField: str,
    models.BooleanField: bool,
    models.FloatField: float,
    models.PositiveIntegerField: int,
    models.PositiveSmallIntegerField: int,
}


@cache
def _columns(model: type[Model], native_uuid: bool) -> list[tuple["Field[Any, Any]", type | None]]:
    """Each field with the type whose values need no preparing; most values are of that one."""
    kinds = {**PLAIN, models.UUIDField: UUID} if native_uuid else PLAIN
    return [(field, kinds.get(type(_target(field)))) for field in _fields(model)]


def _target(field: "Field[Any, Any]") -> "Field[Any, Any]":
    return _target(field.target_field) if isinstance(field, models.ForeignKey) else field
