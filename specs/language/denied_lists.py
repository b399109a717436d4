"""What a denial behind them is said of: 'scooters and cars: none', 'wifi off'."""

from specs.language.lexicon import FEATURE, FREE
from specs.language.noun_phrases import phrase_end
from specs.language.phrases import Mention
from specs.language.tokens import MARK, NUMBER, Tokens
from specs.language.units import unit_at

JOINING = frozenset({"and", "or", "&", "/", "nor"})
BEFORE_ITEM = frozenset({"and", "but", "with"})


def joined_behind(tokens: Tokens, item: tuple[int, int], label: int) -> list[tuple[int, int]]:
    """'Scooters and cars: none': the nouns behind the first one, up to the mark."""
    found, at = [], item[1]
    while at + 1 < label and tokens.words[at] in JOINING:
        end = phrase_end(tokens, at + 1, label)
        if end == at + 1:
            return []
        found.append((at + 1, end))
        at = end
    return found if at == label else []


def switched_off(
    tokens: Tokens, label: int, mention_at: list[Mention | None]
) -> list[tuple[int, int]] | None:
    """'Wifi off, ice maker off': a known function that is an item of its own."""
    mention = mention_at[label]
    if mention is None or mention.last != label + 1:
        return None
    if mention.entry(FEATURE) is None and mention.entry(FREE) is None:
        return None
    first = mention.first
    opens = first == 0 or tokens.kinds[first - 1] == MARK or tokens.words[first - 1] in BEFORE_ITEM
    return [(first, mention.last)] if opens else None


def is_unit(tokens: Tokens, item: tuple[int, int]) -> bool:
    """'Payload 900 kg? No, 820': kilograms are not ruled out."""
    first = item[0]
    numbered = first > 0 and tokens.kinds[first - 1] == NUMBER
    return numbered and unit_at(tokens.words, first) is not None
