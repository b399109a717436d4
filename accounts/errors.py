"""What the services refuse. They know no HTTP: the API gives each its status."""


class TokenRefused(Exception):
    """One error for every reason: a caller learns nothing from the difference."""


class TooManyKeys(Exception):
    """The owner has as many usable keys as one owner may have."""

    def __init__(self, most: int) -> None:
        super().__init__(f"There are {most} usable keys already; revoke one first.")
