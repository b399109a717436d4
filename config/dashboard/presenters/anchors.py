"""Ids of the rows of a spec, so that the prompt, the findings and the table can point at them."""


def row_anchor(pointer: str) -> str:
    """A part of a list is one row: /materials/0/grade → value-materials-0"""
    parts = [part for part in pointer.split("/") if part]
    if len(parts) > 1 and parts[0] == "estimated_cost":
        parts = parts[:1]
    kept = parts[:2]
    return "-".join(["value", *kept]) if kept else "values"
