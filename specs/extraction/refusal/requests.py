"""What asks for a design, in whatever form: an order, a wish, a question that is a request."""

from functools import cache

from specs.extraction.refusal.words import first_word, phrases, words
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.lexicon import KIND, SPACE
from specs.language.phrases import Mention

ASKED_OF = words("asked_of")
ASKING = (["do"], ["did"], ["does"], ["would"])
FAR = 40
"""Tokens within which a prompt says what it wants."""


def is_request(doc: Document) -> bool:
    """'Can you design a house?' and 'we need a desk' are requests; 'what does a house cost to
    build?' is none."""
    spoken = doc.words
    at = first_word(doc)
    if spoken[at : at + 1] and spoken[at] in words("imperatives"):
        return True
    if spoken[at : at + 1] and spoken[at] in ("could", "can", "would", "will") and _asked(doc, at):
        return True
    if at < len(doc.words) and phrases("asking").longest(doc.lemmas, at) is not None:
        return True
    if _asks_for_looks(spoken, at) or is_conversion(doc):
        return True
    said = _said_in_requests()
    for place in doc.tokens.places(said):
        if place >= at + FAR:
            break
        if spoken[place] == "what" and _says_what_is_wanted(spoken, place):
            return True
        word, before = spoken[place], spoken[place - 1] if place else ""
        if word in words("wishes") and place and _wished(spoken, place):
            return True
        if word in words("headings") and spoken[place + 1 : place + 2] == [":"]:
            # "Our mixer died. Wanted: a planetary mixer".
            return True
        if word in words("duties") and _is_owed(doc, place, at) and before not in words("not_ours"):
            # "It should be a small car": what must be is wanted.
            return True
        if word in words("requests") and any(
            other in ASKED_OF for other in spoken[max(0, place - 3) : place]
        ):
            return True
    return False


@cache
def _said_in_requests() -> frozenset[str]:
    lists = (words(name) for name in ("wishes", "headings", "duties", "requests"))
    return frozenset({"what"}).union(*lists)


def says_what_is_wanted(doc: Document) -> bool:
    """Whether it opens so: 'What I want is a desk. The material is oak. …'"""
    at = first_word(doc)
    return doc.words[at : at + 1] == ["what"] and _says_what_is_wanted(doc.words, at)


def _says_what_is_wanted(spoken: list[str], at: int) -> bool:
    """'What the traders ask for is an indoor market'."""
    if at and spoken[at - 1] not in CLAUSE_STARTS and spoken[at - 1] not in JOINING:
        return False
    for place in range(at + 2, min(at + CLEFT, len(spoken) - 1)):
        if spoken[place] in CLAUSE_STARTS:
            return False
        if spoken[place] in ("is", "are") and spoken[place + 1] in ARTICLES:
            wish = not CLEFT_WISHES.isdisjoint(spoken[at + 1 : place])
            return wish and spoken[at + 1] not in AUXILIARIES
    return False


CLEFT = 12
CLEFT_WISHES = wordset("kind", "wanted")
AUXILIARIES = frozenset({"do", "does", "did", "would", "is", "are", "should", "can", "could"})
ARTICLES = frozenset({"a", "an", "one", "two", "three", "four", "some", "another", "this", "just"})
JOINING = frozenset({"and", "but", "so", "now", "—", "-"})


def is_conversion(doc: Document) -> bool:
    """'Convert the barn into a home', 'turn my van into a camper': a thing becomes another."""
    at = first_word(doc)
    if doc.words[at : at + 1] not in CONVERTING:
        return False
    for place in range(at + 1, min(len(doc.words), at + CONVERTED)):
        if doc.words[place] in CLAUSE_STARTS:
            return False
        if doc.words[place] in ("into", "to"):
            ahead = [m for m in doc.mentions if at < m.first and m.last <= place]
            behind = [m for m in doc.mentions if place < m.first <= place + OBJECT]
            old = not RAW.isdisjoint(doc.lemmas[at + 1 : place])
            return (old or _of_things(ahead)) and _of_things(behind)
    return False


def _of_things(mentions: list[Mention]) -> bool:
    return any(m.entry(KIND) is not None or m.entry(SPACE) is not None for m in mentions)


