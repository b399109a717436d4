"""What a learner needs to know of a task: cases, observations, legal actions, steps.

The learners of `rl.training` see nothing else, so they can be tested on a world of ten lines.
"""

from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from specs.records import record

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]
IntArray = npt.NDArray[np.int64]

STOP = 0  # The first action of every world ends the episode and changes nothing.


@record
class Outcome:
    """What one step led to. `terminated`: the task ended; `truncated`: the steps ran out."""

    state: Any
    reward: float
    terminated: bool
    truncated: bool

    @property
    def done(self) -> bool:
        return self.terminated or self.truncated


class World(Protocol):
    """Episodes over numbered cases. States are values: a learner may hold several at once."""

    @property
    def cases(self) -> int: ...
    @property
    def actions(self) -> int: ...
    @property
    def features(self) -> int: ...
    @property
    def horizon(self) -> int: ...
    def reset(self, case: int) -> Any: ...
    def observe(self, state: Any) -> FloatArray: ...
    def legal(self, state: Any) -> BoolArray: ...
    def step(self, state: Any, action: int) -> Outcome: ...
