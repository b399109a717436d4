"""Reading a document that breaks the schema: keep what can be read, note what cannot."""

import re
from math import isfinite
from typing import Any

from evaluation.notes import Note
from evaluation.vocabulary import snake_case, types_of_category
from specs.design import (
    DESIGN_TYPES,
    DIMENSIONS,
    LISTS_OF_TEXT,
    SCHEMA_VERSION,
    Cost,
    DesignSpec,
    Dimensions,
    Material,
    Performance,
    Space,
)
from specs.pointers import pointer

NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
FEATURE = re.compile(r"[a-z0-9][a-z0-9_]*\Z")
DURATION = re.compile(r"P(\d{1,9}Y)?(\d{1,9}M)?(\d{1,9}W)?(\d{1,9}D)?\Z")
NUMBER = re.compile(r"\s*[-+]?\d{1,15}(\.\d{1,9})?\s*\Z")
NAMED_LISTS = ("features", "components", "exclusions")
KEYS = (
    "schema_version", "design_type", "category", "title", "stories", "dimensions", "materials",
    "spaces", "performance", *LISTS_OF_TEXT, "target_audience", "estimated_cost", "timeline",
)  # fmt: skip
# Beyond any quantity in the universe that a design could have; keeps arithmetic finite.
LARGEST = 1e30


def read_tolerantly(
    document: dict[str, Any],
) -> tuple[DesignSpec, list[Note], dict[str, tuple[int, ...]]]:
    reader = Reader(document)
    spec = reader.spec()
    return spec, reader.notes, reader.places


def quoted(value: Any) -> str:
    """The start of a value, safe to print and to encode."""
    if isinstance(value, str):
        text = f'"{value[:40]}"'
    elif isinstance(value, dict | list):
        text = "an object" if isinstance(value, dict) else "a list"
    elif isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**15:
        # Python refuses to print integers of thousands of digits.
        text = "a number of more than 15 digits"
    else:
        text = "null" if value is None else str(value).lower()
    return text.encode("ascii", "backslashreplace").decode()


