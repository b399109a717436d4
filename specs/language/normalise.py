"""One written form for a prompt, with the way back to the original's code points."""

import re
import unicodedata

from specs.language.layout import labelled
from specs.records import record

# What people type for the same mark. An empty string drops the character.
MARKS = {
    "–": "-",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "−": "-",
    "﹣": "-",
    "―": "—",
    "“": '"',
    "”": '"',
    "„": '"',
    "″": '"',
    "‶": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "′": "'",
    "‵": "'",
    "`": "'",
    "´": "'",
    "ʹ": "'",
    "ʼ": "'",
    "⁄": "/",
    "∕": "/",
    "÷": "/",
    "✕": "×",
    "✖": "×",
    "⨯": "×",
    "∙": "·",
    "⋅": "·",
    "•": "\n",
    "‣": "\n",
    "▪": "\n",
    "●": "\n",
    "～": "~",
    "〜": "~",
    "∼": "~",
    "≈": "~",
    "≃": "~",
    "≅": "~",
    "⩽": "≤",
    "≦": "≤",
    "≲": "≤",
    "⩾": "≥",
    "≧": "≥",
    "≳": "≥",
    "、": ",",
    "。": ".",
    "⌀": "ø",
    "∅": "ø",
    "Ø": "ø",
    "ß": "ss",
    "ł": "l",
    "Ł": "l",
    "đ": "d",
    "æ": "ae",
    "Æ": "ae",
    "œ": "oe",
    "Œ": "oe",
    "ı": "i",
    "\t": " ",
    "\r": " ",
    "\v": "\n",
    "\f": "\n",
    "\u0085": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u00ad": "",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\u2060": "",
    "\ufeff": "",
    "^": "",
}
# Letters that are kept although they carry a mark: they would read as another word without it.
KEPT = {"ø": "ø", "°": "°", "º": "°", "€": "€", "£": "£", "¥": "¥", "±": "±"}


@record
class Text:
    """`plain` is what the engine reads; `source[starts[i]:ends[j - 1]]` gave `plain[i:j]`.

    `starts` is None where both strings have the same offsets.
    """

    source: str
    plain: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in `source` of `plain[start:end]`."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def normalise(source: str) -> Text:
    if source.isascii() and "^" not in source:
        return Text(source, labelled(source.lower().translate(ASCII_SPACES)))
    plain: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    index, length = 0, len(source)
    while index < length:
        run = LETTERS.match(source, index)
        if run is not None:
            index = run.end()
            plain.extend(run[0].lower())
            starts.extend(range(run.start(), index))
            ends.extend(range(run.start() + 1, index + 1))
            continue
        # Marks follow their letter, so that composed and decomposed prompts read the same.
        stop = index + 1
        while stop < length and unicodedata.combining(source[stop]):
            stop += 1
        written = _written(source[index])
        if source[index] in FRACTIONS and plain and plain[-1].isdigit():
            written = " " + written
        for character in written:
            plain.append(character)
            starts.append(index)
            ends.append(stop)
        index = stop
    return Text(source, labelled("".join(plain)), starts, ends)


# What stays as it is but for its case; the last one may carry a mark that follows it.
LETTERS = re.compile(r"[ -\]_a-~]+(?=[ -~])")
ASCII_SPACES = str.maketrans({"\t": " ", "\r": " ", "\v": "\n", "\f": "\n"})
FRACTIONS = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_CACHE: dict[str, str] = {}


def _written(character: str) -> str:
    known = _CACHE.get(character)
    if known is None:
        known = _CACHE[character] = _spell(character)
        if len(_CACHE) > 5_000:
            # The cache serves repeated letters; a prompt of every code point must not fill memory.
            _CACHE.clear()
    return known


def _spell(character: str) -> str:
    if character in MARKS:
        return MARKS[character]
    lowered = character.lower()
    if lowered in KEPT:
        return KEPT[lowered]
    if character.isspace():
        return "\n" if character == "\n" else " "
    if character.isdigit() and not character.isascii():
        digit = unicodedata.digit(character, None)
        if digit is not None:
            return str(digit)
    parts = unicodedata.normalize("NFKD", character)
    spelled = "".join(MARKS.get(c, c) for c in parts if not unicodedata.combining(c))
    return spelled.lower().replace("\u0307", "")
