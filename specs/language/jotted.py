"""Lines jotted down without commas: 'trike 2.6 m long 1.1 m wide aluminium frame 2 seats 28 kg'.

Every rule about lists looks for the mark between two items. Where a line has none but plainly is a
list, the marks are set where one item ends and the next begins, and all rules hold as they stand.
"""

from itertools import pairwise

from specs.knowledge import wordset
from specs.language.lexicon import FEATURE, FREE, KIND, MATERIAL, SPACE, use_names
from specs.language.phrases import Mention
from specs.language.quantity import Quantity
from specs.language.tokens import MARK, WORD, Tokens
from specs.language.words import describing_words

TALKING = wordset("jotted", "talking")
"""Verbs, pronouns and articles: who uses them writes sentences, and sets commas where they go."""
SIDES = wordset("jotted", "sides")
REFUSALS = frozenset({"no", "without", "not"})
SHORTEST = 8
"""Tokens; shorter stretches hold too few items to tell a list from a name."""
LONGEST = 300
"""Nobody jots down more without any mark; what does is made to be slow to read."""
FEWEST = 3
"""Places where one item follows another, by which a stretch is a list; one more where the writer
does set commas elsewhere."""


def jotted_commas(tokens: Tokens, found: list[Quantity], mentions: list[Mention]) -> list[int]:
    """The tokens that begin an item which no mark parts from the one before it."""
    marks: list[int] = []
    for first, last in _stretches(tokens):
        places = _places(tokens, found, mentions, first, last)
        if len(places) >= FEWEST + ("," in tokens.words):
            marks.extend(places)
    return marks


def set_commas(tokens: Tokens, places: list[int]) -> None:
    """Puts a comma of no width in front of each of the tokens."""
    for at in reversed(places):
        end = tokens.ends[at - 1]
        tokens.words.insert(at, ",")
        tokens.lemmas.insert(at, ",")
        tokens.kinds.insert(at, MARK)
        tokens.gaps.insert(at, "")
        tokens.starts.insert(at, end)
        tokens.ends.insert(at, end)
    tokens.reworded()


def _stretches(tokens: Tokens) -> list[tuple[int, int]]:
    """Runs of tokens between two marks in which nobody talks."""
    found: list[tuple[int, int]] = []
    words, start = tokens.words, 0
    marks = [at for at, kind in enumerate(tokens.kinds) if kind == MARK and words[at] not in WITHIN]
    for at in (*marks, len(words)):
        if SHORTEST <= at - start <= LONGEST and TALKING.isdisjoint(words[start:at]):
            found.append((start, at))
        start = at + 1
    return found


WITHIN = frozenset({"×", '"', "'", "%", "°", "€", "$", "£", "~", "≤", "≥", "<", ">", "_"})
"""Signs that belong to a figure and part nothing."""


def _places(
    tokens: Tokens, found: list[Quantity], mentions: list[Mention], first: int, last: int
) -> list[int]:
    mentions = [m for m in mentions if first <= m.first and m.last <= last]
    found = [q for q in found if first <= q.first and q.last <= last]
    if len(found) + len(mentions) <= FEWEST:
        return []
    head = next((m for m in mentions if m.entry(KIND) is not None), None)
    start = head.last if head is not None else first + 1
    line = _Line(tokens, found, mentions, start, last)
    return sorted(at for at in range(start, last) if tokens.gaps[at] == " " and line.parts(at))


