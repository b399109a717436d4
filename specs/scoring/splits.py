"""The fixed halves of a corpus: rules are tuned on one, the other is only reported."""

from hashlib import sha256

TUNED, HELD_OUT = "tuned", "held out"


def split_of(identity: str) -> str:
    """By the last hexadecimal digit of the id's SHA-256: even is the tuned half."""
    return TUNED if int(sha256(identity.encode()).hexdigest()[-1], 16) % 2 == 0 else HELD_OUT
