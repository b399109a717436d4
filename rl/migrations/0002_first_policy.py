"""Put the first policy into the registry: trained by `manage.py train_policy --first`."""

import gzip
import json
from pathlib import Path
from typing import Any

from django.db import migrations
from django.utils import timezone

FILE = Path(__file__).parent.parent / "data" / "first_policy.json.gz"


def add_first_policy(apps: Any, schema_editor: Any) -> None:
    PolicyVersion = apps.get_model("rl", "PolicyVersion")
    if PolicyVersion.objects.exists():
        return
    row = json.loads(gzip.decompress(FILE.read_bytes()))
    PolicyVersion.objects.create(**row, status="current", promoted_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [("rl", "0001_policies_and_sessions")]

    operations = [migrations.RunPython(add_first_policy, migrations.RunPython.noop)]
