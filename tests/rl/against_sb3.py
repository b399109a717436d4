"""Our clipped policy gradient beside stable-baselines3's MaskablePPO, at equal episodes.

`make rl-comparison` runs it in an environment of its own and measures on the frozen suite.
MaskablePPO has one setting, carried over from a prototype on synthetic prompts (batches of 160
steps, rate 0.003, entropy 0.02, 64 tanh units). It was not tuned on this evaluator; ours was.
Times are processor time of one process, in an order that gives both learners a warm cache.
"""

import argparse
import json
import time

import django
import numpy as np

HORIZON = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--episodes", type=int, nargs="+", default=[512, 2048, 8192])
    parser.add_argument("--prompts", type=int, default=240)
    options = parser.parse_args()
    django.setup()
    from rl.measuring import play_all, policy_player
    from rl.prompts import Split
    from rl.searches import play_look_ahead
    from rl.training import ClippedSettings, train_clipped
    from rl.wiring import suites

    train = suites().world(Split.TRAIN, 600, horizon=HORIZON)
    test = suites().frozen(options.prompts, horizon=HORIZON)
    best, _, _ = play_all(test, play_look_ahead)
    # Both learners meet judged designs again: a warm cache keeps the evaluator out of the times.
    train_clipped(train, ClippedSettings(episodes=1024, seed=99))
    for episodes in options.episodes:
        for seed in range(options.seeds):
            began = time.process_time()
            ours = train_clipped(train, ClippedSettings(episodes=episodes, seed=seed)).policy
            spent = time.process_time() - began
            gains, _, _ = play_all(test, policy_player(ours))
            report("ours, clipped", episodes, seed, gains, best, spent)
            began = time.process_time()
            model = maskable_ppo(train, episodes, seed)
            spent = time.process_time() - began
            gains, _, _ = play_all(test, sb3_player(model))
            report("MaskablePPO", episodes, seed, gains, best, spent)


def report(
    name: str, episodes: int, seed: int, gains: np.ndarray, best: np.ndarray, spent: float
) -> None:
    row = {
        "learner": name,
        "episodes": episodes,
        "seed": seed,
        "gain": round(float(gains.mean()), 3),
        "share": round(float(gains.sum() / best.sum()), 4),
        "ms_per_episode": round(1000 * spent / episodes, 2),
    }
    print(json.dumps(row), flush=True)  # noqa: T201 - a script's output


def maskable_ppo(world, episodes: int, seed: int):
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
        n_steps=160,
        batch_size=160,
        n_epochs=4,
        learning_rate=0.003,
        ent_coef=0.02,
        gamma=1.0,
        gae_lambda=0.5,
        seed=seed,
        device="cpu",
        policy_kwargs={"net_arch": [64]},
    )
    model.learn(total_timesteps=episodes * HORIZON * 2, callback=StopAfter())
    return model


def sb3_player(model):
    from rl import baselines

    def player(world, state):
        def choose(now) -> int:
            action, _ = model.predict(
                world.observe(now).astype(np.float32),
                action_masks=world.legal(now),
                deterministic=True,
            )
            return int(action)

        return baselines.play(world, state, choose)

    return player


if __name__ == "__main__":
    main()
