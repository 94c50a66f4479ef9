"""Put together the parts of SQuAD that repositories hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tests.benchmarks.span_reader.sources import (
    Mirror,
    Pair,
    Row,
    bert,
    flan,
    known_answers,
    on_sentences,
    squad2,
    twins,
    val,
)
from tests.benchmarks.span_reader.texts import (
    Answer,
    find_answers,
    joined,
    placed,
    sentences_of,
    squeeze,
    tidy,
    words_of,
)

FEWEST_SHARED = 3
SHARE = 0.6
_COMMON = set(
    "a an and are as at by did do does for from had has have how in is it many much of on or that the their to"
    " was were what when where which who whom whose why with".split()
)


class Collection:
    """SQuAD's questions, each once: of two contexts the one that came first stays."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._of_question: dict[str, list[Row]] = defaultdict(list)
        self._of_sentence: dict[str, tuple[Row, int]] = {}
        self._contexts: set[str] = set()
        self._of_word: dict[str, list[tuple[Row, set[str]]]] = defaultdict(list)

    def add(self, row: Row) -> None:
        """Add a row, if its question is not there with the same answer (or as inexact)."""
        before = self._of_question[squeeze(row.question)]
        answers = {squeeze(answer.text) for answer in row.answers}
        if any(
            not row.exact or not answers or answers & {squeeze(each.text) for each in other.answers}
            for other in before
        ):
            return
        before.append(row)
        self.rows.append(row)
        if row.context not in self._contexts:
            self._contexts.add(row.context)
            for sentence in sentences_of(row.context):
                self._of_sentence.setdefault(squeeze(sentence), (row, row.context.find(sentence)))

    def add_on_sentence(self, source: str, question: str, sentence: str, known: Sequence[str]) -> None:
        """Add a question with its answer's sentence, or with the paragraph that has the sentence."""
        context, title, start = sentence, "", 0
        found = self._of_sentence.get(squeeze(sentences_of(sentence)[0]))
        if found:
            context, title, start = found[0].context, found[0].title, found[1]
        stretch = context[start : start + len(sentence) + 5] if found else sentence
        exact = [
            Answer(answer.text, answer.answer_start + start)
            for each in known
            for answer in find_answers(stretch, each)
        ]
        whole = (
            [Answer(sentence, 0)] if not found else [Answer(stretch.strip(), context.find(stretch.strip()))]
        )
        self.add(Row(context, question, exact[:1] or whole, title, source, exact=bool(exact)))

    def add_pair(self, pair: Pair, known: Sequence[str]) -> None:
        """Add an unanswerable question to the context of its twin."""
        twin = next((each for each in self._of_question[squeeze(pair.answerable)] if each.answers), None)
        twin = twin or self._closest(pair.answerable, known)
        if twin:
            self.add(Row(twin.context, tidy(pair.unanswerable), [], twin.title, "unansq"))

    def _closest(self, question: str, answers: Sequence[str]) -> Row | None:
        """Return a row on the context that has an answer and most of a question's words, if one has three in five."""
        asked = words_of(question) - _COMMON
        best, most = None, max(FEWEST_SHARED, SHARE * len(asked))
        for answer in answers:
            telling = max(words_of(answer), key=len, default="")
            for row, words in self._with_word(telling):
                shared = len(asked & words)
                if shared >= most and find_answers(row.context, answer):
                    best, most = row, shared + 1
        return best

    def _with_word(self, word: str) -> list[tuple[Row, set[str]]]:
        """Return the rows, one for each context, that have a word, and all their words."""
        if not self._of_word:
            for row in {row.context: row for row in self.rows}.values():
                words = words_of(row.context)
                for each in words:
                    self._of_word[each].append((row, words))
        return self._of_word.get(word, [])


def squad(mirror: Mirror) -> list[Row]:
    """Return SQuAD's rows from all repositories that hold parts of it."""
    collection = Collection()
    for row in (*squad2(mirror), *bert(mirror), *flan(mirror), *val(mirror)):
        collection.add(row)
    pairs = list(twins(mirror))
    for pair in pairs:
        tokens = pair.context.split()
        if tokens:
            answer = placed(tokens, pair.first, pair.last)
            collection.add(Row(joined(tokens)[0], tidy(pair.answerable), [answer], "", "unansq"))
    known = known_answers(mirror)
    for source, question, sentence in on_sentences(mirror):
        collection.add_on_sentence(source, question, sentence, known[squeeze(question)])
    for pair in pairs:
        collection.add_pair(pair, known[squeeze(pair.answerable)])
    return collection.rows
