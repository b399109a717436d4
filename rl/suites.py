"""Worlds to learn in and to be measured on, built from the suite's prompts once per process."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from rl.environment import DesignWorld
from rl.errors import NothingToLearnFrom
from rl.evaluator import EvaluatorJudge
from rl.judging import Case, Judge
from rl.operators import knowledge
from rl.prompts import CaseMaker, Split, frozen_prompts, prompts
from rl.taste import Taste, WithTaste
from specs.errors import NotADesign

# Prompts to train on: beyond a few hundred distinct ones nothing more was gained.
TRAINING_PROMPTS = 600
# The frozen suite, and the part of it that the gate plays.
FROZEN_PROMPTS = 240
GATE_PROMPTS = 120
# How many prompts beside the given one `/advanced-rl` trains on, and among how many it looks.
SIMILAR = 24
LOOKED_AT = 400


@dataclass(frozen=True, slots=True)
class Suites:
    """`maker` turns prompts into cases; `judge` scores them."""

    maker: CaseMaker
    judge: Judge

    def world(
        self, split: Split, count: int, *, horizon: int = 5, kind: str | None = None
    ) -> DesignWorld:
        found = self.maker.cases(prompts(split, knowledge()), count, kind=kind)
        return DesignWorld(found, self.judge, horizon=horizon)

    def judged_by(self, taste: Taste | None) -> "Suites":
        """The same prompts where people's taste is half of what counts, if there is one."""
        return self if taste is None else Suites(self.maker, WithTaste(self.judge, taste))

    def frozen(self, count: int, *, horizon: int = 5, kind: str | None = None) -> DesignWorld:
        """What tables are measured on, and nothing else."""
        found = self.maker.cases(frozen_prompts(knowledge()), count, kind=kind)
        return DesignWorld(found, self.judge, horizon=horizon)

    def similar(self, prompt: str, *, horizon: int = 5) -> DesignWorld:
        """The prompt in each kind of starting point, and the likest prompts of the training split:
        same category first, then same design type. Raises NotADesign."""
        own = tuple(self.maker.case(prompt, kind) for kind in ("draft", "bare", "careless"))
        wanted = own[0].start.spec
        usable = self._usable(list(islice(prompts(Split.TRAIN, knowledge()), LOOKED_AT)))
        if not usable:
            raise NothingToLearnFrom("There is no prompt to train on.")
        near = sorted(
            usable,
            key=lambda case: (
                case.start.spec.category != wanted.category,
                case.start.spec.design_type != wanted.design_type,
                case.name,
            ),
        )
        return DesignWorld((*own, *near[:SIMILAR]), self.judge, horizon=horizon)

    def _usable(self, texts: Sequence[str]) -> list[Case]:
        cases = []
        for text in texts:
            try:
                cases.append(self.maker.case(text))
            except NotADesign:
                continue
        return cases


def evaluator_suites(maker: CaseMaker) -> Suites:
    """The evaluator alone decides: nobody's taste is in use."""
    return Suites(maker, EvaluatorJudge())
