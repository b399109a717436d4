"""Our clipped policy gradient beside stable-baselines3's MaskablePPO, at equal episodes.

`make rl-comparison` runs it in an environment of its own and measures on the frozen suite; with
--validation on the split that settings are chosen on.
MaskablePPO plays in two settings: the one that a prototype found on synthetic prompts, and the best
of a dozen on this project's validation split, where ours was chosen too.
Times are processor time of one process, the least of a few runs: of the whole, each learner in a
world that has judged nothing yet, and of the learner alone, without what the world spends on
operators, evaluations and observations, which is the same code for both.
"""

import argparse
import json
import math
import time

import django
import numpy as np

HORIZON = 5
PROTOTYPE = {"n_steps": 160, "batch_size": 160, "n_epochs": 4, "learning_rate": 0.003}
# The rate falls to a tenth, as ours does.
TUNED = {
    "n_steps": 512,
    "batch_size": 128,
    "n_epochs": 10,
    "learning_rate": lambda left: 0.002 * (0.1 + 0.9 * left),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--episodes", type=int, nargs="+", default=[512, 2048, 8192])
    parser.add_argument("--prompts", type=int, default=240)
    parser.add_argument("--validation", action="store_true", help="on the split to choose on")
    parser.add_argument("--repeats", type=int, default=3, help="runs of which the fastest counts")
    options = parser.parse_args()
    django.setup()
    from rl.measuring import play_all, policy_player
    from rl.prompts import Split
    from rl.searches import play_look_ahead
    from rl.training import ClippedSettings, train_clipped
    from rl.wiring import suites

    test = (
        suites().world(Split.VALIDATION, options.prompts, horizon=HORIZON)
        if options.validation
        else suites().frozen(options.prompts, horizon=HORIZON)
    )
    best, _, _ = play_all(test, play_look_ahead)
    learners = {
        "ours, clipped": lambda world, episodes, seed: policy_player(
            train_clipped(world, ClippedSettings(episodes=episodes, seed=seed)).policy
        ),
        "MaskablePPO, tuned here": lambda world, episodes, seed: sb3_player(
            maskable_ppo(world, episodes, seed, TUNED)
        ),
        "MaskablePPO, as in the prototype": lambda world, episodes, seed: sb3_player(
            maskable_ppo(world, episodes, seed, PROTOTYPE)
        ),
    }
    # What is loaded at first use is loaded before the clock runs.
    for learner in learners.values():
        learner(suites().world(Split.TRAIN, 20, horizon=HORIZON), 64, 0)
    for episodes in options.episodes:
        for seed in range(options.seeds):
            spent = dict.fromkeys(learners, math.inf)
            players = {}
            # In turn, so that a busy minute of the machine meets all of them.
            for _ in range(options.repeats):
                for name, learner in learners.items():
                    players[name], seconds = timed(learner, untouched(), episodes, seed)
                    spent[name] = min(spent[name], seconds)
            for name, learner in learners.items():
                # Once more for the learner alone: to ask the clock at each call takes time too.
                clocked = Timed(untouched())
                _, again = timed(learner, clocked, episodes, seed)
                gains, _, _ = play_all(test, players[name])
                report(name, episodes, seed, gains, best, spent[name], again - clocked.spent)


def untouched():
    """The world with a judge of its own: no other run has met anything for it."""
    from rl.prompts import Split
    from rl.suites import evaluator_suites
    from rl.wiring import case_maker

    return evaluator_suites(case_maker()).world(Split.TRAIN, 600, horizon=HORIZON)


def timed(learner, world, episodes: int, seed: int):
    from rl.training import seldom_collecting

    # Ours does so by itself; the other one gets the same.
    with seldom_collecting():
        began = time.process_time()
        player = learner(world, episodes, seed)
        return player, time.process_time() - began


class Timed:
    """A world that says how much processor time it spent itself."""

    def __init__(self, world) -> None:
        self._world, self.spent = world, 0.0
        self.cases, self.actions = world.cases, world.actions
        self.features, self.horizon = world.features, world.horizon

    def _timed(self, call, *arguments):
        began = time.process_time()
        answer = call(*arguments)
        self.spent += time.process_time() - began
        return answer

    def reset(self, case):
        return self._timed(self._world.reset, case)

    def observe(self, state):
        return self._timed(self._world.observe, state)

    def legal(self, state):
        return self._timed(self._world.legal, state)

    def step(self, state, action):
        return self._timed(self._world.step, state, action)


def report(
    name: str,
    episodes: int,
    seed: int,
    gains: np.ndarray,
    best: np.ndarray,
    spent: float,
    alone: float,
) -> None:
    row = {
        "learner": name,
        "episodes": episodes,
        "seed": seed,
        "gain": round(float(gains.mean()), 3),
        "share": round(float(gains.sum() / best.sum()), 4),
        "ms_per_episode": round(1000 * spent / episodes, 2),
        "ms_of_the_learner": round(1000 * alone / episodes, 2),
    }
    print(json.dumps(row), flush=True)  # noqa: T201 - a script's output


def maskable_ppo(world, episodes: int, seed: int, settings: dict):
    import torch
    from sb3_contrib import MaskablePPO
    from stable_baselines3.common.callbacks import BaseCallback

    from rl.environment import SpecEnvironment

    torch.set_num_threads(1)

    class StopAfter(BaseCallback):
        """Counts episodes, since ours are counted in episodes too."""

        done = 0

        def _on_step(self) -> bool:
            self.done += int(sum(self.locals["dones"]))
            return self.done < episodes

    class Float32(SpecEnvironment):
        """Torch's policies compute in single precision."""

        def __init__(self, world) -> None:
            super().__init__(world)
            import gymnasium

            shape = (world.features,)
            self.observation_space = gymnasium.spaces.Box(-np.inf, np.inf, shape, np.float32)

        def reset(self, **kwargs):
            observation, info = super().reset(**kwargs)
            return observation.astype(np.float32), info

        def step(self, action):
            observation, *rest = super().step(int(action))
            return (observation.astype(np.float32), *rest)

    model = MaskablePPO(
        "MlpPolicy",
        Float32(world),
        **settings,
        ent_coef=0.02,
        gamma=1.0,
        gae_lambda=0.5,
        seed=seed,
        device="cpu",
        policy_kwargs={"net_arch": [64]},
    )
    model.learn(total_timesteps=episodes * HORIZON, callback=StopAfter())
    return model


def sb3_player(model):
    from rl import baselines

    def player(world, state):
        def choose(now) -> int:
            action, _ = model.predict(
                world.observe(now).astype(np.float32),
                action_masks=world.legal(now).copy(),
                deterministic=True,
            )
            return int(action)

        return baselines.play(world, state, choose)

    return player


if __name__ == "__main__":
    main()