class Reader:
    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.notes: list[Note] = []
        self.places: dict[str, tuple[int, ...]] = {}

    def spec(self) -> DesignSpec:
        self._keys(self.document, KEYS, "")
        design_type, category = self._kind()
        title = self._text("/title", self.document.get("title"), 120)
        parts: dict[str, Any] = {name: self._names(name) for name in NAMED_LISTS}
        parts |= {name: self._texts(name) for name in LISTS_OF_TEXT if name not in NAMED_LISTS}
        return DesignSpec(
            design_type=design_type,
            category=category,
            title=title or category.replace("_", " ").capitalize()[:120],
            stories=self._count("/stories", self.document.get("stories"), 300),
            dimensions=self._dimensions(),
            materials=tuple(self._items("materials", self._material)),
            spaces=tuple(self._items("spaces", self._space)),
            performance=tuple(self._items("performance", self._performance)),
            target_audience=self._text("/target_audience", self.document.get("target_audience")),
            estimated_cost=self._cost(),
            timeline=self._timeline(),
            schema_version=SCHEMA_VERSION,
            **parts,
        )

    def note(self, rule: str, place: str, expected: str, value: Any) -> None:
        self.notes.append(Note(rule, place, place or "the spec", expected, quoted(value)))

    def _keys(self, part: dict[str, Any], keys: tuple[str, ...], place: str) -> None:
        for key in part:
            if key not in keys:
                self.notes.append(
                    Note(
                        "S4",
                        place + pointer(key[:60]),
                        quoted(key),
                        "a key of the schema",
                        "unknown",
                    )
                )
        for key in keys:
            if key not in part:
                self.notes.append(
                    Note("S5", f"{place}/{key}", "", "null or [] where not known", key)
                )

    def _kind(self) -> tuple[str, str]:
        category = self._name("/category", self.document.get("category"), NAME) or "general"
        design_type = self.document.get("design_type")
        if design_type in DESIGN_TYPES:
            return str(design_type), category
        known = types_of_category().get(category, "general")
        self.notes.append(
            Note(
                "S10", "/design_type", "", f"one of {', '.join(DESIGN_TYPES)}", quoted(design_type)
            )
        )
        return known, category

    def _number(self, place: str, value: Any, *, positive: bool = True) -> float | int | None:
        if value is None:
            return None
        number = value
        if isinstance(value, str) and NUMBER.match(value):
            number = float(value)
            self.note("S3", place, f"{number:g}", value)
        if isinstance(number, bool) or not isinstance(number, int | float):
            self.note("S2", place, "a number", value)
            return None
        if (isinstance(number, float) and not isfinite(number)) or abs(number) >= LARGEST:
            self.note("S6", place, "a number that a thing can have", value)
            return None
        if positive and number <= 0:
            self.note("S6", place, "more than 0", value)
            return None
        return number

    def _count(self, place: str, value: Any, most: int = 10**9) -> int | None:
        number = self._number(place, value)
        if number is None:
            return None
        if number % 1 or not 1 <= number <= most:
            self.note("S6", place, f"a whole number from 1 to {most}", value)
            return None
        return int(number)

    def _text(self, place: str, value: Any, most: int = 2000) -> str | None:
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            self.note("S2", place, "a text", value)
            return None
        text = value[:most].encode("utf-8", "replace").decode("utf-8")
        if text != value:
            self.note("S3", place, f"at most {most} characters of Unicode", value)
        return text

    def _name(self, place: str, value: Any, form: re.Pattern[str]) -> str | None:
        if isinstance(value, str) and form.match(value) and len(value) <= 200:
            return value
        name = snake_case(value[:200]) if isinstance(value, str) else ""
        if not form.match(name):
            if value is not None:
                self.note("S2", place, "a name in snake_case", value)
            return None
        self.note("S3", place, name[:60], value)
        return name

    def _dimensions(self) -> Dimensions:
        part = self.document.get("dimensions")
        if not isinstance(part, dict):
            if part is not None:
                self.note("S2", "/dimensions", "an object", part)
            return Dimensions()
        self._keys(part, DIMENSIONS, "/dimensions")
        return Dimensions(
            **{name: self._number(f"/dimensions/{name}", part.get(name)) for name in DIMENSIONS}
        )

    def _list(self, name: str) -> list[Any]:
        value = self.document.get(name)
        if isinstance(value, list):
            return value
        if value is not None:
            self.note("S2", f"/{name}", "a list", value)
        return []

    def _names(self, name: str) -> tuple[str, ...]:
        kept: dict[str, int] = {}
        for index, value in enumerate(self._list(name)):
            read = self._name(f"/{name}/{index}", value, FEATURE)
            if read in kept:
                self.note("S3", f"/{name}/{index}", "stated once", value)
            elif read is not None:
                kept[read] = index
        self.places[name] = tuple(kept.values())
        return tuple(kept)

    def _texts(self, name: str) -> tuple[str, ...]:
        kept = [
            (text, index)
            for index, value in enumerate(self._list(name))
            if (text := self._text(f"/{name}/{index}", value))
        ]
        self.places[name] = tuple(index for _, index in kept)
        return tuple(text for text, _ in kept)

    def _items(self, name: str, read: Any) -> list[Any]:
        kept = []
        places = []
        for index, value in enumerate(self._list(name)):
            place = f"/{name}/{index}"
            if not isinstance(value, dict):
                self.note("S2", place, "an object", value)
                continue
            item = read(place, value)
            if item is not None:
                kept.append(item)
                places.append(index)
        self.places[name] = tuple(places)
        return kept

    def _material(self, place: str, item: dict[str, Any]) -> Material | None:
        self._keys(item, ("type", "grade", "use"), place)
        kind = self._name(f"{place}/type", item.get("type"), NAME)
        grade = self._text(f"{place}/grade", item.get("grade"))
        use = self._text(f"{place}/use", item.get("use"))
        return Material(kind, grade, use) if kind else None

    def _space(self, place: str, item: dict[str, Any]) -> Space | None:
        self._keys(item, ("type", "count", "area"), place)
        kind = self._name(f"{place}/type", item.get("type"), NAME)
        count = self._count(f"{place}/count", item.get("count", 1))
        area = self._number(f"{place}/area", item.get("area"))
        return Space(kind, count or 1, area) if kind else None

    def _performance(self, place: str, item: dict[str, Any]) -> Performance | None:
        self._keys(item, ("metric", "value", "unit"), place)
        metric = self._name(f"{place}/metric", item.get("metric"), NAME)
        value = self._number(f"{place}/value", item.get("value"), positive=False)
        unit = self._text(f"{place}/unit", item.get("unit"), 40)
        return Performance(metric, value, unit or "") if metric and value is not None else None

    def _cost(self) -> Cost | None:
        part = self.document.get("estimated_cost")
        if part is None:
            return None
        if not isinstance(part, dict):
            self.note("S2", "/estimated_cost", "an object", part)
            return None
        self._keys(part, ("amount", "currency"), "/estimated_cost")
        amount = self._number("/estimated_cost/amount", part.get("amount"), positive=False)
        currency = part.get("currency")
        if amount is not None and amount < 0:
            self.note("S6", "/estimated_cost/amount", "0 or more", amount)
            return None
        if not isinstance(currency, str) or not re.fullmatch("[A-Z]{3}", currency):
            self.note("S2", "/estimated_cost/currency", "a code of ISO 4217", currency)
            return None
        return Cost(amount, currency) if amount is not None else None

    def _timeline(self) -> str | None:
        value = self.document.get("timeline")
        if value is None:
            return None
        if isinstance(value, str) and DURATION.match(value):
            return value
        self.note("S2", "/timeline", "an ISO 8601 duration such as P18M", value)
        return None
