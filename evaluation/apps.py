from typing import Any

from django.apps import AppConfig, apps
from django.db import connections
from django.db.models.signals import post_migrate


def seed_rubrics(using: str = "default", **kwargs: Any) -> None:
    """After every `migrate` (and flush): the versions that the data files hold are stored."""
    table = apps.get_model("evaluation", "Rubric")._meta.db_table
    if table not in connections[using].introspection.table_names():
        return  # migrated back to nothing
    from evaluation.services import rubrics_seed

    rubrics_seed()


class EvaluationConfig(AppConfig):
    name = "evaluation"

    def ready(self) -> None:
        post_migrate.connect(seed_rubrics, sender=self)
