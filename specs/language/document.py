"""One prompt, read: tokens, quantities, mentions, clauses and scopes, for every extractor."""

from bisect import bisect_right
from dataclasses import dataclass, field

from specs.language.asides import asides
from specs.language.bare_sides import measure_bare
from specs.language.clauses import segments, sentences
from specs.language.corrections import corrected_figures
from specs.language.frame import strip_frame
from specs.language.jotted import jotted_commas, set_commas
from specs.language.lexicon import lexicon
from specs.language.negations import Negation, negations
from specs.language.openings import comma_behind_opening
from specs.language.phrases import Entry, Mention
from specs.language.product_corrections import corrected_products
from specs.language.quantities import quantities
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER, Tokens, tokenise
from specs.language.triggers import triggers_in
from specs.language.typos import correct
from specs.language.unrelated import unrelated_numbers


@dataclass(slots=True)
class Document:
    """What the language says, before anyone decides what it means for the design.

    `taken[i]` marks tokens that found a place in the spec; extractors set it as they go.
    """

    tokens: Tokens
    quantities: list[Quantity]
    mentions: list[Mention]
    sentence: list[int]
    segment: list[int]
    aside: bytearray
    """Tokens about something else than the design."""
    negations: list[Negation]
    negated: bytearray
    corrected: list[tuple[int, str]] = field(default_factory=list)
    taken: bytearray = field(default_factory=bytearray)
    places: bytearray = field(default_factory=bytearray)
    """Tokens that name where a material goes; the part they name may be a wish of its own."""
    mention_at: list[Mention | None] = field(default_factory=list)
    quantity_at: list[Quantity | None] = field(default_factory=list)
    amended: dict[int, int] = field(default_factory=dict)
    """Where the words end that correct a figure, by the first token of that figure."""
    clues: set[str] = field(default_factory=set)
    """What the text says beside the names of kinds, once somebody has asked for it."""
    leanings: dict[str, float] = field(default_factory=dict)
    """How likely each design type is by them."""
    votes: dict[str, float] | None = None
    """How strongly figures, features and rooms speak for each design type."""
    # The lists of `tokens`: every rule looks at them, so they are one step away.
    words: list[str] = field(init=False)
    lemmas: list[str] = field(init=False)
    kinds: list[str] = field(init=False)
    vocabulary: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        tokens = self.tokens
        self.words, self.lemmas, self.kinds = tokens.words, tokens.lemmas, tokens.kinds
        self.vocabulary = tokens.vocabulary

    def __len__(self) -> int:
        return len(self.words)

    def take(self, first: int, last: int) -> None:
        for at in range(first, last):
            self.taken[at] = 1

    def naming(self, *tables: str) -> int:
        """How many mentions name something of one of these tables."""
        count = 0
        for mention in self.mentions:
            for entry in mention.entries:
                if entry.table in tables:
                    count += 1
                    break
        return count

    def is_aside(self, first: int, last: int) -> bool:
        return 1 in self.aside[first:last]

    def is_negated(self, first: int, last: int) -> bool:
        return 1 in self.negated[first:last]

    def is_free(self, first: int, last: int) -> bool:
        """Whether the tokens speak of the design, positively."""
        return 1 not in self.aside[first:last] and 1 not in self.negated[first:last]

    def said(self, table: str) -> list[tuple[Mention, Entry]]:
        """Mentions of one table that speak of the design, positively."""
        found = []
        for mention in self.mentions:
            for entry in mention.entries:
                if entry.table == table:
                    if self.is_free(mention.first, mention.last):
                        found.append((mention, entry))
                    break
        return found


