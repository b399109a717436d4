"""Gradient ascent with Adam, and the two gradients that the policy learners climb."""

import numpy as np

from rl.policy import chances_of, log_softmax, log_softmax_with_chances
from rl.world import BoolArray, FloatArray, IntArray


class Adam:
    """Kingma & Ba 2015, upwards. `largest_norm` bounds the gradient before the step."""

    def __init__(self, shape: tuple[int, ...], *, largest_norm: float) -> None:
        self._first = np.zeros(shape)
        self._second = np.zeros(shape)
        self._steps = 0
        self._largest_norm = largest_norm

    def step(self, gradient: FloatArray, rate: float) -> FloatArray:
        norm = float(np.sqrt(np.vdot(gradient, gradient)))
        if norm > self._largest_norm:
            gradient = gradient * (self._largest_norm / norm)
        self._steps += 1
        self._first *= 0.9
        self._first += 0.1 * gradient
        self._second *= 0.999
        self._second += 0.001 * gradient * gradient
        # Both begin at 0 and are divided by what they have had of the whole weight by now.
        spread = np.sqrt(self._second / (1 - 0.999**self._steps))
        spread += 1e-8
        change: FloatArray = self._first * (rate / (1 - 0.9**self._steps))
        change /= spread
        return change


def reinforce_objective(
    weights: FloatArray,
    observations: FloatArray,
    legal: BoolArray,
    actions: IntArray,
    advantages: FloatArray,
    entropy_weight: float,
) -> tuple[float, FloatArray]:
    """mean_t [A_t log pi(a_t|x_t) + beta Ent(pi(.|x_t))] and its gradient by the weights.

    d log pi(a)/d logit_j = 1[j = a] - pi_j;  d Ent/d logit_j = -pi_j (log pi_j + Ent).
    """
    logs = log_softmax(observations @ weights, legal)
    chances = chances_of(logs, legal)
    rows = np.arange(len(actions))
    entropy = -(chances * logs).sum(axis=1)
    objective = float((advantages * logs[rows, actions] + entropy_weight * entropy).mean())
    by_logit = -advantages[:, None] * chances
    by_logit[rows, actions] += advantages
    by_logit -= entropy_weight * chances * (logs + entropy[:, None])
    gradient: FloatArray = observations.T @ by_logit / len(actions)
    return objective, gradient


def clipped_objective(
    weights: FloatArray,
    observations: FloatArray,
    legal: BoolArray,
    actions: IntArray,
    advantages: FloatArray,
    old_log_chances: FloatArray,
    *,
    clip: float,
    entropy_weight: float,
) -> tuple[float, FloatArray]:
    """mean_t [min(rho A, clip(rho, 1 - c, 1 + c) A) + beta Ent] and its gradient.

    rho = pi(a_t|x_t) / pi_old(a_t|x_t) (Schulman et al. 2017). Where the clipped term is the
    smaller one, it is constant and adds nothing to the gradient.
    """
    logs, chances = log_softmax_with_chances(observations @ weights, legal)
    rows = np.arange(len(actions))
    entropy = -np.einsum("ta,ta->t", chances, logs)
    ratio = np.exp(logs[rows, actions] - old_log_chances)
    plain = ratio * advantages
    bounded = np.minimum(np.maximum(ratio, 1 - clip), 1 + clip) * advantages
    objective = float((np.minimum(plain, bounded) + entropy_weight * entropy).mean())
    active = np.where(plain <= bounded, plain, 0.0)
    # By logit j: active (1[j = a] - pi_j) - beta pi_j (log pi_j + Ent). Written over the logs,
    # which nobody reads any more: this runs some thousand times in a training run.
    logs *= -entropy_weight
    logs -= (active + entropy_weight * entropy)[:, None]
    by_logit = np.multiply(logs, chances, out=logs)
    by_logit[rows, actions] += active
    gradient: FloatArray = observations.T @ by_logit / len(actions)
    return objective, gradient
