"""Find the names and nouns in earlier turns, with where and how each occurs there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from qa.language.lexicon.calendar import DAYS, MONTHS
from qa.language.lexicon.first_names import gender_of
from qa.language.lexicon.follow_up_words import INSIDE_NAMES, NO_NAMES, UNTELLING
from qa.language.lexicon.groups import GROUP_NOUNS, ORGANISATIONS
from qa.language.lexicon.titles import FEMALE_TITLES, MALE_TITLES, TITLES
from qa.language.patterns import regex
from qa.language.terms import STOPWORDS

LONGEST_NAME = 7
"""The most words of a name. A longer run of capitalised words is a heading."""
READ = 600
"""Characters of an answer that are read: what it is about comes at its beginning."""

_WORD = regex(r"[^\W_]+(?:['’.&-][^\W_]+)*\.?(?<=[^\W_])")
_TITLE = regex(r"[\"“]([^\"“”\n]{2,60})[\"”]")
_NO_NAMES = NO_NAMES | STOPWORDS
_OF_HEADINGS = frozenset({"The", "A", "An"})
"""With a capital inside a name they show a heading: "Levees Have Cost The Town" has no name "Cost The Town"."""


@dataclass(slots=True)
class NounPhrase:
    """A name, title or single word of earlier turns. Counts are of turns; `back` 0 is the last turn.

    `text` is the fullest form that was found.
    """

    text: str
    words: tuple[str, ...]
    name: bool
    titled: bool = False
    questions: int = 0
    answers: int = 0
    back: int = 99
    back_in_question: int = 99
    in_first: bool = False
    first_question: bool = False
    earliest: float = 1.0
    """Where it is in the last text that holds it; 0 is the beginning, 1 the end."""
    opens_answer: bool = False
    capital: bool = False
    order: int = 0
    surfaces: set[str] = field(default_factory=set)

    @property
    def gender(self) -> str:
        """'m', 'f', 'person' for a name that has the form of one, 'thing' for what has none, '' unknown."""
        if not self.name or self.titled:
            return "thing"
        lead = self.words[0].rstrip(".")
        if lead in MALE_TITLES:
            return "m"
        if lead in FEMALE_TITLES:
            return "f"
        if self.words[-1] in GROUP_NOUNS or lead in ORGANISATIONS or lead == "the":
            return "thing"
        if any(char.isdigit() for char in self.text):
            return "thing"
        # "Quill", where "Ada Quill" stands beside it.
        full = {gender_of(lowered(form.split()[0])) for form in self.surfaces if " " in form} - {None}
        if len(full) == 1:
            return full.pop() or ""
        return gender_of(lead) or ("person" if lead in TITLES or len(self.words) in (2, 3) else "")


def lowered(word: str) -> str:
    """Return a word in small letters, without marks around it and without a possessive ending."""
    word = word.casefold().strip(".’'")
    return re.sub(r"['’]s?$", "", word)


def words_in(text: str) -> list[str]:
    """Return the words of a text in small letters, without possessive endings."""
    return [lowered(match[0]) for match in _WORD.finditer(text)]


def phrases(turns: Sequence[tuple[str, str]]) -> list[NounPhrase]:
    """Return the names and nouns of (question, answer) pairs, oldest turn first, in order of first appearance."""
    found: dict[tuple[str, ...], NounPhrase] = {}
    names = _names_by_word(turns)
    for index, (question, answer) in enumerate(turns):
        back = len(turns) - 1 - index
        for asked, text in ((True, question), (False, answer[:READ])):
            seen: set[tuple[str, ...]] = set()
            for words, surface, kind, place in _spans(text, names):
                phrase = found.get(words)
                if phrase is None:
                    phrase = found[words] = NounPhrase(surface, words, kind != "word", order=len(found))
                phrase.titled = phrase.titled or kind == "title"
                phrase.surfaces.add(surface)
                phrase.capital = phrase.capital or (
                    surface[:1].isupper() and not begins_sentence(text, place)
                )
                if words in seen:
                    continue
                seen.add(words)
                phrase.earliest = place / max(1, len(text))
                phrase.back = min(phrase.back, back)
                phrase.in_first = phrase.in_first or index == 0
                if asked:
                    phrase.questions += 1
                    phrase.back_in_question = min(phrase.back_in_question, back)
                    phrase.first_question = phrase.first_question or index == 0
                else:
                    phrase.answers += 1
                    phrase.opens_answer = place == 0
    return _joined(list(found.values()))


def _names_by_word(turns: Sequence[tuple[str, str]]) -> set[str]:
    """Return the words that are capitalised inside a sentence somewhere: they are names at the beginning of one too."""
    inside: set[str] = set()
    for text in (text for turn in turns for text in turn):
        for match in _WORD.finditer(text[:READ]):
            if match[0][:1].isupper() and not begins_sentence(text, match.start()):
                inside.add(lowered(match[0]))
    return inside - _NO_NAMES


def begins_sentence(text: str, start: int) -> bool:
    """Return whether a place in a text is the beginning of a sentence, where every word has a capital."""
    before = text[:start].rstrip(" \t\"“'‘(")
    return not before or before[-1] in ".!?:;\n"


def _spans(text: str, names: set[str]) -> list[tuple[tuple[str, ...], str, str, int]]:
    """Return (words, surface, kind, offset) of each name, title and single word."""
    spans: list[tuple[tuple[str, ...], str, str, int]] = []
    taken: list[tuple[int, int]] = []
    for match in _TITLE.finditer(text):
        words = tuple(words_in(match[1]))
        if 1 <= len(words) <= LONGEST_NAME and not set(words) <= _NO_NAMES and match[1][:1].isupper():
            spans.append((words, match[1].strip(" ,."), "title", match.start()))
            taken.append(match.span())
    tokens = [m for m in _WORD.finditer(text) if not any(a <= m.start() < b for a, b in taken)]
    index = 0
    while index < len(tokens):
        last = _end_of_name(text, tokens, index, names)
        if last is None:
            token = tokens[index]
            word = lowered(token[0])
            if len(word) > 2 and word not in STOPWORDS and word not in UNTELLING and word not in _NO_NAMES:
                spans.append(((word,), token[0], "word", token.start()))
            index += 1
            continue
        run = tokens[index : last + 1]
        surface = re.sub(r"['’]s?$", "", text[run[0].start() : run[-1].end()])
        words = tuple(lowered(token[0]) for token in run)
        if len(run) <= LONGEST_NAME and words[0] not in MONTHS and words[0] not in DAYS:
            spans.append((words, surface, "name", run[0].start()))
        index = last + 1
    spans.sort(key=lambda span: span[3])
    return spans


def _end_of_name(text: str, tokens: list[re.Match[str]], index: int, names: set[str]) -> int | None:
    if not _capital(text, tokens, index, names):
        return None
    last = index
    while True:
        if re.search(r"['’]s$", tokens[last][0]):
            return last
        for step in (1, 2, 3):
            following = last + step
            if following >= len(tokens):
                return last
            between = text[tokens[following - 1].end() : tokens[following].start()]
            if between not in {" ", ". ", "."}:
                return last
            if between == ". " and len(tokens[following - 1][0]) > 3:
                return last
            word = tokens[following][0]
            if word in _OF_HEADINGS:
                return last
            if word[:1].isupper() and lowered(word) not in _NO_NAMES - INSIDE_NAMES:
                last = following
                break
            if word.lower() not in INSIDE_NAMES - {"and", "for", "in", "on", "a"}:
                return last
        else:
            return last


def _capital(text: str, tokens: list[re.Match[str]], index: int, names: set[str]) -> bool:
    word = tokens[index][0]
    low = lowered(word)
    if not word[:1].isupper() or low in _NO_NAMES or len(low) < 2:
        return False
    if not begins_sentence(text, tokens[index].start()):
        return True
    if low in names:
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return bool(
        after
        and after[0][:1].isupper()
        and text[tokens[index].end() : after.start()] == " "
        and lowered(after[0]) not in _NO_NAMES
    )


def _joined(found: list[NounPhrase]) -> list[NounPhrase]:
    """Merge the parts of a name ("Gravel") into its fullest form ("Mike Gravel")."""
    kept: list[NounPhrase] = []
    full = [phrase for phrase in found if phrase.name and not phrase.titled and len(phrase.words) > 1]
    for phrase in found:
        home = None
        if len(phrase.words) <= 2 and not phrase.titled:
            home = next(
                (
                    other
                    for other in full
                    if len(other.words) > len(phrase.words)
                    and (phrase.words[-1] == other.words[-1] or phrase.words[0] == other.words[0])
                    and set(phrase.words) <= set(other.words)
                ),
                None,
            )
        if home is None:
            kept.append(phrase)
            continue
        home.questions += phrase.questions
        home.answers += phrase.answers
        home.back = min(home.back, phrase.back)
        home.back_in_question = min(home.back_in_question, phrase.back_in_question)
        home.in_first = home.in_first or phrase.in_first
        home.first_question = home.first_question or phrase.first_question
        home.earliest = min(home.earliest, phrase.earliest)
        home.opens_answer = home.opens_answer or phrase.opens_answer
        home.surfaces |= phrase.surfaces
    return kept
