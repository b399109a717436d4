"""What the services refuse. They know no HTTP: the API gives each its status."""

import math
from datetime import datetime
from typing import Any


class TokenRefused(Exception):
    """One error for every reason: a caller learns nothing from the difference."""


class TooManyKeys(Exception):
    """The owner has as many usable keys as one owner may have."""

    def __init__(self, most: int) -> None:
        super().__init__(f"There are {most} usable keys already; revoke one first.")


class BudgetSpent(Exception):
    """The caller has used up its tokens of the day; `wait` is how many seconds it has to wait."""

    code = "budget_spent"

    def __init__(self, *, allowed: int, resets_at: datetime, now: datetime) -> None:
        super().__init__(
            f"The {allowed} tokens of today are used up; there are new ones at "
            f"{resets_at:%Y-%m-%dT%H:%M:%SZ}."
        )
        self.resets_at = resets_at
        self.wait = math.ceil((resets_at - now).total_seconds())

    @property
    def extra(self) -> dict[str, Any]:
        return {"resets_at": f"{self.resets_at:%Y-%m-%dT%H:%M:%SZ}"}
