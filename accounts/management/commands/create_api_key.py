"""`manage.py create_api_key USERNAME`: the key, alone, on stdout."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.choices import Scope
from accounts.errors import TooManyKeys
from accounts.services import api_key_create, user_get_or_create


class Command(BaseCommand):
    help = "Create an API key and print it alone on stdout. Makes the user when missing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--name", default="command line", help="what will use the key")
        parser.add_argument(
            "--scope",
            action="append",
            choices=Scope.values,
            help="may be given more than once; by default all that the user may do",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["name"]
        if not name.strip() or len(name) > 100:
            raise CommandError("A name has 1 to 100 characters.")
        try:
            user = user_get_or_create(username=options["username"])
        except ValidationError as problem:
            raise CommandError("; ".join(problem.messages)) from problem
        if not user.is_active:
            raise CommandError(f"The user {user.username} is deactivated; a key would be refused.")
        try:
            _, key = api_key_create(user=user, name=name, scopes=options["scope"])
        except TooManyKeys as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(key)
