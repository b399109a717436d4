"""Spaces and features: some names are both, and some features follow from another fact."""

from dataclasses import dataclass, field

from specs.knowledge import table
from specs.scoring.comparison import Comparison
from specs.scoring.names import norm
from specs.scoring.numbers import Range, close


@dataclass(slots=True)
class Wanted:
    count: int = 0
    area: float | None = None
    area_loose: Range | None = None
    count_loose: Range | None = None


@dataclass(slots=True)
class Given:
    count: int = 0
    areas: list[tuple[float, bool]] = field(default_factory=list)
    stated: bool = False


def score_parts(line: Comparison) -> None:
    kind = line.design_type
    wanted, given = _wanted_spaces(line), _given_spaces(line)
    wanted_features = list(
        dict.fromkeys(line.names.feature(f, kind) for f in line.gold.get("features") or [])
    )
    given_features: dict[str, bool] = {}
    for index, feature in enumerate(line.spec.get("features") or []):
        name = line.names.feature(feature, kind)
        stated = line.stated(f"/features/{index}", f"/features/{feature}")
        given_features[name] = given_features.get(name, False) or stated
    _spaces(line, wanted, given, wanted_features, given_features)
    implied = _implied(line, wanted, wanted_features)
    _features(line, wanted, given, wanted_features, given_features, implied)


def _wanted_spaces(line: Comparison) -> dict[str, Wanted]:
    found: dict[str, Wanted] = {}
    for index, space in enumerate(line.gold.get("spaces") or []):
        entry = found.setdefault(line.names.space(space["type"]), Wanted())
        entry.count += space["count"]
        if space.get("area") is not None:
            entry.area, entry.area_loose = space["area"], line.loose.get(f"/spaces/{index}/area")
        entry.count_loose = line.loose.get(f"/spaces/{index}/count") or entry.count_loose
    return found


def _given_spaces(line: Comparison) -> dict[str, Given]:
    found: dict[str, Given] = {}
    for index, space in enumerate(line.spec.get("spaces") or []):
        entry = found.setdefault(line.names.space(space.get("type")), Given())
        entry.count += space.get("count") or 1
        if space.get("area") is not None:
            entry.areas.append((space["area"], line.stated(f"/spaces/{index}/area")))
        stated = line.stated(f"/spaces/{index}", f"/spaces/{space.get('type')}")
        entry.stated = entry.stated or stated
    return found


def _spaces(
    line: Comparison,
    wanted: dict[str, Wanted],
    given: dict[str, Given],
    wanted_features: list[str],
    given_features: dict[str, bool],
) -> None:
    for name, want in wanted.items():
        have = given.get(name)
        loose = want.count_loose
        counted = have is not None and (
            have.count == want.count or (loose and min(loose) <= have.count <= max(loose))
        )
        if have is not None and counted:
            line.hit("space", [name, want.count], have.stated)
        elif name in line.names.dual and want.count == 1 and name in given_features:
            line.hit("space", [name, want.count], given_features[name])
        else:
            line.miss("space", [name, want.count])
            if have is not None and have.stated:
                line.fault("space", [name, have.count])
        if want.area:
            _area(line, name, want, have.areas if have is not None else [])
    for name, have in given.items():
        if name in wanted or not have.stated or line.ignores("spaces", name):
            continue
        twin = name in wanted_features or line.ignores("features", name)
        if name in line.names.dual and twin:
            continue
        if name in line.names.spaces or not line.in_prompt(name):
            line.fault("space", [name, have.count])


def _area(line: Comparison, name: str, want: Wanted, areas: list[tuple[float, bool]]) -> None:
    right = [stated for area, stated in areas if close(area, want.area or 0, want.area_loose)]
    if right:
        line.hit("space_area", [name, want.area], any(right))
        return
    line.miss("space_area", [name, want.area])
    for area, stated in areas:
        if stated:
            line.fault("space_area", [name, area])


def _implied(line: Comparison, spaces: dict[str, Wanted], features: list[str]) -> set[str]:
    have = {
        "performance": {
            line.names.metric(entry["metric"]) for entry in line.gold.get("performance") or []
        },
        "space": set(spaces),
        "feature": set(features),
        "category": {line.names.category(line.gold.get("category"), line.design_type)},
    }
    return {
        norm(feature)
        for rule in table("scoring")["implied"]
        if norm(rule["name"]) in have[rule["field"]]
        for feature in rule["features"]
    }


def _features(
    line: Comparison,
    wanted_spaces: dict[str, Wanted],
    given_spaces: dict[str, Given],
    wanted: list[str],
    given: dict[str, bool],
    implied: set[str],
) -> None:
    for name in wanted:
        if name in given:
            line.hit("feature", name, given[name])
        elif name in line.names.dual and name in given_spaces:
            line.hit("feature", name, given_spaces[name].stated)
        else:
            line.miss("feature", name)
    own = line.names.features.get(str(line.design_type), set())
    for name, stated in given.items():
        if name in wanted or not stated or name in implied or line.ignores("features", name):
            continue
        if name in line.names.dual and (name in wanted_spaces or line.ignores("spaces", name)):
            continue
        if name in own or not line.in_prompt(name):
            line.fault("feature", name)