CONVERTING = (["convert"], ["turn"], ["transform"], ["remodel"], ["adapt"])
RAW = frozenset({"container", "silo", "tank", "ruin", "crate", "pallet", "barrel", "shell"})
CONVERTED = 12
"""Tokens in which it is said what is converted."""


def asks_for_a_thing(doc: Document, measures: int) -> bool:
    """'Could the loveseat recline?', 'is there a kettle that ...': whether a thing may be
    had, and what it should be like. 'How', 'why' and 'who' want to know something else."""
    at = first_word(doc)
    spoken = doc.words
    if measures >= DETAILED - 2 and _is_bare_name(doc, at):
        return True
    if spoken[at : at + 2] in EXISTING:
        return measures >= DETAILED - 2
    if spoken[at : at + 1] not in MODALS:
        return False
    judged = not JUDGED.isdisjoint(spoken)
    if measures < DETAILED - (not judged):
        return False
    return spoken[at + 1 : at + 2] not in OF_THE_WRITER


def _is_bare_name(doc: Document, at: int) -> bool:
    """'A school. It has two floors …': the first sentence is the name of the thing."""
    at += doc.words[at : at + 1] in (["a"], ["an"])
    mention = doc.mention_at[at] if at < len(doc.words) else None
    if mention is None or mention.entry(KIND) is None:
        return False
    return doc.words[mention.last : mention.last + 1] in (["."], [":"], ["\n"])


DETAILED = 5
"""So many figures, materials and features in a question describe what is wanted."""
JUDGED = frozenset({"enough", "fit", "safe", "true", "better", "worth", "still", "legal", "normal"})
EXISTING = (["is", "there"], ["are", "there"])
MODALS = (["could"], ["can"], ["would"], ["might"], ["should"], ["may"], ["is"], ["are"])
OF_THE_WRITER = (["i"], ["we"], ["this"], ["that"], ["they"])
"""'Can I paint ...', 'is this safe': about what the writer does or has."""


def _asked(doc: Document, at: int) -> bool:
    """'Could you work up a bat': any verb but those of telling, with a thing as its object."""
    spoken = doc.words
    verb = spoken[at + 2] if at + 2 < len(spoken) else ""
    if spoken[at + 1 : at + 2] == [] or spoken[at + 1] not in ASKED_OF:
        return False
    # "Could you sort us out with a bike".
    supplied = verb in SUPPLYING and spoken[at + 3 : at + 4] in (["us"], ["me"])
    if not supplied and verb in words("acts") | words("telling"):
        return False
    mentions = [m for m in doc.mentions if at + 2 < m.first < at + OBJECT]
    return any(m.entry(KIND) is not None for m in mentions)


SUPPLYING = frozenset({"sort", "set", "fix", "kit", "rig", "fit"})
OBJECT = 10
"""Tokens behind 'could you' in which the thing is named."""


def _is_owed(doc: Document, place: int, first: int) -> bool:
    """Whether the word at `place` says what must be; 'how thick should a shelf be' asks."""
    if place == first:
        return doc.words[place + 1 : place + 2] == ["be"]
    start = place
    while start > first and doc.words[start - 1] not in CLAUSE_STARTS:
        start -= 1
    inverted = doc.words[place + 1 : place + 2] in (["i"], ["we"])
    return not inverted and doc.words[start] not in words("strict_questions")


CLAUSE_STARTS = frozenset(".,:;!?\n")


def _asks_for_looks(spoken: list[str], at: int) -> bool:
    """'What would a clinic look like on two floors?' asks for the design itself."""
    opens = spoken[at : at + 1] in (["what"], ["how"])
    return opens and spoken[at + 1 : at + 2] in WOULD and "look" in spoken[at : at + LOOKS_WITHIN]


WOULD = (["would"], ["could"], ["might"])
LOOKS_WITHIN = 12


def _wished(spoken: list[str], at: int) -> bool:
    """Whether the word at `at` says so: in 'how many lamps do I need?' it asks."""
    word, before = spoken[at], spoken[at - 1]
    if before in ("you", "do", "did", "not") or spoken[at - 2 : at - 1] in ASKING:
        return False
    return word not in words("also_nouns") or before in words("wishers")
