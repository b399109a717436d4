"""New rows of several tables, stored together: one trip to PostgreSQL for all of them."""

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction
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
    return [
        field.get_db_prep_save(field.pre_save(row, add=True), connection=connection)
        for field in _fields(type(row))
    ]
