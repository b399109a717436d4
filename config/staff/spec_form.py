"""A form built from the schema of a spec: one field per scalar, one line per part of a list."""

from typing import Any

from django import forms

from specs.pointers import pointer
from specs.schema import spec_schema

JSON = dict[str, Any]
SEPARATOR = "|"
NUMBERS = {"integer": forms.IntegerField, "number": forms.FloatField}
FIXED = ("schema_version",)


class SpecForm(forms.Form):
    """`document()` is the whole spec; what the schema says of it is for the service to judge."""

    def __init__(self, data: Any = None, *, document: JSON) -> None:
        super().__init__(data, initial=flat(document))
        self.original = document
        for name, schema in spec_schema()["properties"].items():
            if name not in FIXED:
                self.fields.update(fields_for(name, schema))
        self.fields["reason"] = forms.CharField(
            max_length=4000, required=False, label="Why", widget=forms.Textarea(attrs={"rows": 2})
        )

    def document(self) -> JSON:
        values = self.cleaned_data
        document: JSON = {name: self.original[name] for name in FIXED}
        for name, schema in spec_schema()["properties"].items():
            if name not in FIXED:
                document[name] = value_of(name, schema, values)
        return document

    def place_errors(self, violations: Any) -> None:
        """Say what the schema refused beside the field that holds it."""
        for violation in violations:
            parts = violation.pointer.strip("/").split("/")
            name = next(
                (key for key in (".".join(parts[:2]), parts[0]) if key in self.fields), None
            )
            self.add_error(name, f"{pointer(*parts)}: {violation.detail}")


def types_of(schema: JSON) -> list[str]:
    kind = schema.get("type", "string")
    return kind if isinstance(kind, list) else [kind]


def fields_for(name: str, schema: JSON) -> dict[str, forms.Field]:
    label = name.rpartition(".")[2].replace("_", " ").capitalize()
    hint = schema.get("description", "")
    kinds = types_of(schema)
    if "object" in kinds:
        found: dict[str, forms.Field] = {}
        for part, inner in schema["properties"].items():
            found.update(fields_for(f"{name}.{part}", inner))
        return found
    if "array" in kinds:
        if "properties" in schema["items"]:
            columns = f" {SEPARATOR} ".join(schema["items"]["properties"])
            hint = f"One a line: {columns}. {hint}".strip()
        else:
            hint = f"One a line. {hint}".strip()
        area = forms.Textarea(attrs={"rows": 4, "class": "wide"})
        return {name: forms.CharField(label=label, required=False, help_text=hint, widget=area)}
    if "enum" in schema:
        choices = [(value, value) for value in schema["enum"]]
        return {name: forms.ChoiceField(label=label, choices=choices)}
    number = next((NUMBERS[kind] for kind in kinds if kind in NUMBERS), None)
    if number is not None:
        # Bounds are the schema's; any number of decimals may be typed.
        widget = forms.NumberInput(attrs={"step": "any"})
        return {name: number(label=label, required=False, help_text=hint, widget=widget)}
    # Text that may be null, and the currency of a cost that may be absent, can be left empty.
    required = kinds == ["string"] and "." not in name
    return {name: forms.CharField(label=label, required=required, help_text=hint)}


def flat(document: JSON) -> JSON:
    """Field names and the text or number that stands in each."""
    values: JSON = {}
    for name, value in document.items():
        if isinstance(value, dict):
            values.update({f"{name}.{part}": inner for part, inner in value.items()})
        elif isinstance(value, list):
            values[name] = "\n".join(line_of(entry) for entry in value)
        else:
            values[name] = value
    return values


def line_of(entry: Any) -> str:
    if not isinstance(entry, dict):
        return str(entry)
    texts = ["" if value is None else str(value) for value in entry.values()]
    return f" {SEPARATOR} ".join(texts).rstrip(f" {SEPARATOR}")


def value_of(name: str, schema: JSON, values: JSON) -> Any:
    kinds = types_of(schema)
    if "object" in kinds:
        parts = {
            part: value_of(f"{name}.{part}", inner, values)
            for part, inner in schema["properties"].items()
        }
        empty = all(value in (None, "") for value in parts.values())
        return None if empty and "null" in kinds else parts
    if "array" in kinds:
        lines = [line.strip() for line in values[name].splitlines()]
        return [entry_of(line, schema["items"]) for line in lines if line]
    value = values[name]
    return None if value == "" and "null" in kinds else value


def entry_of(line: str, schema: JSON) -> Any:
    if "properties" not in schema:
        return line
    texts = [text.strip() for text in line.split(SEPARATOR)]
    parts = schema["properties"]
    texts += [""] * (len(parts) - len(texts))
    # One column too many would be lost silently: it stays in the last, where the schema sees it.
    texts[len(parts) - 1 :] = [f" {SEPARATOR} ".join(texts[len(parts) - 1 :])]
    return {
        part: typed(text, inner) for (part, inner), text in zip(parts.items(), texts, strict=True)
    }


def typed(text: str, schema: JSON) -> Any:
    kinds = types_of(schema)
    if text == "":
        return 1 if schema.get("minimum") == 1 else None if "null" in kinds else text
    for kind, read in (("integer", int), ("number", float)):
        if kind in kinds:
            try:
                return read(text)
            except ValueError:
                return text  # the schema says what is wrong with it
    return text
