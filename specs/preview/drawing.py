"""Draws the views of a spec side by side at one scale, with its title and its main facts."""

from specs.design import DesignSpec
from specs.preview.sheet import CONTENT_SECURITY_POLICY, Sheet
from specs.preview.views import View, views

__all__ = ["CONTENT_SECURITY_POLICY", "draw"]

WIDTH, HEIGHT = 720, 440
MARGIN = 28
# Room of one view for its dimension lines and its name.
LEFT, BELOW, ABOVE = 44, 56, 24
TOP, BOTTOM = 76, 400
THINNEST = 2.0  # pixels: what is thinner would not be seen at all
MAX_LEVEL_LINES = 60
MAX_TITLE = 70


def draw(spec: DesignSpec) -> str:
    """An SVG document. A side that nobody knows is not drawn."""
    sheet = Sheet(WIDTH, HEIGHT, spec.title)
    sheet.text(MARGIN, 38, shortened(spec.title, MAX_TITLE), "title")
    sheet.text(MARGIN, 58, " · ".join(facts(spec)), "note")
    found = views(spec)
    if found:
        draw_views(sheet, found)
    else:
        sheet.text(WIDTH / 2, HEIGHT / 2, "Too few dimensions are known to draw it.", "note middle")
    return sheet.document()


def draw_views(sheet: Sheet, found: tuple[View, ...]) -> None:
    slot = (WIDTH - 2 * MARGIN) / len(found)
    room_across, room_up = slot - LEFT - 16, BOTTOM - TOP - ABOVE - BELOW
    scale = min(
        *(room_across / view.across for view in found), *(room_up / view.up for view in found)
    )
    for index, view in enumerate(found):
        width = max(view.across * scale, THINNEST)
        height = max(view.up * scale, THINNEST)
        x = MARGIN + slot * index + LEFT + (room_across - width) / 2
        y = BOTTOM - BELOW - height
        draw_shape(sheet, view, x, y, width, height)
        sheet.across_measure(x, width, y + height + 14, f"{view.across_name} {metres(view.across)}")
        if view.kind != "circle":
            sheet.up_measure(x - 14, y, height, f"{view.up_name} {metres(view.up)}")
        sheet.text(x + width / 2, BOTTOM - BELOW + 52, view.title, "view middle")
    sheet.text(MARGIN, HEIGHT - 16, "To one scale; only stated, derived or assumed sides.", "note")


def draw_shape(sheet: Sheet, view: View, x: float, y: float, width: float, height: float) -> None:
    if view.kind == "circle":
        sheet.circle(x + width / 2, y + height / 2, width / 2, "shape")
        return
    if view.kind == "vehicle":
        draw_vehicle(sheet, x, y, width, height)
        return
    sheet.rectangle(x, y, width, height, "shape")
    if view.kind == "building":
        draw_levels(sheet, view, x, y, width, height)


def draw_levels(sheet: Sheet, view: View, x: float, y: float, width: float, height: float) -> None:
    """A line between each two storeys, and the ground that it stands on."""
    levels = min(view.levels, MAX_LEVEL_LINES)
    for level in range(1, levels):
        floor = y + height * level / levels
        sheet.line(x, floor, x + width, floor, "fine")
    sheet.line(x - 10, y + height, x + width + 10, y + height, "ground")


def draw_vehicle(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    """The body's box with two wheels: a vehicle is told at a glance, its shape is not known."""
    wheel = min(height * 0.2, width * 0.1)
    sheet.rectangle(x, y, width, height - wheel, "shape", radius=min(height, width) * 0.08)
    for place in (0.2, 0.8):
        sheet.circle(x + width * place, y + height - wheel, wheel, "shape")
    sheet.line(x - 10, y + height, x + width + 10, y + height, "ground")


def facts(spec: DesignSpec) -> list[str]:
    """What fits on one line under the title."""
    size = spec.dimensions
    found = [spec.category.replace("_", " ")[:40]]
    if spec.stories:
        found.append("1 storey" if spec.stories == 1 else f"{spec.stories:.0f} storeys")
    if size.floor_area:
        found.append(f"floor area {number(size.floor_area)} m²")
    if size.weight:
        found.append(f"{number(size.weight)} kg")
    if spec.materials:
        names = [material.type.replace("_", " ") for material in spec.materials[:3]]
        found.append(shortened(", ".join(names), 50))
    return found


def metres(value: float) -> str:
    if value < 1:
        # Furniture and devices are spoken of in centimetres and millimetres.
        return f"{number(value * 100)} cm" if value >= 0.1 else f"{number(value * 1000)} mm"
    return f"{number(value)} m"


def number(value: float) -> str:
    if value >= 1e6 or value < 0.001:
        return f"{value:.3g}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
