"""The sheet that is drawn on: shapes, labels and dimension lines as SVG elements.

ElementTree writes the document, so that text from a prompt is text and never markup.
"""

import base64
import hashlib
from dataclasses import dataclass
from xml.etree import ElementTree

# Colours follow the reader's theme. Line work, no fills that would print as grey slabs.
STYLE = """
svg { color-scheme: light dark; --ink: #1f2933; --soft: #7b8794; --fill: #eef3f8;
  --paper: #ffffff; --accent: #0b69a3; font-family: system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { svg { --ink: #e4e7eb; --soft: #9aa5b1; --fill: #243442;
  --paper: #161d24; --accent: #6cc0f5; } }
.paper { fill: var(--paper); }
.shape { fill: var(--fill); stroke: var(--ink); stroke-width: 1.5; }
.fine { fill: none; stroke: var(--soft); stroke-width: 1; }
.ground { stroke: var(--ink); stroke-width: 2; }
.measure { fill: none; stroke: var(--accent); stroke-width: 1; }
.assumed { stroke-dasharray: 4 3; }
.title { fill: var(--ink); font-size: 17px; font-weight: 600; }
.note { fill: var(--soft); font-size: 12px; }
.view { fill: var(--ink); font-size: 12px; font-weight: 600; }
.size { fill: var(--accent); font-size: 12px; }
.middle { text-anchor: middle; }
.end { text-anchor: end; }
"""
# The page has no other style and no script; the digest lets exactly this one through.
_DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
CONTENT_SECURITY_POLICY = f"default-src 'none'; style-src 'sha256-{_DIGEST}'"

# XML cannot hold these, escaped or not; a picture can do without them.
_UNDRAWABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))


LETTER = 6.6  # pixels: a letter of a label, on the average


@dataclass(frozen=True, slots=True)
class Label:
    """What a dimension line says: with the name of the side, and without."""

    long: str
    short: str
    line_style: str


class Sheet:
    """Origin at the top left, in pixels; rounded to tenths to keep the document small."""

    def __init__(self, width: int, height: int, name: str) -> None:
        self.root = ElementTree.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {width} {height}",
                "width": str(width),
                "height": str(height),
                "role": "img",
            },
        )
        ElementTree.SubElement(self.root, "title").text = drawable(name)
        ElementTree.SubElement(self.root, "style").text = STYLE
        self.rectangle(0, 0, width, height, "paper")

    def rectangle(
        self, x: float, y: float, width: float, height: float, style: str, radius: float = 0
    ) -> None:
        corner = {"rx": _tenths(radius)} if radius else {}
        self._add("rect", style, x=x, y=y, width=width, height=height, **corner)

    def circle(self, x: float, y: float, radius: float, style: str) -> None:
        self._add("circle", style, cx=x, cy=y, r=radius)

    def line(self, x1: float, y1: float, x2: float, y2: float, style: str) -> None:
        self._add("line", style, x1=x1, y1=y1, x2=x2, y2=y2)

    def text(self, x: float, y: float, words: str, style: str, turned: bool = False) -> None:
        turn = {"transform": f"rotate(-90 {_tenths(x)} {_tenths(y)})"} if turned else {}
        element = self._add("text", style, x=x, y=y, **turn)
        element.text = drawable(words)

    def across_measure(self, x: float, width: float, y: float, label: Label) -> None:
        """A dimension line under a shape, with ticks at its ends."""
        self.line(x, y, x + width, y, label.line_style)
        for end in (x, x + width):
            self.line(end, y - 4, end, y + 4, "measure")
        self.text(x + width / 2, y + 16, label.long, "size middle")

    def up_measure(self, x: float, y: float, height: float, label: Label) -> None:
        """A dimension line to the left of a shape, read from the right where there is room."""
        self.line(x, y, x, y + height, label.line_style)
        for end in (y, y + height):
            self.line(x - 4, end, x + 4, end, "measure")
        if len(label.long) * LETTER <= height:
            self.text(x - 8, y + height / 2, label.long, "size middle", turned=True)
        else:
            self.text(x - 8, y + height / 2 + 4, label.short, "size end")

    def document(self) -> str:
        return ElementTree.tostring(self.root, encoding="unicode")

    def _add(self, tag: str, style: str, **values: float | str) -> ElementTree.Element:
        attributes = {
            name: value if isinstance(value, str) else _tenths(value)
            for name, value in values.items()
        }
        return ElementTree.SubElement(self.root, tag, {"class": style, **attributes})


def drawable(text: str) -> str:
    return text.translate(_UNDRAWABLE)


def _tenths(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
