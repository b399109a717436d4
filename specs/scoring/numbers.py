"""When two figures are one: within one per cent, or inside the range that the gold allows."""

import re

Range = tuple[float, ...]
TOLERANCE = 0.01
DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
DAYS = (365, 30, 7, 1)


def close(
    predicted: object, gold: float, loose: Range | None = None, tolerance: float = TOLERANCE
) -> bool:
    if predicted is None or isinstance(predicted, str | bool):
        return False
    if not isinstance(predicted, int | float):
        return False
    if abs(predicted - gold) <= tolerance * abs(gold) + 1e-12:
        return True
    return bool(loose) and min(loose or ()) * 0.999 <= predicted <= max(loose or ()) * 1.001


def days(duration: object) -> int | None:
    match = DURATION.fullmatch(str(duration or ""))
    if match is None:
        return None
    return sum(int(part or 0) * size for part, size in zip(match.groups(), DAYS, strict=True))
