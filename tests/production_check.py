"""`python -m tests.production_check`: Django's deployment check, under production settings."""

import os
import secrets
import subprocess
import sys


def main() -> int:
    environment = {
        "PATH": os.environ["PATH"],  # noqa: TID251 - a bare environment is the point
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "JWT_SECRET": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "design.example.com",
        "DATABASE_URL": "postgres://service@127.0.0.1:5432/service",
        "REDIS_URL": "redis://127.0.0.1:6379/0",
    }
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