class _Line:
    """One stretch: where its items end and begin."""

    def __init__(
        self, tokens: Tokens, found: list[Quantity], mentions: list[Mention], start: int, last: int
    ) -> None:
        self.tokens, self.start, self.last = tokens, start, last
        self.figures = {q.last: q for q in found}
        self.named = {m.first: m for m in mentions}
        self.named_to = {m.last: m for m in mentions}
        self.figured = {q.first for q in found}
        self.inside = {at for m in mentions for at in range(m.first + 1, m.last)}
        self.begins = {q.first for q in found if q.place == 0} | set(self.named)
        self.sided: set[int] = set()
        """Where a side ends that is named behind its figure."""
        self.ends: set[int] = set()
        self.labels_ahead = _labels_ahead(tokens, found, last)
        for quantity in found:
            self._end_quantity(quantity)
        for mention in mentions:
            self.ends.add(self._end_of(mention))
        self.begins = {self._led(at) for at in self.begins}
        self.ends |= self._behind_measured(found)

    def parts(self, at: int) -> bool:
        """Whether an item begins at the token that no word joins to the one before it."""
        words = self.tokens.words
        if at in self.inside or words[at - 1] in JOINING or words[at] in JOINING:
            return False
        if at in self.sided:
            return True
        if words[at] in REFUSALS:
            return at not in self.named
        if words[at] in SEATING and at + 1 in self.figured and at not in self.figures:
            return True
        if self.labels_ahead and words[at] in SIDES and at + 1 in self.figured:
            return True
        return at in self.ends and at in self.begins and not self._is_whose(at)

    def _end_quantity(self, quantity: Quantity) -> None:
        end, words = quantity.last, self.tokens.words
        if not self.labels_ahead and end < self.last and words[end] in SIDES:
            self.sided.add(end + 1)
        elif _has_unit(quantity) or words[quantity.first - 1] in SEATING:
            self.ends.add(end)
        elif end in self.named:
            self.ends.add(self.named[end].last)
        elif end < self.last:
            self.ends.add(end + 1)

    def _behind_measured(self, found: list[Quantity]) -> set[int]:
        """'137 in track 225 kg 40 l tank': one word between two measures belongs to the first."""
        return {
            second.first
            for first, second in pairwise(found)
            if _has_unit(first)
            and _has_unit(second)
            and second.first == first.last + 1
            and self.tokens.words[first.last] not in SIDES
        }

    def _end_of(self, mention: Mention) -> int:
        """What is made of a material stands behind it: 'oak top steel legs'."""
        end, tokens = mention.last, self.tokens
        if mention.entry(MATERIAL) is None:
            return end
        while end < self.last and tokens.lemmas[end] in use_names() and end not in self.begins:
            end += 1
        if end > mention.last or end >= self.last or end in self.begins:
            return end
        plain = tokens.kinds[end] == WORD and tokens.words[end] not in REFUSALS
        one = end + 1 in self.begins or tokens.words[end].endswith("s")
        return end + 1 if plain and one else end

    def _led(self, at: int) -> int:
        """An item begins with what describes or labels its noun."""
        words = self.tokens.words
        while at > self.start and at not in self.ends and words[at - 1] in describing_words():
            at -= 1
        return at

    def _is_whose(self, at: int) -> bool:
        """'Oak drawers', '5 MP camera', 'leather seats': what stands before belongs to what
        follows; 'camera 12 MP' the other way round."""
        behind, ahead = self.named.get(at), self.named_to.get(at)
        if behind is None:
            if ahead is None or ahead.first == self.start or ahead.entry(MATERIAL) is not None:
                return False
            if ahead.last == self.start:
                return False
            figure = next((q for q in self.figures.values() if q.first == at), None)
            if figure is None or figure.kind in OF_THE_WHOLE or figure.size > 1:
                return False
            # "Solar 800 W", but "solar 250 W motor".
            alone = figure.last >= self.last or figure.last in self.begins
            return figure.last - figure.first > 1 and alone
        figure = self.figures.get(at)
        if behind.entry(MATERIAL) is not None:
            # "22 mm MDF", "in ash veneer".
            if ahead is not None and self.tokens.words[ahead.first - 1] in JOINING:
                return True
            return figure is not None and figure.kind == "length" and figure.size == 1
        if ahead is not None:
            if ahead.entry(MATERIAL) is not None:
                return True
            return behind.entry(KIND) is not None and not _is_wish(behind)
        if figure is None or figure.kind in OF_THE_WHOLE or figure.size > 1:
            return False
        return figure.first != self.start


def _has_unit(quantity: Quantity) -> bool:
    return quantity.kind != "count" and quantity.last - quantity.first > 1


def _labels_ahead(tokens: Tokens, found: list[Quantity], last: int) -> bool:
    """'Length 4 m width 3 m', and not '4 m long 3 m wide': a line keeps to one way."""
    for quantity in found:
        if quantity.first and tokens.words[quantity.first - 1] in SIDES:
            return True
        if quantity.last < last and tokens.words[quantity.last] in SIDES:
            return False
    return False


SEATING = frozenset({"sleeps", "seats", "carries"})
JOINING = wordset("jotted", "joining")
OF_THE_WHOLE = frozenset({"mass", "money"})


def _is_wish(mention: Mention) -> bool:
    return any(mention.entry(name) is not None for name in (FEATURE, FREE, SPACE))
