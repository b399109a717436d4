"""`python -m tests.fuzz_api SCHEMATHESIS SECONDS`: every operation, by a client and by staff."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.faults.service import ROOT, Service, environment, free_port

# Beside what the document promises of success. 422 is for what fits the schema and makes no sense
# all the same (a prompt that asks for no design), 400 for JSON that is refused wherever it stands:
# NUL, integers beyond 2^53, deep nesting.
SENSIBLE = ["2xx", "304", "400", "401", "403", "404", "406", "409", "412", "422"]
REFUSALS = ["400", "401", "403", "404", "405", "406", "409", "411", "412", "415", "422", "429"]
# A client meets 403 where only staff may go.
FATAL = {"client": ["missing_test_data"], "staff": ["missing_test_data", "missing_auth"]}
# What a fixed id cannot help: a key that is deleted is gone; a pair, the revision that was
# corrected and the spec to improve are named in the body; a password is not guessed.
ONCE = (
    "POST /auth/login",
    "POST /iterate",
    "DELETE /api/v1/api-keys/{id}/",
    "POST /api/v1/comparisons/",
    "POST /api/v1/specs/{spec_id}/corrections/",
)


def configuration(seeded: dict[str, Any], caller: str) -> str:
    lines = [
        f'headers = {{ "X-API-Key" = "{seeded["key"]}" }}',
        "request-timeout = 60",
        "[warnings]",
        f"fail-on = {json.dumps(FATAL[caller])}",
        # A random token beside the key would be all that is looked at.
        "[generation]",
        "with-security-parameters = false",
        # A condition on what is there is looked at before the body.
        "[checks.negative_data_rejection]",
        f"expected-statuses = {json.dumps(REFUSALS)}",
        # DELETE cancels a job and revokes a key; both can be read afterwards.
        "[checks.use_after_free]",
        "enabled = false",
        "[checks.positive_data_acceptance]",
        f"expected-statuses = {json.dumps(SENSIBLE)}",
    ]
    for path, (name, value) in seeded["ids"].items():
        lines += [
            "[[operations]]",
            f'include-path-regex = "^{path}\\\\{{"',
            f'parameters = {{ "path.{name}" = "{value}", "path.number" = 1 }}',
        ]
    for name in ONCE:
        lines += ["[[operations]]", f'include-name = "{name}"', "warnings = false"]
    return "\n".join(lines)


def run(caller: str, schemathesis: str, seconds: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        port = free_port()
        settings = environment(
            folder / "var",
            port,
            RATE_LIMIT_AUTH="1000000/minute",
            DJANGO_SETTINGS_MODULE="config.settings.development",
        )
        service = Service(port, settings)
        try:
            service.manage("migrate", "--verbosity", "0")
            seeding = [sys.executable, "-m", "tests.fuzz_api.seed", caller]
            seeded = subprocess.run(
                seeding, cwd=ROOT, env=settings, stdout=subprocess.PIPE, check=True
            )
            settled = folder / "schemathesis.toml"
            settled.write_text(configuration(json.loads(seeded.stdout), caller), encoding="utf-8")
            service.start("manage.py", "serve")
            service.wait_until_ready()
            command = [schemathesis, "--config-file", str(settled), "run"]
            # One worker: two at once trip over Python 3.11's compiler inside Hypothesis.
            command += [f"http://127.0.0.1:{port}/schema?format=json", "--workers", "1"]
            command += ["--phases", "examples,coverage,fuzzing,stateful"]
            command += ["--max-time", str(seconds), "--continue-on-failure"]
            command += ["--generation-database", "none", *sys.argv[3:]]
            return subprocess.run(command, cwd=folder, check=False).returncode
        finally:
            service.stop()


if __name__ == "__main__":
    ended = [run(caller, sys.argv[1], int(sys.argv[2])) for caller in ("client", "staff")]
    sys.exit(max(ended))
