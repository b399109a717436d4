"""From the object that a model wrote to a document of the spec's shape, and what was wrong with it.

Unknown keys go, units and names are put right, unknowns become null. What cannot be put right is
left out and listed with its pointer into the model's own object, so that the model can be asked
for exactly that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from specs.design import DESIGN_TYPES, JSON, LISTS_OF_TEXT, SCHEMA_VERSION
from specs.errors import Violation
from specs.generation.llm import coerce
from specs.generation.llm.names import Names, singular, slug
from specs.pointers import pointer

DIMENSION_UNITS = {
    "length": "m",
    "width": "m",
    "height": "m",
    "depth": "m",
    "diameter": "m",
    "footprint_area": "m2",
    "floor_area": "m2",
    "volume": "m3",
    "weight": "kg",
}
NAME_LISTS = ("features", "components", "exclusions")
MAX_ITEMS = 60
MAX_TITLE = 120
MAX_STORIES = 300
WRAPPERS = ("spec", "design_spec", "design", "document", "result", "output")
KNOWN = frozenset(
    {
        "design_type",
        "category",
        "title",
        "stories",
        "dimensions",
        "materials",
        "spaces",
        "performance",
        "estimated_cost",
        "timeline",
        "target_audience",
        *LISTS_OF_TEXT,
    }
)


@dataclass(frozen=True, slots=True)
class Repaired:
    """A document of the spec's shape; `design_type` and `title` are None where unusable."""

    document: JSON
    problems: tuple[Violation, ...]

    @property
    def usable(self) -> bool:
        """Whether the model described a design at all."""
        return self.document["design_type"] is not None or self.document["title"] is not None


def unwrapped(document: JSON) -> JSON:
    """The object that holds the spec's keys: models like to wrap it in {"spec": ...}."""
    for _ in range(2):
        if KNOWN & document.keys():
            break
        inner = next(
            (document[key] for key in WRAPPERS if isinstance(document.get(key), dict)), None
        )
        if inner is None:
            break
        document = inner
    return document


def repaired(document: JSON, names: Names, design_type: str) -> Repaired:
    """`design_type` is what the prompt is known to ask for: features are named by its list."""
    return _Repair(document, names, design_type).run()


