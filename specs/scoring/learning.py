"""Learning which clues speak for which kind: a softmax over sets of clues, held towards nought."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Example = tuple[frozenset[str], str]
STEPS, PACE = 120, 0.05
DECAY, SQUARES = 0.9, 0.99


@dataclass(frozen=True, slots=True)
class Weights:
    names: tuple[str, ...]
    clues: dict[str, int]
    matrix: Floats
    """A row for each clue, and one that every example has."""

    def best(self, found: frozenset[str]) -> str:
        rows = [self.clues[clue] for clue in sorted(found) if clue in self.clues]
        return self.names[int(np.argmax(self.matrix[[*rows, -1]].sum(axis=0)))]

    def as_json(self) -> dict[str, Any]:
        """Tenths: enough to tell, and the same on every machine."""
        tenths = np.rint(self.matrix * 10).astype(int)
        rows = {clue: tenths[at].tolist() for clue, at in sorted(self.clues.items())}
        return {
            "names": list(self.names),
            "start": tenths[-1].tolist(),
            "clues": {clue: row for clue, row in rows.items() if any(row)},
        }


def learn(examples: Sequence[Example], *, ridge: float, least: int) -> Weights:
    """Weights of all clues that `least` examples have; each name counts the same in all."""
    names = tuple(sorted({name for _, name in examples}))
    seen = Counter(clue for found, _ in examples for clue in found)
    clues = {clue: at for at, clue in enumerate(sorted(c for c, n in seen.items() if n >= least))}
    inputs = np.zeros((len(examples), len(clues) + 1), np.float32)
    inputs[:, -1] = 1.0
    for row, (found, _) in enumerate(examples):
        inputs[row, [clues[clue] for clue in found if clue in clues]] = 1.0
    wanted = np.eye(len(names), dtype=np.float32)[[names.index(name) for _, name in examples]]
    fair = (wanted / wanted.sum(axis=0)).sum(axis=1, keepdims=True) * (len(examples) / len(names))
    return Weights(names, clues, _descend(inputs, wanted, fair, ridge))


def _descend(inputs: Floats, wanted: Floats, fair: Floats, ridge: float) -> Floats:
    """Adam, from nought and in one batch, so that the same examples give the same weights."""
    weights = np.zeros((inputs.shape[1], wanted.shape[1]), np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        scores = inputs @ weights
        chance = np.exp(scores - scores.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        slope = inputs.T @ ((chance - wanted) * fair) + ridge * weights
        mean = DECAY * mean + (1 - DECAY) * slope
        square = SQUARES * square + (1 - SQUARES) * slope**2
        pace = np.sqrt(square / (1 - SQUARES**step)) + 1e-8
        weights -= PACE * (mean / (1 - DECAY**step)) / pace
    centred: Floats = weights - weights.mean(axis=1, keepdims=True)
    return centred
