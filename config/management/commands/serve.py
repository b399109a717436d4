"""Serve with Granian, after saying clearly what stands in the way."""

import socket
import subprocess
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.env import serve_options
from config.first_users import example_key_create
from config.processes import Processes
from config.worked_example import worked_example


class Command(BaseCommand):
    help = "Serve on PORT with Granian; without a broker, a worker and beat run beside it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--example", action="store_true", help="Show one worked example.")
        parser.add_argument("--reload", action="store_true", help="Reload when the code changes.")
        parser.add_argument(
            "--all-addresses", action="store_true", help="Listen on 0.0.0.0, as a container must."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        serve = serve_options()
        host = "0.0.0.0" if options["all_addresses"] else "127.0.0.1"  # noqa: S104 - asked for
        if not port_is_free(host, serve.port):
            raise CommandError(
                f"Port {serve.port} is taken. Choose another one: make run PORT={serve.port + 1}"
            )
        with Processes(host, serve, reload=options["reload"]) as processes:
            if options["example"] and (key := example_key_create()):
                base_url = f"http://127.0.0.1:{serve.port}"
                self.stdout.write(worked_example(processes.server, base_url, key))
            code = wait(processes.server)
        if code:
            raise CommandError(f"The server ended with status {code}.", returncode=code)


def wait(server: "subprocess.Popen[bytes]") -> int:
    try:
        return server.wait()
    except KeyboardInterrupt:
        # The terminal sent Granian the same signal; it ends by itself.
        server.wait()
        return 0


def port_is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