class _Repair:
    def __init__(self, document: JSON, names: Names, design_type: str) -> None:
        self._raw: JSON = {}
        self._key: dict[str, str] = {}
        for key, value in document.items():
            known = key if key in KNOWN else coerce.tables()["synonyms"].get(str(key).lower())
            if known and (known not in self._raw or key == known):
                self._raw[known], self._key[known] = value, key
        self._names = names
        self._design_type = design_type
        self._problems: list[Violation] = []

    def run(self) -> Repaired:
        document: JSON = {
            "schema_version": SCHEMA_VERSION,
            "design_type": self._one("design_type", _design_type, f"one of {DESIGN_TYPES}"),
            "category": self._one("category", self._category, "a lower_snake_case name"),
            "title": self._one("title", lambda v: coerce.text(v, MAX_TITLE), "a short text"),
            "stories": self._one("stories", _stories, f"a whole number from 1 to {MAX_STORIES}"),
            "dimensions": self._dimensions(),
            "materials": self._parts("materials", self._material),
            "spaces": self._parts("spaces", self._space),
            "performance": self._parts("performance", self._metric),
        }
        for key in LISTS_OF_TEXT:
            read = self._name if key in NAME_LISTS else coerce.text
            document[key] = self._texts(key, read)
        document["target_audience"] = self._one("target_audience", coerce.text, "a text")
        document["estimated_cost"] = self._cost()
        document["timeline"] = self._one("timeline", coerce.duration, "an ISO 8601 duration")
        if document["design_type"] is None and document["title"] is None and not self._problems:
            self._problems.append(
                Violation("/design_type", f"must be one of {DESIGN_TYPES}", "required")
            )
        return Repaired(document, tuple(self._problems[:MAX_ITEMS]))

    def _wrong(self, wanted: str, *path: str | int) -> None:
        parts = (self._key.get(str(path[0]), path[0]), *path[1:])
        self._problems.append(Violation(pointer(*parts), f"must be {wanted}", "value"))

    def _one(self, key: str, read: Callable[[Any], Any], wanted: str) -> Any:
        value = self._raw.get(key)
        if value in (None, "", [], {}):
            return None
        found = read(value)
        if found is None:
            self._wrong(wanted, key)
        return found

    def _category(self, value: Any) -> str | None:
        said = coerce.text(value, MAX_TITLE)
        if said is None:
            return None
        name = self._names.category(said, self._design_type) or slug(said)
        return name if name and name[0].isalpha() else None

    def _dimensions(self) -> JSON:
        raw = self._raw.get("dimensions")
        if raw not in (None, {}, []) and not isinstance(raw, dict):
            self._wrong("an object of numbers", "dimensions")
        given = raw if isinstance(raw, dict) else {}
        found: JSON = {}
        for side, unit in DIMENSION_UNITS.items():
            value = given.get(side)
            found[side] = coerce.positive(value, unit)
            # Zero is how many models write "unknown".
            if value is not None and found[side] is None and value not in (0, "", "0"):
                self._wrong(f"a number in {unit} above 0, or null", "dimensions", side)
        return found

    def _items(self, key: str) -> list[Any]:
        raw = self._raw.get(key)
        if raw in (None, "", {}):
            return []
        if isinstance(raw, str):
            return [raw]
        if not isinstance(raw, list):
            self._wrong("a list", key)
            return []
        return raw[:MAX_ITEMS]

    def _parts(self, key: str, read: Callable[[str, int, JSON], JSON | None]) -> list[JSON]:
        name = "metric" if key == "performance" else "type"
        found: list[JSON] = []
        for index, item in enumerate(self._items(key)):
            if isinstance(item, str):
                item = {name: item}
            if not isinstance(item, dict):
                self._wrong("an object", key, index)
            elif (part := read(key, index, item)) is not None and part not in found:
                found.append(part)
        return found

    def _named(
        self, key: str, index: int, item: JSON, field: str, look_up: Callable[[str], str | None]
    ) -> str | None:
        said = coerce.text(item.get(field))
        name = said and (look_up(said) or singular(slug(said)))
        if not name or not name[0].isalpha():
            self._wrong("a lower_snake_case name", key, index, field)
            return None
        return name

    def _material(self, key: str, index: int, item: JSON) -> JSON | None:
        name = self._named(key, index, item, "type", self._names.material)
        if name is None:
            return None
        grade, use = coerce.text(item.get("grade"), 60), coerce.text(item.get("use"), 60)
        return {"type": name, "grade": grade, "use": use}

    def _space(self, key: str, index: int, item: JSON) -> JSON | None:
        name = self._named(key, index, item, "type", self._names.space)
        if name is None:
            return None
        count = coerce.count(1 if item.get("count") is None else item["count"])
        if count is None:
            self._wrong("a whole number from 1", key, index, "count")
            return None
        return {"type": name, "count": count, "area": coerce.positive(item.get("area"), "m2")}

    def _metric(self, key: str, index: int, item: JSON) -> JSON | None:
        name = self._named(key, index, item, "metric", self._names.metric)
        if name is None:
            return None
        given = coerce.text(item.get("unit"), 20)
        unit = self._names.units.get(name) or given or "1"
        value = coerce.number({"value": item.get("value"), "unit": given}, unit)
        if value is None:
            self._wrong(f"a number in {unit}", key, index, "value")
            return None
        return {"metric": name, "value": value, "unit": unit}

    def _name(self, value: Any) -> str | None:
        said = coerce.text(value, MAX_TITLE)
        return said and (self._names.feature(said, self._design_type) or slug(said) or None)

    def _texts(self, key: str, read: Callable[[Any], str | None]) -> list[str]:
        found: list[str] = []
        for index, item in enumerate(self._items(key)):
            said = read(item)
            if said is None:
                self._wrong("a text", key, index)
            elif said not in found:
                found.append(said)
        return found

    def _cost(self) -> JSON | None:
        raw = self._raw.get("estimated_cost")
        if raw in (None, "", {}):
            return None
        if not isinstance(raw, dict):
            self._wrong("an object with amount and currency", "estimated_cost")
            return None
        if raw.get("amount") in (None, 0):
            return None
        amount, currency = coerce.number(raw["amount"], "1"), coerce.currency(raw.get("currency"))
        if amount is None or amount < 0:
            self._wrong("a number from 0", "estimated_cost", "amount")
            return None
        if currency is None:
            self._wrong("an ISO 4217 code", "estimated_cost", "currency")
            return None
        return {"amount": amount, "currency": currency}


def _design_type(value: Any) -> str | None:
    said = slug(value) if isinstance(value, str) and value.isprintable() else ""
    return said if said in DESIGN_TYPES else None


def _stories(value: Any) -> int | None:
    found = coerce.count(value)
    return found if found is not None and found <= MAX_STORIES else None


def with_fixes(document: JSON, fixes: Any, wanted: tuple[Violation, ...]) -> JSON:
    """`document` with the answers of a re-ask: at the pointers asked about and no others."""
    asked = {violation.pointer for violation in wanted}
    for fix in fixes if isinstance(fixes, list) else []:
        if isinstance(fix, dict) and fix.get("pointer") in asked:
            document = _put(document, str(fix["pointer"]).split("/")[1:], fix.get("value"))
    return document


def _put(node: Any, path: list[str], value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0].replace("~1", "/").replace("~0", "~"), path[1:]
    if isinstance(node, list) and head.isdecimal() and int(head) < len(node):
        index = int(head)
        return [*node[:index], _put(node[index], rest, value), *node[index + 1 :]]
    if isinstance(node, dict):
        return {**node, head: _put(node.get(head), rest, value)}
    return {head: _put(None, rest, value)} if not isinstance(node, list) else node
