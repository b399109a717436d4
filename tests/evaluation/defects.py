"""Ways to spoil a real thing, each with the places at which it is then wrong.

A defect says nothing (yields no spec) of things that lack what it would spoil.
"""

import copy
from collections.abc import Callable, Iterator
from typing import Any

Spec = dict[str, Any]
Spoiled = tuple[Spec, tuple[str, ...]]
ORDINARY = {
    "house", "apartment", "office", "hotel", "school", "hospital", "mixed_use", "library",
    "museum", "restaurant", "retail", "community_center", "laboratory",
}  # fmt: skip
HOT = {"oven", "cooktop", "microwave", "heater", "water_heater", "coffee_machine", "dryer"}
RIGID = {"table", "bed", "desk", "shelf", "bookshelf", "cabinet", "wardrobe", "dresser", "stool"}
WHEELS = {"car", "suv", "pickup", "van", "truck", "bus", "motorcycle", "bicycle", "scooter"}


def _with(spec: Spec, **parts: Any) -> Spec:
    changed = copy.deepcopy(spec)
    dimensions = parts.pop("dimensions", {})
    changed["dimensions"].update(dimensions)
    changed.update(parts)
    return changed


def _metrics(spec: Spec) -> dict[str, tuple[int, float]]:
    return {item["metric"]: (i, item["value"]) for i, item in enumerate(spec["performance"])}


def _metric(
    name: str, change: Callable[[float, Spec], float], *kinds: str
) -> Callable[[Spec], Iterator[Spoiled]]:
    def defect(spec: Spec) -> Iterator[Spoiled]:
        if name in _metrics(spec) and (not kinds or kinds_of(spec) & set(kinds)):
            index, value = _metrics(spec)[name]
            changed = copy.deepcopy(spec)
            changed["performance"][index]["value"] = change(value, spec)
            yield changed, (f"/performance/{index}/value",)

    return defect


def kinds_of(spec: Spec) -> set[str]:
    return {spec["design_type"], spec["category"]}


def storey_height(metres: float) -> Callable[[Spec], Iterator[Spoiled]]:
    def defect(spec: Spec) -> Iterator[Spoiled]:
        d = spec["dimensions"]
        spired = any("tower" in name or "spire" in name for name in spec["components"])
        if (
            spec["category"] in ORDINARY
            and (spec["stories"] or 0) >= 5
            and d["height"]
            and not spired
        ):
            yield (
                _with(spec, dimensions={"height": spec["stories"] * metres}),
                ("/dimensions/height",),
            )

    return defect


def height_beyond_record(spec: Spec) -> Iterator[Spoiled]:
    if spec["design_type"] == "building" and spec["dimensions"]["height"]:
        yield _with(spec, dimensions={"height": 6000}), ("/dimensions/height",)


def crowd(spec: Spec) -> Iterator[Spoiled]:
    floor = spec["dimensions"]["floor_area"]
    if floor and "occupancy" in _metrics(spec):
        index, _ = _metrics(spec)["occupancy"]
        changed = copy.deepcopy(spec)
        changed["performance"][index]["value"] = int(floor * 20)
        yield changed, (f"/performance/{index}/value",)


def spaces_beyond_floor(spec: Spec) -> Iterator[Spoiled]:
    floor = spec["dimensions"]["floor_area"]
    if spec["design_type"] == "building" and floor:
        yield (
            _with(spec, spaces=[{"type": "open_office", "count": 4, "area": floor * 0.4}]),
            ("/spaces",),
        )


def floor_area(factor: float) -> Callable[[Spec], Iterator[Spoiled]]:
    def defect(spec: Spec) -> Iterator[Spoiled]:
        d = spec["dimensions"]
        one = d["footprint_area"] or (d["length"] or 0) * (d["width"] or 0)
        if spec["design_type"] == "building" and spec["stories"] and one and d["floor_area"]:
            area = one * spec["stories"] * factor
            yield (
                _with(spec, dimensions={"floor_area": area}, spaces=[]),
                ("/dimensions/floor_area",),
            )

    return defect


def no_lift(spec: Spec) -> Iterator[Spoiled]:
    tall = (spec["stories"] or 0) >= (3 if spec["category"] == "hospital" else 20)
    if spec["design_type"] == "building" and tall:
        features = [name for name in spec["features"] if name != "elevator"]
        yield _with(spec, exclusions=["elevator"], features=features), ("/exclusions",)


def tower_of(material: str, stories: int) -> Callable[[Spec], Iterator[Spoiled]]:
    def defect(spec: Spec) -> Iterator[Spoiled]:
        if spec["design_type"] == "building" and (spec["stories"] or 0) > 2:
            only = [{"type": material, "grade": None, "use": "structure"}]
            count = max(stories, spec["stories"])
            yield (
                _with(spec, materials=only, stories=count, dimensions={"height": count * 3.5}),
                ("/materials/0/type", "/materials"),
            )

    return defect


def three_days(spec: Spec) -> Iterator[Spoiled]:
    d = spec["dimensions"]
    large = (
        (d["floor_area"] or 0) > 20_000 or (spec["stories"] or 0) > 20 or (d["height"] or 0) > 30
    )
    if spec["design_type"] == "building" and large:
        yield _with(spec, timeline="P3D"), ("/timeline",)


def contradiction(spec: Spec) -> Iterator[Spoiled]:
    for name in spec["features"][:1]:
        yield _with(spec, exclusions=[*spec["exclusions"], name]), ("/exclusions", "/features/0")


