"""What the prompt asks for: design type and category, and where it is named."""

from specs.records import record


@record
class Subject:
    design_type: str
    category: str
    first: int
    last: int
    score: float = 0.0
    confidence: float = 0.95
    alternative: str | None = None

    @property
    def head(self) -> tuple[int, int]:
        return self.first, self.last
