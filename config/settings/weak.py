"""Secrets that are none: too short, too plain, or printed in somebody's repository."""

# Fragments of values that the classic service and common templates ship with. None is shorter than
# eight characters: four occur in one random secret of 20,000.
WELL_KNOWN = (
    "django-insecure",
    "your_secure_secret",
    "your-secret",
    "bhiv-jwt",
    "bhiv-secret",
    "changeme",
    "change-me",
    "secret-key",
    "test-only",
    "password",
)
WELL_KNOWN_START = "bhiv"
MIN_DISTINCT_CHARACTERS = 12


def weakness(value: str, *, min_length: int) -> str:
    """Why `value` is no secret, as the end of a sentence; empty when it is one."""
    if not value:
        return "is required in production"
    if len(value) < min_length:
        return f"needs at least {min_length} characters"
    plain = value.lower()
    if plain.startswith(WELL_KNOWN_START) or any(known in plain for known in WELL_KNOWN):
        return "is a well-known value"
    if len(set(value)) < MIN_DISTINCT_CHARACTERS:
        return "is too plain: it has too few different characters"
    return ""
