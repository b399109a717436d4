"""No secret that the classic service printed in its repository is written anywhere in this one."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# In halves, so that this file is none of the places.
LITERALS = tuple(
    "".join(halves)
    for halves in (
        ("bhiv-jwt-", "secret-2024"),
        ("bhiv-secret-", "key-2024"),
        ("bhiv", "2024"),
        ("your_secure_", "secret_key"),
        ("django-", r"insecure-[A-Za-z0-9!@#$%^&*()_=+-]{20}"),
    )
)


def test_no_literal_of_the_classic_service_is_in_the_tree() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    paths = [ROOT / name for name in listed.split("\0") if name]
    assert len(paths) > 100
    secret = re.compile("|".join(LITERALS).encode())
    found = [str(path) for path in paths if path.is_file() and secret.search(path.read_bytes())]
    assert found == []
