"""Materials: a type, its grade and its use are facts of their own where the gold has them."""

from collections.abc import Callable

from specs.scoring.comparison import Comparison
from specs.scoring.names import norm, same_grade, same_use

Entry = tuple[str, str | None, str | None, int]


def score_materials(line: Comparison) -> None:
    predicted = [_entry(line, i, m) for i, m in enumerate(line.spec.get("materials") or [])]
    gold = [
        (line.names.material(m["type"]), m.get("grade"), m.get("use"))
        for m in line.gold.get("materials") or []
    ]
    _types(line, gold, predicted)
    _details(line, gold, predicted, 1, same_grade, "grade")
    _details(line, gold, predicted, 2, same_use, "use")


def _entry(line: Comparison, index: int, material: dict[str, str | None]) -> Entry:
    kind, grade = line.names.material(material.get("type")), material.get("grade")
    if grade is None and norm(str(material.get("type"))) != kind:
        # "oak" as a type reads as wood of grade oak.
        grade = material.get("type")
    return kind, grade, material.get("use"), index


def _types(
    line: Comparison, gold: list[tuple[str, str | None, str | None]], predicted: list[Entry]
) -> None:
    wanted = list(dict.fromkeys(kind for kind, _, _ in gold))
    by_type: dict[str, bool] = {}
    for kind, _, _, index in predicted:
        stated = line.stated(f"/materials/{index}/type")
        by_type[kind] = by_type.get(kind, False) or stated
    for kind in wanted:
        if kind in by_type:
            line.hit("material_type", kind, by_type[kind])
        else:
            line.miss("material_type", kind)
    for kind, stated in by_type.items():
        if kind in wanted or not stated or line.ignores("materials", kind):
            continue
        if kind in line.names.materials or not line.in_prompt(kind):
            line.fault("material_type", kind)


def _details(
    line: Comparison,
    gold: list[tuple[str, str | None, str | None]],
    predicted: list[Entry],
    place: int,
    same: Callable[[str, str], bool],
    leaf: str,
) -> None:
    field = f"material_{leaf}"
    for entry in gold:
        wanted = entry[place]
        if wanted is None:
            continue
        right = [
            p[3]
            for p in predicted
            if p[0] == entry[0] and (value := _detail(p, place)) and same(value, wanted)
        ]
        if right:
            stated = any(line.stated(f"/materials/{index}/{leaf}") for index in right)
            line.hit(field, [entry[0], wanted], stated)
        else:
            line.miss(field, [entry[0], wanted])
    for prediction in predicted:
        value = _detail(prediction, place)
        others = [entry[place] for entry in gold if entry[0] == prediction[0]]
        if not value or not others or not all(others):
            continue
        if any(same(value, other) for other in others if other):
            continue
        if line.stated(f"/materials/{prediction[3]}/{leaf}"):
            line.fault(field, [prediction[0], value])


def _detail(entry: Entry, place: int) -> str | None:
    return entry[1] if place == 1 else entry[2]
