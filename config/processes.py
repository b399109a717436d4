"""The processes of one machine: the server, and its worker and beat where no broker is named."""

import shutil
import signal
import subprocess
import sys
from types import FrameType, TracebackType
from typing import Self

from config.env import VAR_DIR, ServeOptions, child_environment, has_broker

GRANIAN = (
    *("--interface", "wsgi", "--no-ws", "--log-level", "warning"),
    # Without it the death of one worker ends the server.
    "--respawn-failed-workers",
)
# Granian counts no requests; a worker's lifetime bounds what a leak could cost all the same.
REQUESTS_PER_SECOND = 2
MIN_LIFETIME_SECONDS = 60
STOP_SECONDS = 10
CELERY = ("--quiet", "--app", "config")
WORKER = ("worker", "--pool", "solo", "--concurrency", "1", "--loglevel", "WARNING")
BEAT = (
    *("beat", "--loglevel", "WARNING", "--pidfile", ""),
    *("--schedule", str(VAR_DIR / "celerybeat-schedule")),
)
# In a container root is all there is, and Celery's eight lines would hide what we say.
QUIET = ("-W", "ignore:You're running the worker with superuser privileges")


class Processes:
    """A context: starts the processes, and stops all of them however it is left."""

    def __init__(self, host: str, options: ServeOptions, *, reload: bool = False) -> None:
        self.host = host
        self.options = options
        self.reload = reload
        self.children: list[subprocess.Popen[bytes]] = []
        self.stopping = False

    def __enter__(self) -> Self:
        signal.signal(signal.SIGTERM, self.stop_on_signal)
        metrics = VAR_DIR / "metrics"
        # Figures of dead processes would be counted again.
        shutil.rmtree(metrics, ignore_errors=True)
        metrics.mkdir(parents=True)
        if self.reload:
            self.server = self.start("manage", "runserver", f"{self.host}:{self.options.port}")
        else:
            self.server = self.start("granian", *self.granian_arguments())
        if not has_broker():
            # Jobs run the code that is being edited, too.
            self.start("config.reloading" if self.reload else "celery", *CELERY, *WORKER)
            self.start("celery", *CELERY, *BEAT)
        if self.stopping:
            self.server.terminate()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for child in self.children:
            child.terminate()
        for child in self.children:
            try:
                child.wait(timeout=STOP_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()

    def start(self, module: str, *arguments: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, *QUIET, "-m", module, *arguments]
        environment = child_environment(PROMETHEUS_MULTIPROC_DIR=str(VAR_DIR / "metrics"))
        child = subprocess.Popen(command, env=environment)  # noqa: S603 - our own command line
        self.children.append(child)
        return child

    def granian_arguments(self) -> list[str]:
        options = self.options
        arguments = [
            *GRANIAN,
            *("--host", self.host, "--port", str(options.port)),
            *("--workers", str(options.workers)),
            *("--blocking-threads", str(options.threads)),
        ]
        if options.max_requests:
            lifetime = max(MIN_LIFETIME_SECONDS, options.max_requests // REQUESTS_PER_SECOND)
            arguments += ["--workers-lifetime", str(lifetime)]
        return [*arguments, "config.wsgi:application"]

    def stop_on_signal(self, number: int, frame: FrameType | None) -> None:
        # While the server is being started there is none to end yet: `__enter__` looks again.
        self.stopping = True
        if self.children:
            self.children[0].terminate()
