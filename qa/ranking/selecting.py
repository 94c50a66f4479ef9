"""Select the spans to show from the ranked ones: no two that overlap, and the same words or statement once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from qa.answers import QuestionKind, Understanding
from qa.datatypes import VersionHandle
from qa.language.lexicon.calendar import DAYS, MONTHS
from qa.language.near_duplicates import PairedWords
from qa.language.patterns import regex
from qa.ranking.features import ALL_NAMES, Candidates
from qa.ranking.one_voice import is_cut, is_mixed, is_opened_before, is_question
from qa.ranking.retrieved import Retrieved
from qa.ranking.same_statement import Statement, statement_in

_OWN, _DECLINED, _COVER = (ALL_NAMES.index(name) for name in ("own_share", "own_declined", "cover_span"))

_UNSAID = regex(
    r"\W*(?:on |about )?wh(?:at|ich)\b.{1,90}?\b(?:"
    r"(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|(?:not|n['’]t) (?:want|wish|like)(?:ed)?) to"
    r"|(?:would|will|could|wo|did|does|do)(?: not|n['’]t)(?= (?:say|reveal|disclose|confirm|discuss|answer)\b))\b",
    re.IGNORECASE | re.DOTALL,
)
"""A question for what somebody did not say."""
_Place = tuple[VersionHandle, int, int]
"""The text of a version that a span is in, and where it begins and ends."""


class Chosen(NamedTuple):
    """A candidate to show: its row, and the ids of other articles that hold the same words, or quote the same ones."""

    row: int
    also_in: tuple[str, ...]


class Selector:
    """Selects spans to show among the candidates for one question; what it has learned of a span is kept for the next.

    Args:
        is_near: Tells whether the texts of two versions are nearly the same: a span of the one that repeats the words
            of a quote of the other that is shown already is left out. It is asked only of such spans.
    """

    def __init__(
        self,
        retrieved: Retrieved,
        found: Candidates,
        scores: NDArray[np.float64],
        is_near: Callable[[VersionHandle, VersionHandle], bool] | None = None,
    ) -> None:
        self._retrieved, self._found, self._scores, self._is_near = retrieved, found, scores, is_near
        self._about = frozenset(retrieved.question.terms)
        # Not cached methods: what refers to itself keeps its articles in memory until garbage is collected.
        self._one_voice: dict[int, bool] = {}
        self._opened: dict[int, int] = {}

    def select(self, limit: int, first: NDArray[np.bool_] | None = None) -> list[Chosen]:
        """Select up to `limit` spans, best first; ties by article and offset.

        Args:
            first: Which rows go before all others.
        """
        retrieved, found = self._retrieved, self._found
        order = ranked(retrieved, found, self._scores)
        if asks_any_words(retrieved.understood):
            order = _any_words(retrieved, found, order)
        if asks_for_silence(retrieved.understood):
            declined = (found.features[:, _OWN] > 0) & (found.features[:, _DECLINED] > 0)
            order = sorted(order, key=lambda row: not declined[row])
        if first is not None:
            order = sorted(order, key=lambda row: not first[row])
        shown = _ShownSpans(retrieved, found, self._is_near)
        for ranked_row in order:
            # Where the beginning of a quotation is shown already, the rest is shown without it.
            ways = dict.fromkeys((self._opened_row(ranked_row), ranked_row))
            row = next((each for each in ways if shown.leaves_room(each) and self._is_one_voice(each)), None)
            if row is None or shown.has_what_it_says(row):
                continue
            if len(shown.rows) == limit:
                # Later rows can only add to also_in; what repeats the words of a quote ranks close to it.
                break
            shown.add(row)
        return shown.chosen()

    def _opened_row(self, row: int) -> int:
        if row not in self._opened:
            self._opened[row] = _opened(self._retrieved, self._found, self._scores, row)
        return self._opened[row]

    def _is_one_voice(self, row: int) -> bool:
        """Return whether a span says something, and all that is said in it is of one voice."""
        if row not in self._one_voice:
            self._one_voice[row] = self._says_in_one_voice(row)
        return self._one_voice[row]

    def _says_in_one_voice(self, row: int) -> bool:
        found, (key, start, end) = self._found, _place_of(self._retrieved, self._found, row)
        text, said = self._retrieved.versions[key].article.text, self._retrieved.said_at(key, start, end)
        if is_question(said, start, end):
            return False
        # Nor with the sentence after it: "Tuesday, 22 September 2015. Engineers opened the bridge."
        if _is_only_a_date(text[start : int(found.sentences.ends[found.begin[row]])]):
            return False
        if _is_only_links(text[start:end]):
            return False
        return found.begin[row] == found.stop[row] or not is_mixed(
            text, said, start, end, self._retrieved.asked, self._about
        )


class _ShownSpans:
    """The spans to show so far, in order, and what keeps another one from being shown beside them."""

    def __init__(
        self,
        retrieved: Retrieved,
        found: Candidates,
        is_near: Callable[[VersionHandle, VersionHandle], bool] | None,
    ) -> None:
        self._retrieved, self._found, self._is_near = retrieved, found, is_near
        # Not a cached method: what refers to itself keeps its articles in memory until garbage is collected.
        self._words_of = cache(partial(_paired_words, retrieved))
        self.rows: list[int] = []
        self._taken: list[_Place] = []
        self._also_in: dict[str, list[str]] = {}
        """For the words of each row, however their lines are broken, the ids of articles that say the same."""
        self._statements: list[tuple[str, Statement]] = []

    def leaves_room(self, row: int) -> bool:
        """Return whether a span overlaps none that is shown."""
        key, start, end = self._place(row)
        return not any(key == k and start < e and s < end for k, s, e in self._taken)

    def has_what_it_says(self, row: int) -> bool:
        """Return whether the words or the statement of a span are shown; note that its article has them too."""
        key, start, end = place = self._place(row)
        article = self._retrieved.versions[key].article
        if (words := _in_one_line(article.text[start:end])) in self._also_in:
            self._also_in[words].append(article.id)
            return True
        statement = statement_in(self._retrieved, key, start, end)
        if (
            statement
            and (shown := next((t for t, s in self._statements if statement.repeats(s)), None)) is not None
        ):
            self._also_in[shown].append(article.id)
            self._taken.append(place)  # nor is it shown with the sentence beside it
            return True
        return self._is_near is not None and any(
            k != key and self._words_of(*place).repeats(self._words_of(k, s, e)) and self._is_near(key, k)
            for k, s, e in self._taken
        )

    def add(self, row: int) -> None:
        key, start, end = place = self._place(row)
        words = _in_one_line(self._retrieved.versions[key].article.text[start:end])
        self._also_in[words] = []
        if statement := statement_in(self._retrieved, key, start, end):
            self._statements.append((words, statement))
        self._taken.append(place)
        self.rows.append(row)

    def chosen(self) -> list[Chosen]:
        chosen = []
        for row, ids in zip(self.rows, self._also_in.values(), strict=True):
            # An article that says it twice, such as in its text and below a picture, is not another one.
            own = self._retrieved.versions[self._place(row)[0]].article.id
            chosen.append(Chosen(row, tuple(each for each in dict.fromkeys(ids) if each != own)))
        return chosen

    def _place(self, row: int) -> _Place:
        return _place_of(self._retrieved, self._found, row)


def _place_of(retrieved: Retrieved, found: Candidates, row: int) -> _Place:
    key = retrieved.passages[int(found.passage[row])].version_key
    return key, int(found.starts[row]), int(found.ends[row])


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _paired_words(retrieved: Retrieved, key: VersionHandle, start: int, end: int) -> PairedWords:
    return PairedWords.of(retrieved.versions[key].article.text[start:end])


_LETTERS_OR_DIGITS = regex(r"[^\W_]+")
_OF_A_DATE = regex(r"\d+(?:st|nd|rd|th|am|pm)?|am|pm|gmt|bst|utc|e[sd]t|p[sd]t|updated|published|posted")


_LINK = regex(
    r"^[ \t]*\[[^\]\n]{1,40}\]:[ \t]*\S+.*$"  # [1]: https://post.example/a "Ferry kept"
    r"|!?\[(?:[^\s\]]+[ \t]?){0,2}\](?:\([^)\n]*\)|\[[^\]\n]{0,40}\])"  # [Read more](https://post.example/a)
    r"|<?https?://\S+",
    re.M,
)


def _is_only_links(text: str) -> bool:
    """Return whether a span is links alone, as below articles in Markdown: "[Source](https://post.example/a)"."""
    return "://" in text and _LETTERS_OR_DIGITS.search(_LINK.sub("", text)) is None


def _is_only_a_date(text: str) -> bool:
    """Return whether a span is the line that dates an article, "Tuesday, 22 September 2015": no answer to "when?"."""
    named = others = 0
    for found in _LETTERS_OR_DIGITS.finditer(text):
        word = found[0].casefold()
        if word in DAYS or word in MONTHS:
            named += 1
        elif _OF_A_DATE.fullmatch(word):
            others += 1
        else:
            return False  # mostly at the first word
    return named > 0 and others > 0


def _opened(retrieved: Retrieved, found: Candidates, scores: NDArray[np.float64], row: int) -> int:
    """Replace a row that begins inside a quotation by the best row around it that begins before the quotation.

    It must hold as much of what is asked about; where there is none, return the same row. Without its opening mark,
    what somebody said reads like what the article says.
    """
    begin, stop = found.begin[row], found.stop[row]
    key = retrieved.passages[int(found.passage[row])].version_key

    def is_inside(other: int) -> bool:
        start = int(found.starts[other])
        return is_opened_before(retrieved.said_at(key, start, start + 1), start)

    if not is_inside(row):
        return row
    around = (found.passage == found.passage[row]) & (found.begin < begin) & (found.stop >= begin)
    around &= (found.stop <= stop) & (found.features[:, _COVER] >= found.features[row, _COVER])
    opened = [int(other) for other in np.flatnonzero(around) if not is_inside(int(other))]
    return max(opened, key=lambda other: (scores[other], -other), default=row)


def asks_any_words(understood: Understanding) -> bool:
    """Return whether anything that somebody said answers: "What did Rubio say?"."""
    return (
        understood.kind is QuestionKind.SAID
        and understood.topic is None
        and understood.cue is None
        and understood.addressee is None
    )


def asks_for_silence(understood: Understanding) -> bool:
    """Return whether it is asked what somebody did not say: "What did Rubio refuse to say?"."""
    said = understood.kind is QuestionKind.SAID and understood.speaker is not None
    return said and _UNSAID.match(understood.standalone) is not None


def _any_words(retrieved: Retrieved, found: Candidates, order: Sequence[int]) -> Sequence[int]:
    """Keep only the speaker's words, if there are any: denials last, cut quotations after whole ones.

    No topic tells them apart.
    """
    own = [row for row in order if found.features[row, _OWN] > 0]
    if not own:
        return order

    def rank(row: int) -> tuple[bool, bool]:
        key = retrieved.passages[int(found.passage[row])].version_key
        start, end = int(found.starts[row]), int(found.ends[row])
        cut = is_cut(retrieved.said_at(key, start, end), start, end)
        return bool(found.features[row, _DECLINED] > 0), cut

    return sorted(own, key=rank)


def ranked(retrieved: Retrieved, found: Candidates, scores: NDArray[np.float64]) -> Sequence[int]:
    """Return the rows of all candidates, highest score first, ties by article uid and offsets."""
    uids = [retrieved.versions[p.version_key].uid for p in retrieved.passages]
    place = {uid: number for number, uid in enumerate(sorted(set(uids)))}
    article = np.asarray([place[uid] for uid in uids], np.int64)[found.passage] if uids else found.passage
    order: list[int] = np.lexsort((found.ends, found.starts, article, -scores)).tolist()
    return order
