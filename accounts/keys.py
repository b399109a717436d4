"""API keys as text: how one is made, and the digest that is all the database keeps of it."""

import hashlib
import secrets
import string

BASE62 = string.ascii_letters + string.digits
PREFIX_LENGTH = 8
SECRET_LENGTH = 40  # 238 bits: nothing to guess, so a fast hash is right.
# Keys of an older deployment may have any shape; nobody's is longer than this.
MAX_KEY_LENGTH = 512


def new_key() -> tuple[str, str]:
    """A prefix that may be shown, and the whole key that is shown once."""
    prefix = random_text(PREFIX_LENGTH)
    return prefix, f"p2j_{prefix}_{random_text(SECRET_LENGTH)}"


def random_text(length: int) -> str:
    return "".join(secrets.choice(BASE62) for _ in range(length))


def digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def is_plausible(key: str) -> bool:
    """Whether looking the key up makes sense at all; asked before any work is done with it."""
    return 0 < len(key) <= MAX_KEY_LENGTH and key.isascii()
