"""A quantity read from the prompt."""

from dataclasses import dataclass


@dataclass(slots=True)
class Quantity:
    """`value` is in `unit`, the normal unit of its kind; durations keep their calendar unit.

    `number` is the figure as written, in `written` units. `label` names the side or the diameter
    where the text says it; sides of one product share `group`.
    """

    first: int
    last: int
    value: float
    unit: str
    kind: str
    number: float
    written: str = ""
    low: float | None = None
    high: float | None = None
    bound: str = "exact"
    label: str | None = None
    group: int = -1
    place: int = 0
    size: int = 1
    alternative: float | None = None
    guessed: bool = False
    """Whether the unit comes from a neighbour or is missing."""
    each: bool = False
    label_first: int = -1
    label_last: int = -1
    ordinal: bool = False
    replaced: "Quantity | None" = None
    """The figure that this one came in place of: 'raised from 80 to 120 kg'."""

    @property
    def begin(self) -> int:
        return self.label_first if 0 <= self.label_first < self.first else self.first

    @property
    def end(self) -> int:
        return self.last if self.last >= self.label_last else self.label_last

    @property
    def is_measured(self) -> bool:
        """Whether the text says what is measured: '14 sheets, 2440 x 1220' does not."""
        unsaid = self.guessed and self.group >= 0 and self.label is None
        return self.kind != "count" and not unsaid

    def scaled(self, factor: float) -> None:
        self.value *= factor
        self.low = None if self.low is None else self.low * factor
        self.high = None if self.high is None else self.high * factor


Quantities = list[Quantity | None]
"""The amount that covers each token, if any."""
