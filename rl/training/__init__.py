"""The learners, one readable file each, over any `rl.world.World`."""

from rl.training.clipped import ClippedSettings, train_clipped
from rl.training.collecting import seldom_collecting
from rl.training.linucb import LinUCBSettings, train_linucb
from rl.training.progress import CurvePoint, Training
from rl.training.reinforce import ReinforceSettings, train_reinforce

__all__ = [
    "ClippedSettings",
    "CurvePoint",
    "LinUCBSettings",
    "ReinforceSettings",
    "Training",
    "seldom_collecting",
    "train_clipped",
    "train_linucb",
    "train_reinforce",
]
