"""Serve with Granian, after saying clearly what stands in the way."""

import socket
import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from config.env import serve_options
from config.first_users import example_key_create
from config.worked_example import worked_example

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Serve on http://127.0.0.1:PORT with Granian (WORKERS, THREADS from the environment)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--example", action="store_true", help="Show one worked example.")
        parser.add_argument("--reload", action="store_true", help="Reload when the code changes.")

    def handle(self, *args: Any, **options: Any) -> None:
        serve = serve_options()
        if not port_is_free(serve.port):
            raise CommandError(
                f"Port {serve.port} is taken. Choose another one: make run PORT={serve.port + 1}"
            )
        if options["reload"]:
            call_command("runserver", f"{HOST}:{serve.port}")
            return
        command = granian_command(serve.port, serve.workers, serve.threads)
        server = subprocess.Popen(command)  # noqa: S603 - our own command line
        try:
            if options["example"] and (key := example_key_create()):
                self.stdout.write(worked_example(server, f"http://{HOST}:{serve.port}", key))
            code = server.wait()
        except KeyboardInterrupt:
            # Granian has the same signal from the terminal and ends by itself.
            code = server.wait()
        finally:
            server.terminate()
        if code:
            raise CommandError(f"The server ended with status {code}.", returncode=code)


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def granian_command(port: int, workers: int, threads: int) -> list[str]:
    return [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        HOST,
        "--port",
        str(port),
        "--workers",
        str(workers),
        "--blocking-threads",
        str(threads),
        # Without it the death of one worker ends the server.
        "--respawn-failed-workers",
        "--no-ws",
        "--log-level",
        "warning",
        "config.wsgi:application",
    ]