def analyse(prompt: str) -> Document:
    tokens = tokenise(prompt)
    strip_frame(tokens)
    corrected = correct(tokens)
    found, mentions = _named(tokens)
    if comma_behind_opening(tokens, mentions):
        found, mentions = _named(tokens)
    marks = jotted_commas(tokens, found, mentions)
    if marks:
        set_commas(tokens, marks)
        corrected = [(at + bisect_right(marks, at), word) for at, word in corrected]
        found, mentions = _named(tokens)
    size = len(tokens)
    mention_at: list[Mention | None] = [None] * size
    for mention in mentions:
        for at in range(mention.first, mention.last):
            mention_at[at] = mention
    found = unrelated_numbers(tokens, found, mention_at)
    measure_bare(tokens, found, mentions)
    found = [q for q in found if not _spelled_in(mention_at, q)]
    found, withdrawn = corrected_products(tokens, found)
    found, amended, taken_back = corrected_figures(tokens, found)
    quantity_at: list[Quantity | None] = [None] * size
    for quantity in found:
        for at in range(quantity.first, quantity.last):
            quantity_at[at] = quantity
        for at in range(max(0, quantity.label_first), quantity.label_last):
            quantity_at[at] = quantity_at[at] or quantity
    sentence, segment = sentences(tokens), segments(tokens)
    opened = triggers_in(tokens)
    away = asides(tokens, opened, sentence, mention_at, quantity_at, amended)
    for first, last in (*withdrawn, *taken_back):
        away[first:last] = b"\x01" * (last - first)
    ruled_out = negations(tokens, opened, mention_at, away, quantity_at)
    negated = bytearray(size)
    for negation in ruled_out:
        for first, last in negation.items:
            for at in range(first, last):
                negated[at] = 1
    return Document(
        tokens, found, mentions, sentence, segment, away, ruled_out, negated, corrected,
        bytearray(size), bytearray(size), mention_at, quantity_at, amended,
    )  # fmt: skip


def _named(tokens: Tokens) -> tuple[list[Quantity], list[Mention]]:
    found = quantities(tokens)
    mentions = lexicon().mentions(tokens)
    if "a" in tokens.vocabulary:
        mentions = [m for m in mentions if not _is_article(tokens, m)]
    return found, _outside_quantities(tokens, mentions, found) if found else mentions


def _is_article(tokens: Tokens, mention: Mention) -> bool:
    """'A 500-seat hall' names no steel, as 'A500' does."""
    first = mention.first
    if tokens.words[first] != "a" or mention.last != first + 2:
        return False
    return tokens.kinds[first + 1] == NUMBER and tokens.gaps[first + 1] == " "


def _spelled_in(mention_at: list[Mention | None], quantity: Quantity) -> bool:
    """IP68, A36 and 4K hold figures that count nothing; 'three seater' does count."""
    mention = mention_at[quantity.first]
    return (
        mention is not None
        and quantity.kind == "count"
        and quantity.group < 0
        and mention.first <= quantity.first
        and quantity.last <= mention.last
        and mention.last - mention.first > 1
        and mention.entry("kind") is None
        and mention.entry("space") is None
    )


def _outside_quantities(
    tokens: Tokens, mentions: list[Mention], found: list[Quantity]
) -> list[Mention]:
    """'2 in 1' and '4x4' are mentions; '4 x 4 m' and '10 in' are not."""
    starts: list[Quantity | None] = [None] * len(tokens)
    for quantity in found:
        for at in range(quantity.first, quantity.last):
            starts[at] = quantity
    kept: list[Mention] = []
    for mention in mentions:
        number = starts[mention.first]
        if tokens.lemmas[mention.first] == "bath" and mention.first and starts[mention.first - 1]:
            # "4 bed 2 bath house" has two baths and is no bath house.
            kept.extend(_word_by_word(tokens, mention))
            continue
        inside = _inside_quantity(mention, starts)
        if (
            number is not None
            and number.last < mention.last
            and (inside or number.first < mention.first)
        ):
            # "two-and-a-half baths": the half is the number's, the bath is what it counts; in
            # "half-ton pickup" the pickup is what it describes.
            behind = lexicon().longest(tokens.lemmas, number.last)
            if behind is not None:
                kept.append(Mention(number.last, behind[0], behind[1]))
        elif not inside:
            kept.append(mention)
    return kept


def _word_by_word(tokens: Tokens, mention: Mention) -> list[Mention]:
    found = []
    for at in range(mention.first, mention.last):
        known = lexicon().longest(tokens.lemmas[at : at + 1], 0)
        if known is not None:
            found.append(Mention(at, at + 1, known[1]))
    return found


def _inside_quantity(mention: Mention, quantity_at: list[Quantity | None]) -> bool:
    for at in range(mention.first, mention.last):
        quantity = quantity_at[at]
        if quantity is None:
            continue
        if quantity.kind in ("count", "ordinal") and mention.last > quantity.last:
            return False
        whole = mention.last >= quantity.last
        if quantity.kind == "count" and whole and mention.last - mention.first > 1:
            return False
        return not (mention.first < quantity.first and whole)
    return False
