"""The example that `make run` prints: a real request to the server that was just started."""

import json
import subprocess
import textwrap
import time
import urllib.error
import urllib.request
from typing import Any

PROMPT = "A 3-storey steel office, 30 x 20 m, no basement, budget $2.4M"
START_SECONDS = 30


def worked_example(server: "subprocess.Popen[bytes]", base_url: str, key: str) -> str:
    """Wait for the server, ask it once, and word what came back for a terminal."""
    if not wait_until_ready(server, base_url):
        return "The server did not become ready; its own messages are above.\n"
    links = (
        f"  API documentation  {base_url}/docs\n"
        f"  Dashboard          {base_url}/dashboard/\n"
        f"  Review and admin   {base_url}/admin/\n"
        f"  Health             {base_url}/health\n"
    )
    command = (
        f"curl -s {base_url}/generate -H 'X-API-Key: {key}' \\\n"
        f"  -H 'Content-Type: application/json' -d '{json.dumps({'prompt': PROMPT})}'"
    )
    answer = ask(base_url, key)
    spec = {name: value for name, value in answer["spec"].items() if value not in (None, [], {})}
    spec["dimensions"] = {k: v for k, v in spec["dimensions"].items() if v is not None}
    stated = sum(1 for entry in answer["provenance"].values() if entry["source"] == "prompt")
    return (
        f"\nAn example. This command:\n\n{textwrap.indent(command, '  ')}\n\n"
        "answered with this spec (empty fields left out here):\n\n"
        f"{textwrap.indent(json.dumps(spec, indent=2, ensure_ascii=False), '  ')}\n\n"
        f"{stated} of its values come from the prompt; "
        f"{len(answer['assumptions'])} are assumptions, each with its reason in the answer.\n\n"
        f"Serving on {base_url} (Ctrl-C stops it)\n{links}"
    )


def wait_until_ready(server: "subprocess.Popen[bytes]", base_url: str) -> bool:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{base_url}/health/ready", timeout=2):  # noqa: S310 - own address
                return True
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    return False


def ask(base_url: str, key: str) -> dict[str, Any]:
    request = urllib.request.Request(  # noqa: S310 - own address
        f"{base_url}/generate",
        data=json.dumps({"prompt": PROMPT}).encode(),
        headers={"Content-Type": "application/json", "X-API-Key": key},
    )
    with urllib.request.urlopen(request, timeout=10) as response:  # noqa: S310
        answer: dict[str, Any] = json.load(response)
    return answer
