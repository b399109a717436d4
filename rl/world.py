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
    """What one step led to, and whether the episode ended there.

    It ends by stopping or with the last step. Both end the task for good: the budget of edits is
    part of it and the state says how many are left, so there is nothing beyond to bootstrap from
    (Pardo et al. 2018). A learner that takes the last step for an interruption adds its own guess
    to every return, and the guess feeds on itself.
    """

    state: Any
    reward: float
    done: bool


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
