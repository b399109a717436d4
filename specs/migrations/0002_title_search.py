"""Words of a title are found by an index where PostgreSQL has trigrams; elsewhere by reading."""

from typing import Any

from django.db import ProgrammingError, migrations, transaction


def add_index(apps: Any, schema_editor: Any) -> None:
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm'")
        if cursor.fetchone() is None:
            return
        try:
            # A role that may not add extensions goes without: search is slower, not wrong.
            with transaction.atomic(using=connection.alias):
                cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        except ProgrammingError:
            return
        cursor.execute(
            "CREATE INDEX IF NOT EXISTS specs_title_words"
            " ON specs USING gin (UPPER(title::text) gin_trgm_ops)"
        )


def remove_index(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS specs_title_words")


class Migration(migrations.Migration):
    dependencies = [
        ("specs", "0001_spec_and_revisions"),
    ]

    operations = [
        migrations.RunPython(add_index, remove_index, elidable=False),
    ]
