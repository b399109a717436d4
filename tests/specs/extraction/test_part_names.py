"""Parts that people write in several ways, and their one name."""

import pytest

from specs.extraction import read


def features(prompt: str) -> list[str]:
    return [str(name) for name in read(prompt).spec.features]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Camera, IBIS, OLED EVF", ["image_stabilization", "electronic_viewfinder"]),
        ("Speaker, PoE ethernet, vesa bracket", ["poe", "ethernet", "vesa_mount"]),
        ("Monitor, DP in, player built in", ["displayport", "media_player"]),
        ("Console, 5,200 mAh removable", ["removable_battery"]),
        ("Pickup, rear diff lock", ["diff_lock"]),
        ("Tractor, closed cab", ["enclosed_cab"]),
        ("Air conditioner with a bacnet card", ["bacnet"]),
        ("Dryer, steel drum with light", ["drum_light"]),
        ("Stool, gas spring, foot ring", ["gas_spring", "foot_ring"]),
        ("TV cabinet, oak, floats on the wall", ["wall_mounted"]),
        ("Fire station, drying tower 16 m high", ["drying_tower"]),
    ],
)
def test_one_name_for_one_part(prompt: str, expected: list[str]) -> None:
    found = features(prompt)
    assert [name for name in expected if name not in found] == []


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("Wine cabinet with two zones", "dual_zone"),
        ("Voice recorder, voice activation", "voice_assistant"),
        ("Shoe cabinet, tilt-out doors", "tilting"),
    ],
)
def test_other_parts(prompt: str, name: str) -> None:
    assert name not in features(prompt)