def made_of(material: str, kinds: set[str]) -> Callable[[Spec], Iterator[Spoiled]]:
    def defect(spec: Spec) -> Iterator[Spoiled]:
        if kinds & kinds_of(spec):
            only = [{"type": material, "grade": None, "use": "frame"}]
            yield _with(spec, materials=only), ("/materials/0/type",)

    return defect


def huge(name: str, factor: float) -> Callable[[Spec], Iterator[Spoiled]]:
    """Beyond or below anything known of the category, so a table must say so."""

    def defect(spec: Spec) -> Iterator[Spoiled]:
        value = spec["dimensions"][name]
        if (
            value
            and spec["design_type"] not in ("building", "general")
            and spec["category"] != "general"
        ):
            yield _with(spec, dimensions={name: value * factor}), (f"/dimensions/{name}",)

    return defect


def vessel(spec: Spec) -> Iterator[Spoiled]:
    d, metrics = spec["dimensions"], _metrics(spec)
    sides = [d[name] for name in ("length", "width", "depth", "height") if d[name]]
    if "capacity" in metrics and len(sides) == 3 and spec["design_type"] != "building":
        index, _ = metrics["capacity"]
        changed = copy.deepcopy(spec)
        changed["performance"][index]["value"] = sides[0] * sides[1] * sides[2] * 1000 * 4
        yield changed, (f"/performance/{index}/value",)


def price(factor: float, least: float, most: float) -> Callable[[Spec], Iterator[Spoiled]]:
    def defect(spec: Spec) -> Iterator[Spoiled]:
        cost = spec["estimated_cost"]
        if cost and spec["design_type"] != "general" and least <= cost["amount"] * factor <= most:
            changed = {"amount": cost["amount"] * factor, "currency": cost["currency"]}
            yield _with(spec, estimated_cost=changed), ("/estimated_cost/amount",)

    return defect


FEW_SEATS = {"car": 80, "motorcycle": 40, "bicycle": 90, "scooter": 40}
DEFECTS: dict[str, Callable[[Spec], Iterator[Spoiled]]] = {
    "storey_height_high": storey_height(12),
    "storey_height_low": storey_height(1.2),
    "height_beyond_record": height_beyond_record,
    "occupancy_over_area": crowd,
    "spaces_exceed_floor_area": spaces_beyond_floor,
    "floor_area_too_large": floor_area(6),
    "floor_area_too_small": floor_area(0.05),
    "no_elevator": no_lift,
    "glass_tower": tower_of("glass", 3),
    "foam_tower": tower_of("foam", 3),
    "straw_tower": tower_of("straw", 40),
    "adobe_tower": tower_of("adobe", 40),
    "timber_tower": tower_of("cross_laminated_timber", 150),
    "timeline_impossible": three_days,
    "exclusion_in_features": contradiction,
    "too_many_seats": _metric("seats", lambda v, s: FEW_SEATS[s["category"]], *FEW_SEATS),
    "speed_impossible": _metric("top_speed", lambda v, s: 12_000, "vehicle"),
    "acceleration_impossible": _metric("acceleration_0_100", lambda v, s: 0.01),
    "fuel_impossible": _metric("fuel_consumption", lambda v, s: v / 1000, *WHEELS),
    "range_exceeds_energy": _metric("range", lambda v, s: v * 100, *WHEELS),
    "battery_exceeds_mass": _metric(
        "battery_energy", lambda v, s: v * 60, "vehicle", "electronics"
    ),
    "battery_charge_impossible": _metric("battery_charge", lambda v, s: v * 500, "electronics"),
    "battery_life_impossible": _metric("battery_life", lambda v, s: 9e6),
    "power_impossible": _metric(
        "power", lambda v, s: v * 5000, "vehicle", "electronics", "appliance"
    ),
    "payload_impossible": _metric(
        "payload", lambda v, s: 50_000, "furniture", "bicycle", "scooter"
    ),
    "display_gt_body": _metric("display_size", lambda v, s: v * 5),
    "brightness_impossible": _metric("brightness", lambda v, s: 2e10),
    "refresh_impossible": _metric("refresh_rate", lambda v, s: 5e6),
    "memory_impossible": _metric("memory", lambda v, s: 8e6),
    "pixels_impossible": _metric("camera_resolution", lambda v, s: 5e6),
    "pressure_impossible": _metric("pressure", lambda v, s: 9000),
    "noise_impossible": _metric("noise", lambda v, s: 400),
    "spin_impossible": _metric("spin_speed", lambda v, s: 90_000),
    "airflow_impossible": _metric("airflow", lambda v, s: 5e6),
    "energy_impossible": _metric("energy_use", lambda v, s: 1e7),
    "load_impossible": _metric("load", lambda v, s: 900),
    "settings_impossible": _metric("place_settings", lambda v, s: 900),
    "burners_impossible": _metric("burners", lambda v, s: 60),
    "drawers_impossible": _metric("drawers", lambda v, s: 900),
    "shelves_impossible": _metric("shelves", lambda v, s: 900),
    "negative_figure": _metric("power", lambda v, s: -v),
    "fractional_count": _metric("seats", lambda v, s: 2.5),
    "capacity_gt_volume": vessel,
    "material_cannot_carry": made_of("straw", WHEELS | {"boat", "aircraft", "train", "tractor"}),
    "furniture_of_wool": made_of("wool", RIGID),
    "material_cannot_take_heat": made_of("foam", HOT),
    "width_x200": huge("width", 200),
    "height_x200": huge("height", 200),
    "width_div200": huge("width", 1 / 200),
    "weight_x2000": huge("weight", 2000),
    "weight_div2000": huge("weight", 1 / 2000),
    "cost_to_cents": price(1e-6, 0, 0.2),
    "cost_in_billions": price(1e6, 2e9, 1e20),
}
