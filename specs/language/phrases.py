"""Phrase matching: every lexicon in one trie over lemmas, the longest phrase first."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from specs.language.tokens import Tokens, tokenise
from specs.records import record


class Entry(NamedTuple):
    """What a phrase may stand for: a name in a table, with what the table adds to it."""

    table: str
    name: str
    detail: Any = None


@record
class Mention:
    """The tokens first..last-1 spell a known phrase."""

    first: int
    last: int
    entries: tuple[Entry, ...]

    def entry(self, table: str) -> Entry | None:
        for entry in self.entries:
            if entry.table == table:
                return entry
        return None


Mentions = list[Mention | None]
"""What is named at each token, if anything."""


class Node:
    __slots__ = ("entries", "next")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.entries: tuple[Entry, ...] = ()


class Lexicon:
    """Phrases over lemmas. A phrase of numerals and letters ("4x4") must be written as closely."""

    def __init__(self) -> None:
        self.root = Node()
        self.closers: set[str] = set()
        """The last words of all phrases: where none of them stands no phrase ends."""

    def add(self, phrase: str, entry: Entry, unless: str = "") -> None:
        tokens = tokenise(phrase)
        if not tokens.words:
            return
        node = self.root
        for key in keys(tokens):
            node = node.next.setdefault(key, Node())
        self.closers.add(tokens.lemmas[-1])
        if entry not in node.entries and all(e.table != unless for e in node.entries):
            node.entries = (*node.entries, entry)

    def add_all(self, phrases: Iterable[str], entry: Entry) -> None:
        for phrase in phrases:
            self.add(phrase, entry)

    def longest(self, lemmas: list[str], at: int) -> tuple[int, tuple[Entry, ...]] | None:
        """The end and the entries of the longest phrase that starts at token `at`."""
        node, found = self.root.next.get(lemmas[at]), None
        while node is not None:
            at += 1
            if node.entries:
                found = (at, node.entries)
            following = node.next
            if not following or at == len(lemmas):
                break
            node = following.get(lemmas[at])
        return found

    def all_at(self, lemmas: list[str], at: int, limit: int) -> list[tuple[int, tuple[Entry, ...]]]:
        """Every phrase that starts at `at` and ends at `limit` or before."""
        node = self.root.next.get(lemmas[at])
        found = []
        while node is not None:
            at += 1
            if node.entries:
                found.append((at, node.entries))
            if at >= limit:
                break
            node = node.next.get(lemmas[at])
        return found

    def mentions(self, tokens: Tokens) -> list[Mention]:
        """Phrases from left to right, none overlapping another."""
        found: list[Mention] = []
        first_words, lemmas, end = self.root.next, tokens.lemmas, 0
        for at in [at for at, lemma in enumerate(lemmas) if lemma in first_words]:
            match = self.longest(lemmas, at) if at >= end else None
            if match is not None:
                end = match[0]
                found.append(Mention(at, end, match[1]))
        return found


def keys(tokens: Tokens) -> list[str]:
    return tokens.lemmas
