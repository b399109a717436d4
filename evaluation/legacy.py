"""The classic flat shape of older clients, mapped to the normal form and noted.

`{"building_type", "stories", "materials": [{"type", "grade", "properties"}], "dimensions":
{"length", "width", "height", "area"}, "features", "requirements"}`
"""

from typing import Any

from evaluation.notes import Note
from evaluation.vocabulary import category_named, feature_named, material_named, types_of_category

OLD_KEYS = ("building_type", "metadata")


def is_legacy(document: dict[str, Any]) -> bool:
    dimensions = document.get("dimensions")
    old_area = isinstance(dimensions, dict) and "area" in dimensions
    return "building_type" in document or ("design_type" not in document and old_area)


def from_legacy(document: dict[str, Any]) -> tuple[dict[str, Any], list[Note]]:
    """The document in the shape of the normal form; wrong values in it are left for the reader."""
    notes: list[Note] = []
    normal = {key: value for key, value in document.items() if key not in OLD_KEYS}
    kind = document.get("building_type")
    if isinstance(kind, str):
        category = category_named(kind[:200])
        normal.setdefault("category", category)
        normal.setdefault("design_type", types_of_category().get(category, "building"))
        notes.append(Note("S9", "/building_type", "", f"category {category[:40]}", "building_type"))
    else:
        normal.setdefault("design_type", "building")
        normal.setdefault("category", "general")
    normal.setdefault("title", str(normal["category"]).replace("_", " ").capitalize()[:120])
    dimensions = document.get("dimensions")
    if isinstance(dimensions, dict) and "area" in dimensions:
        normal["dimensions"] = {k: v for k, v in dimensions.items() if k != "area"}
        normal["dimensions"].setdefault("floor_area", dimensions["area"])
        notes.append(Note("S9", "/dimensions/area", "", "dimensions.floor_area", "dimensions.area"))
    normal["materials"] = _materials(document.get("materials"), notes)
    if isinstance(document.get("features"), list):
        normal["features"] = [
            feature_named(name) if isinstance(name, str) else name for name in document["features"]
        ]
    return normal, notes


def _materials(value: Any, notes: list[Note]) -> Any:
    if not isinstance(value, list):
        return value if value is not None else []
    materials: list[Any] = []
    renamed = False
    for item in value:
        if isinstance(item, str):
            materials.append({"type": material_named(item[:200]), "grade": None, "use": None})
            renamed = True
        elif isinstance(item, dict) and isinstance(item.get("type"), str):
            kept = {key: item.get(key) for key in ("type", "grade", "use")}
            kept["type"] = material_named(item["type"][:200])
            materials.append(kept)
            renamed = renamed or kept.keys() != item.keys() or kept["type"] != item["type"]
        else:
            materials.append(item)
    if renamed:
        notes.append(Note("S9", "/materials", "", "type, grade and use", "materials"))
    return materials
