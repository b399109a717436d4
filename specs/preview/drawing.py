"""Draws the views of a spec side by side at one scale, with its title and its main facts."""

from collections.abc import Collection
from unicodedata import east_asian_width

from specs.design import DesignSpec
from specs.pointers import pointer
from specs.preview.sheet import CONTENT_SECURITY_POLICY, Label, Sheet
from specs.preview.views import View, views

__all__ = ["CONTENT_SECURITY_POLICY", "draw"]

WIDTH = 720
MARGIN = 28
TOP = 76  # below the title and the facts
# Room of one view for its dimension lines and its name.
LEFT, RIGHT, ABOVE, BELOW = 64, 16, 16, 60
TALLEST = 260
FOOT = 36
THINNEST = 2.0  # pixels: what is thinner would not be seen at all
MAX_LEVEL_LINES = 60
MAX_TITLE = 64
NOTHING = "Too few dimensions are known to draw it."
SCALE_NOTE = "All views to one scale. Only known sides are drawn."


def draw(spec: DesignSpec, *, assumed: Collection[str] = ()) -> str:
    """An SVG document. A side that nobody knows is not drawn; `assumed` are the pointers of those
    that nobody stated, which are drawn as such."""
    found = views(spec)
    scale = common_scale(found)
    tallest = max((view.up * scale for view in found), default=40)
    bottom = TOP + ABOVE + tallest
    height = round(bottom + BELOW + FOOT)
    sheet = Sheet(WIDTH, height, spec.title)
    sheet.text(MARGIN, 38, shortened(spec.title, MAX_TITLE), "title")
    sheet.text(MARGIN, 58, " · ".join(facts(spec)), "note")
    draw_views(sheet, found, scale, bottom, assumed)
    if not found:
        sheet.text(WIDTH / 2, bottom, NOTHING, "note middle")
    else:
        sheet.text(MARGIN, height - 16, SCALE_NOTE, "note")
    return sheet.document()


def common_scale(found: tuple[View, ...]) -> float:
    """Pixels to the metre, so that each view fits its place."""
    if not found:
        return 1
    room = place_of(found) - LEFT - RIGHT
    return min(*(room / view.across for view in found), *(TALLEST / view.up for view in found))


def place_of(found: tuple[View, ...]) -> float:
    return (WIDTH - 2 * MARGIN) / len(found)


def draw_views(
    sheet: Sheet, found: tuple[View, ...], scale: float, bottom: float, assumed: Collection[str]
) -> None:
    for index, view in enumerate(found):
        width = max(view.across * scale, THINNEST)
        height = max(view.up * scale, THINNEST)
        place = place_of(found)
        x = MARGIN + place * index + LEFT + (place - LEFT - RIGHT - width) / 2
        y = bottom - height
        draw_shape(sheet, view, x, y, width, height)
        across = label(view.across_name, view.across, assumed)
        sheet.across_measure(x, width, bottom + 14, across)
        if view.kind != "circle":
            sheet.up_measure(x - 14, y, height, label(view.up_name, view.up, assumed))
        sheet.text(x + width / 2, bottom + 54, view.title, "view middle")


def label(side: str, size: float, assumed: Collection[str]) -> Label:
    if pointer("dimensions", side) in assumed:
        return Label(f"{side} {metres(size)}, assumed", metres(size), "measure assumed")
    return Label(f"{side} {metres(size)}", metres(size), "measure")


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
    """At most `most` letters wide; those of East Asia are two letters wide."""
    room = float(most)
    for index, letter in enumerate(text):
        room -= 2 if east_asian_width(letter) in "WF" else 1
        if room < 0:
            return text[: index - 1].rstrip() + "…"
    return text
