"""The suite is frozen: the same prompts in the same split, on every machine."""

from itertools import islice

from rl.operators import knowledge
from rl.prompts import Split, frozen_prompts, prompts, split_of, written_prompts
from rl.prompts.generator import generated

TABLES = knowledge()


def test_the_generator_is_seeded() -> None:
    assert list(islice(generated(TABLES, 3), 20)) == list(islice(generated(TABLES, 3), 20))
    assert list(islice(generated(TABLES, 3), 20)) != list(islice(generated(TABLES, 4), 20))


def test_no_prompt_is_in_two_splits() -> None:
    found = {split: set(islice(prompts(split, TABLES), 300)) for split in Split}
    assert all(len(texts) == 300 for texts in found.values())
    assert not found[Split.TRAIN] & found[Split.TEST]
    assert not found[Split.TRAIN] & found[Split.VALIDATION]
    assert not found[Split.VALIDATION] & found[Split.TEST]


def test_a_prompts_split_depends_on_its_text_alone() -> None:
    assert split_of("an oak table for six") is split_of("an oak table for six")
    shares = [split_of(prompt) for prompt in islice(generated(TABLES, 9), 1000)]
    assert 0.55 < shares.count(Split.TRAIN) / 1000 < 0.65


def test_generated_prompts_cover_every_design_type() -> None:
    seen = " ".join(islice(generated(TABLES, 1), 200))
    for word in ("chair", "laptop", "house", "car", "oven"):
        assert word in seen


def test_the_frozen_suite_shares_no_prompt_with_what_is_trained_and_tuned_on() -> None:
    frozen = list(islice(frozen_prompts(TABLES), 600))
    assert len(set(frozen)) == 600
    assert sum(prompt in written_prompts() for prompt in frozen[:240]) == 120
    for split in Split:
        assert not set(frozen) & set(islice(prompts(split, TABLES), 900))
