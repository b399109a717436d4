"""Simulated people: specs, an evaluator, a hidden taste, raters who disagree, noise."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from feedback.features import Vector, feature_names, psi
from feedback.judgements import Judgements, Pair, Stars
from specs.design import DESIGN_TYPES, Cost, DesignSpec, Dimensions, Material

VOCABULARY = json.loads(Path("specs/knowledge/vocabulary.json").read_text(encoding="utf-8"))
RATERS = ("anna", "ben", "chen")


@dataclass(frozen=True)
class Seen:
    psi: Vector
    design_type: str
    taste: float
    evaluator: float


class World:
    """A hidden linear taste per design type around a shared one, partly the evaluator's."""

    def __init__(self, seed: int, specs: int = 900) -> None:
        self.rng = np.random.default_rng(seed)
        width = len(feature_names())
        shared = self.rng.normal(0, 1, width)
        own = {name: shared + self.rng.normal(0, 0.6, width) for name in DESIGN_TYPES}
        raters = {name: self.rng.normal(0, 0.6, width) for name in RATERS}
        drawn = [self._spec() for _ in range(specs)]
        x = np.array([vector for vector, _ in drawn])
        z = (x - x.mean(axis=0)) / np.where(x.std(axis=0) > 0, x.std(axis=0), 1)
        evaluator = z[:, -1]
        raw = np.array([own[t] @ row for row, (_, t) in zip(z, drawn, strict=True)])
        taste = evaluator + 1.2 * (raw - raw.mean()) / raw.std()
        self.specs = [
            Seen(vector, t, float(h), float(e))
            for (vector, t), h, e in zip(drawn, taste, evaluator, strict=True)
        ]
        self.personal = {
            name: 0.5 * (z @ weights) / (z @ weights).std() for name, weights in raters.items()
        }
        self.train = range(specs - 300)
        self.held_out = range(specs - 300, specs)

    def _spec(self) -> tuple[Vector, str]:
        rng = self.rng
        design_type = str(rng.choice(DESIGN_TYPES[:5]))
        words = VOCABULARY["features"][design_type]
        names = sorted(rng.choice(words, rng.integers(0, 9), replace=False))
        materials = sorted(rng.choice(sorted(VOCABULARY["materials"]), rng.integers(0, 5)))
        spec = DesignSpec(
            design_type=design_type,
            category="general",
            title="A design",
            stories=3 if rng.random() < 0.4 else None,
            dimensions=Dimensions(
                *(float(v) if rng.random() < 0.5 else None for v in rng.uniform(1, 9, 9))
            ),
            materials=tuple(Material(m, "A" if rng.random() < 0.3 else None) for m in materials),
            features=tuple(names),
            use_cases=("one",) * int(rng.integers(0, 3)),
            estimated_cost=Cost(1000, "EUR") if rng.random() < 0.4 else None,
        )
        scores = {name: float(rng.uniform(40, 100)) for name in ("completeness", "feasibility")}
        scores["consistency"] = float(rng.uniform(40, 100))
        scores["score"] = sum(scores.values()) / 3
        return psi(spec, scores), design_type

    def stars(self, count: int, *, invert: bool = False, noise: float = 0.2) -> Judgements:
        found = []
        for index in self.rng.choice(len(self.train), count, replace=count > len(self.train)):
            seen = self.specs[index]
            rater = RATERS[int(self.rng.integers(len(RATERS)))]
            felt = seen.taste + self.personal[rater][index] + 0.4 * RATERS.index(rater)
            stars = int(np.clip(np.searchsorted([-1.6, -0.4, 0.8, 2.0], felt) + 1, 1, 5))
            if self.rng.random() < noise:
                stars = int(self.rng.integers(1, 6))
            found.append(Stars(seen.psi, seen.design_type, rater, 6 - stars if invert else stars))
        return Judgements(stars=tuple(found))

    def pairs(self, count: int) -> Judgements:
        found = []
        while len(found) < count:
            a, b = (self.specs[i] for i in self.rng.choice(len(self.train), 2, replace=False))
            if a.design_type != b.design_type:
                continue
            better = a.taste > b.taste if self.rng.random() > 0.2 else self.rng.random() < 0.5
            first, second = (a, b) if better else (b, a)
            found.append(Pair(first.psi, second.psi, a.design_type, tie=self.rng.random() < 0.1))
        return Judgements(pairs=tuple(found))

    def correlation(self, predicted: list[float]) -> float:
        """Mean Spearman within design type against the hidden taste, on held-out specs."""
        found = []
        for name in DESIGN_TYPES[:5]:
            chosen = [i for i in self.held_out if self.specs[i].design_type == name]
            mine = [predicted[i - self.held_out.start] for i in chosen]
            truth = [self.specs[i].taste for i in chosen]
            found.append(float(np.corrcoef(_ranks(mine), _ranks(truth))[0, 1]))
        return float(np.mean(found))


def _ranks(values: list[float]) -> Vector:
    order = np.argsort(np.argsort(values))
    return order.astype(float)
