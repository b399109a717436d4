"""What stands around a text: quotation marks, a salutation, a heading, thanks and a name.

"Hi there, mosque in Leicester …" opens with the mosque: rules that ask for the first or the last
word are not to see the courtesies.
"""

from specs.knowledge import wordset
from specs.language.lexicon import lexicon
from specs.language.tokens import MARK, NUMBER, WORD, Tokens

SALUTATIONS = wordset("frame", "salutations")
ADDRESSED = wordset("frame", "addressed")
CLOSINGS = wordset("frame", "closings")
CLOSED_BY = wordset("frame", "closed_by")
HEADINGS = wordset("frame", "headings")
QUOTES = frozenset("\"'")
ENDS = frozenset(",!.:;-—\n")
HEADED = frozenset(":\n")
NAMING = frozenset({"title", "subject", "re", "project", "name", "client", "fw", "fwd"})
"""Labels of a name: what follows on the line is no description."""
LONGEST_HEADING = 12
LONGEST, SHORTEST_TEXT, FARTHEST_CLOSING = 5, 5, 8


def strip_frame(tokens: Tokens) -> None:
    """Take the courtesies away; offsets stay those of the original."""
    first, last = 0, len(tokens)
    if last > SHORTEST_TEXT and _is_quoted(tokens):
        first, last = first + 1, last - 1
    first = _heading_end(tokens, _salutation_end(tokens, first))
    last = _closing_start(tokens, last)
    if last - first >= SHORTEST_TEXT and (first, last) != (0, len(tokens)):
        tokens.cut(first, last)


def _is_quoted(tokens: Tokens) -> bool:
    """Not so a text that opens with a name in quotation marks and ends in inches."""
    words, sign = tokens.words, tokens.words[0]
    if sign not in QUOTES or words[-1] != sign:
        return False
    return tokens.kinds[-2] != NUMBER or words.count(sign) % 2 == 0


def _salutation_end(tokens: Tokens, first: int) -> int:
    """Behind 'Hi there,', 'Dear Mr Kemp,', 'Good morning all!'."""
    words, kinds = tokens.words, tokens.kinds
    if words[first : first + 1] == [] or words[first] not in SALUTATIONS:
        return first
    if words[first] in OF_TIME and "".join(words[first + 1 : first + 2]) not in TIMES:
        # "Good oak desk", "Morning Room, 20 m2".
        return first
    end = min(first + LONGEST, len(tokens))
    for at in range(first + 1, end):
        if kinds[at] == MARK:
            if words[at] not in ENDS:
                return first
            while at < len(tokens) and words[at] in ENDS:
                at += 1
            return at
        if words[at] not in ADDRESSED and not _is_name(tokens, at):
            return first
    return first


OF_TIME = frozenset({"good", "morning", "afternoon", "evening", "guten"})
TIMES = frozenset({"morning", "afternoon", "evening", "day", "tag", "all", "team", ","})


def _heading_end(tokens: Tokens, first: int) -> int:
    """Behind 'Please design the following:', 'Title: new design' and a line 'BRIEF'."""
    words, end = tokens.words, min(first + LONGEST_HEADING, len(tokens))
    start, names = first, False
    if HEADED.isdisjoint(words[first:end]):
        return first
    for at in range(first, end):
        names = names or words[at] in NAMING
        if words[at] == "\n" or (words[at] == ":" and not names):
            start, names = at + 1, False
        elif words[at] not in HEADINGS and words[at] != ":":
            break
    return start


def _closing_start(tokens: Tokens, last: int) -> int:
    """In front of 'Thanks!', 'Kind regards, Ulf', 'Cheers'."""
    words, kinds = tokens.words, tokens.kinds
    start = last
    if CLOSINGS.isdisjoint(words[max(0, last - FARTHEST_CLOSING) : last]):
        return last
    for at in range(last - 1, max(0, last - FARTHEST_CLOSING), -1):
        if words[at] in CLOSINGS and _closes(tokens, at):
            start = at
        elif not (
            kinds[at] == MARK or words[at] in CLOSED_BY or (start == last and _is_name(tokens, at))
        ):
            break
    return start


def _closes(tokens: Tokens, at: int) -> bool:
    """Not 'warm white', 'many drawers'."""
    following = "".join(tokens.words[at + 1 : at + 2])
    if tokens.words[at] in WITH_MORE and following not in GREETED:
        return False
    return tokens.kinds[at - 1] == MARK or _is_capital(tokens, at)


WITH_MORE = frozenset({"kind", "warm", "many", "best", "so"})
GREETED = frozenset({"", "regards", "wishes", "thanks", "greetings", ",", "\n", ".", "!"})


def _is_name(tokens: Tokens, at: int) -> bool:
    """'Karen', 'Mr Kemp'; not 'Hi-Fi', nor the lamp of 'Hello Kitty Lamp'."""
    if tokens.kinds[at] != WORD or tokens.gaps[at] == "-" or not _is_capital(tokens, at):
        return False
    return lexicon().longest(tokens.lemmas, at) is None


def _is_capital(tokens: Tokens, at: int) -> bool:
    """Whether a word is written with a capital and goes on in small letters."""
    written = tokens.quote(at, at + 1)
    return written[:1].isupper() and not written[1:2].isupper()
