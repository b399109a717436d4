"""Secrets that are none: too short, too plain, or printed in somebody's repository."""

# Fragments of values that the classic service and common templates ship with.
WELL_KNOWN = (
    "django-insecure",
    "your_secure_secret",
    "your-secret",
    "bhiv",
    "changeme",
    "change-me",
    "secret-key",
    "test-only",
    "password",
)
MIN_DISTINCT_CHARACTERS = 12


def weakness(value: str, *, min_length: int) -> str:
    """Why `value` is no secret, as the end of a sentence; empty when it is one."""
    if not value:
        return "is required in production"
    if len(value) < min_length:
        return f"needs at least {min_length} characters"
    if any(fragment in value.lower() for fragment in WELL_KNOWN):
        return "is a well-known value"
    if len(set(value)) < MIN_DISTINCT_CHARACTERS:
        return "is too plain: it has too few different characters"
    return ""
