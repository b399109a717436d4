"""Bring a checkout to the point where it can serve: migrated, with its first users."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from config.first_users import first_users_create


class Command(BaseCommand):
    help = "Migrate and, in development, create the demo and admin users (secrets printed once)."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        created = first_users_create()
        if created is None:
            return
        self.stdout.write(
            "\nFirst set-up. These secrets are random, stored only as hashes and shown once:\n\n"
            f"  API key of demo      {created.api_key}\n"
            f"  password of demo     {created.demo_password}\n"
            f"  password of admin    {created.admin_password}   (for /admin/)\n\n"
            "A lost key is replaced by: .venv/bin/python manage.py create_api_key demo\n"
            "A lost password by:        .venv/bin/python manage.py changepassword admin\n"
        )
