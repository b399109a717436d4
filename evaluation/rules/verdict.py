"""What a check answers: how grave, where, what was expected and what is there."""

from collections.abc import Sequence
from typing import NamedTuple

from evaluation.criterion import Severity
from evaluation.rules.thing import Thing

# What a limit of each severity means, for messages: '0.3 to 15 kg is known'.
KNOWN = {Severity.ERROR: "known", Severity.WARNING: "usual", Severity.ADVICE: "good practice"}


class Verdict(NamedTuple):
    severity: Severity
    pointer: str
    expected: str
    actual: str
    name: str = ""
    place: str = ""
    # How many times the penalty of the severity it costs.
    times: float = 1.0


def verdicts_at(
    thing: Thing, figures: Sequence[str], severity: Severity, expected: str, actual: str
) -> list[Verdict]:
    """One verdict for each suspect; together they cost what one breach costs."""
    suspects = thing.suspects(figures)
    share = 1 / len(suspects)
    return [
        Verdict(severity, thing.pointer(name), expected, actual, times=share) for name in suspects
    ]
