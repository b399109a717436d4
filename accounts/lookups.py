"""The lookup that every call with a key makes. Its SQL is worded once: Django would word it for
each call, which takes longer than the database needs to answer it."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Model

from accounts.models import ApiKey, User

SomeModel = TypeVar("SomeModel", bound=Model)
Converters = tuple[Callable[[Any, Any, Any], Any], ...]
Conversion = tuple[int, Any, Converters]


def api_key_by_digest(digest: str) -> ApiKey | None:
    """The stored key with its owner, as they are now."""
    # The connection itself: `django.db.connection` looks it up anew for each attribute.
    connection = connections[DEFAULT_DB_ALIAS]
    with connection.cursor() as cursor:
        cursor.execute(_api_key_sql(connection.vendor), [digest])
        row = cursor.fetchone()
    if row is None:
        return None
    of_key = len(_fields(ApiKey))
    api_key = _instance(ApiKey, row[:of_key], connection)
    api_key.user = _instance(User, row[of_key:], connection)
    return api_key


@cache
def _api_key_sql(vendor: str) -> str:
    queryset = ApiKey.objects.select_related("user").filter(digest="").order_by()
    statement, _ = queryset.query.sql_with_params()
    return str(statement)


def _fields(model: type[Model]) -> Sequence["Field[Any, Any]"]:
    return model._meta.concrete_fields


def _instance(
    model: type[SomeModel], values: Sequence[Any], connection: BaseDatabaseWrapper
) -> SomeModel:
    names, conversions = _columns(model, connection.vendor)
    converted = list(values)
    for index, column, converters in conversions:
        for convert in converters:
            converted[index] = convert(converted[index], column, connection)
    return model.from_db(DEFAULT_DB_ALIAS, names, converted)


@cache
def _columns(model: type[Model], vendor: str) -> tuple[list[str], list[Conversion]]:
    """The attributes' names, and what makes a column's value the field's, by its place: the
    database's part, then Django's."""
    connection = connections[DEFAULT_DB_ALIAS]
    columns = [field.cached_col for field in _fields(model)]
    found = [
        (*connection.ops.get_db_converters(column), *column.get_db_converters(connection))
        for column in columns
    ]
    conversions = [
        (at, columns[at], converters) for at, converters in enumerate(found) if converters
    ]
    return [field.attname for field in _fields(model)], conversions
