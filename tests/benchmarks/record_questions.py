"""Ask an archive questions that are made from its own records, whose right answers are therefore known.

    python tests/benchmarks/record_questions.py NAME=LIBRARY... [--of-each 60] [--seed 1]

Each record of an archive says who said what, and where. So "What did NAME say about WORD?" can be asked in any form,
with a word of the record that few articles have, and it is known which words are wanted: nobody writes or judges
anything. The words are the article's own, so it is no measure of how people ask; a form that stands far below the
others shows a fault of the program. Of a second turn of a talk it is known what it means: whose words, and on what.

For each form `results/record_questions.json` has how many of the questions have the record first and are `answered`,
have it `among_three`, and are `denied`; for each second turn how many are `read` as meant.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from machine import ROOT, commit, describe, load_now, product_differs

sys.path.insert(0, str(ROOT))

from bots.shown_quotes import shown_quotes
from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome, Quote
from qa.archive.protocol import View
from qa.conversation.earlier.turns import Conversation
from qa.datatypes import Attribution, Description, DescriptionKind, Version
from qa.encoding import open_encoder, open_span_reader
from qa.language.terms import content_terms
from qa.open_archive import open_archive
from qa.understanding.described import asked_for

_RESULTS = Path(__file__).parent / "results" / "record_questions.json"
_WORD = re.compile(r"(?<![\w’'-])[a-z]{4,}(?![\w’'-])")
_PRONOUN = re.compile(r"(?:he|she|they|it|we|i|you|who|his|her)\b", re.IGNORECASE)
_LEAST_WORDS = 3
_OF_ONE = 2
"""How many questions at most ask for the same speaker, and are made of one article, in one form."""
_QUOTES = 3


class Record(NamedTuple):
    """A record with what is asked of it: `words` are those of its content that few articles have, rarest first."""

    version: Version
    said: Attribution
    name: str | None
    described: tuple[Description, ...]
    """What its article says its speaker is."""
    words: tuple[str, ...]

    @property
    def mention(self) -> str:
        """How its article names its speaker there."""
        return self.version.article.text[slice(*self.said.mention)] if self.said.mention else ""

    @property
    def kinds(self) -> list[str]:
        """What its speaker is called, in the plural, where a plural of it asks for all who are called so."""
        nouns = (
            each.what.split()[-1] for each in self.described if each.kind is DescriptionKind.ROLE and each.who
        )
        return [each for each in map(_plural, nouns) if (asked := asked_for(each)) and asked.several]


def _plural(noun: str) -> str:
    return (
        f"{noun[:-3]}men" if noun.endswith("man") else f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    )


def _of(kind: DescriptionKind, form: str) -> Callable[[Record], str | None]:
    """Return what makes a question of whom an article calls something of a body or a place."""

    def question(record: Record) -> str | None:
        found = (each for each in record.described if each.kind is kind and each.of and not each.former)
        one = next(found, None)
        return form.format(what=one.what, of=one.of, word=record.words[0]) if one and record.name else None

    return question


def _named(form: str) -> Callable[[Record], str | None]:
    def question(record: Record) -> str | None:
        if not record.name or " " not in record.name:
            return None
        surname = record.name.split()[-1]
        return form.format(name=record.name, surname=surname, word=record.words[0], other=record.words[1])

    return question


def _kind(record: Record) -> str | None:
    return (
        f"What did {record.kinds[0]} say about {record.words[0]}?" if record.kinds and record.name else None
    )


def _nameless(record: Record) -> str | None:
    mention = record.mention
    if record.name or not mention or _PRONOUN.match(mention):
        return None
    return f"What did {mention[0].lower()}{mention[1:]} say about {record.words[0]}?"


FORMS: Mapping[str, Callable[[Record], str | None]] = {
    "full name": _named("What did {name} say about {word}?"),
    "surname, in small letters": _named("what did {surname} say about {word}"),
    "yes or no": _named("Did {name} mention {word}?"),
    "view": _named("What is {name}'s view on {word}?"),
    "keywords": _named("{name} {word}"),
    "two words": _named("What did {name} say about {word} or {other}?"),
    "why": _named("Why did {name} talk about {word}?"),
    "who": _named("Who spoke about {word} and {other}?"),
    "a word, unquoted": _named("Who used the word {word}?"),
    "office": _of(DescriptionKind.ROLE, "What did the {what} of {of} say about {word}?"),
    "body's officer": _of(DescriptionKind.ROLE, "What did {of}'s {what} say about {word}?"),
    "body of a spokesman": _of(DescriptionKind.SPEAKS_FOR, "What did {of} say about {word}?"),
    "kind of people": _kind,
    "no name": _nameless,
}

TURNS = (
    "and on {word}?", "what about {word}?", "{word}?", "sorry, {word}", "i meant {word}", "not {before}, {word}",
    "try {word} instead", "hm ok, but what about {word}", "thanks. and {word}?", "forget {before}. {word}?",
    "and {other}?", "what about {other}", "no i meant {other}", "ask {other} instead", "same question for {other}",
    "it was {other}, not {name}", "more from {other} on this", "is there something from {other} too?",
    "does {other} agree?", "what did {other} say about that",
)  # fmt: skip
"""Second turns, after a question for the words of {name} on {before}: of theirs on {word}, or of {other}'s on it."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("libraries", nargs="+", metavar="NAME=LIBRARY")
    parser.add_argument("--of-each", type=int, default=60, help="Questions of each form, and talks, at most.")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    turns: dict[str, Counter[str]] = defaultdict(Counter)
    sizes: dict[str, int] = {}
    for each in options.libraries:
        name, _, folder = each.partition("=")
        with open_archive(Path(folder)) as archive:
            answerer = Answerer(archive, open_encoder, open_span_reader)
            with archive.snapshot() as view:
                records, sizes[name] = list(records_of(view)), view.corpus().articles
            random.Random(options.seed).shuffle(records)
            for form, question in FORMS.items():
                forms[form] += ended(answerer, chosen(records, question, options.of_each))
            for turn, read in followed(answerer, records, options.of_each, random.Random(options.seed)):
                turns[turn] += Counter(asked=1, read=int(read))
    result: dict[str, Any] = {
        "command": f"python {Path(__file__).resolve().relative_to(ROOT)} NAME=LIBRARY... --of-each {options.of_each}",
        "commit": commit(),
        "dirty": product_differs(),
        **describe("onnxruntime", "faiss-cpu"),
        "load": round(load_now(), 1),
        "articles": sizes,
        "forms": {form: dict(counts) for form, counts in forms.items()},
        "turns": {turn: dict(counts) for turn, counts in turns.items()},
    }
    _RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(result["forms"] | result["turns"], indent=1) + "\n")


def records_of(view: View) -> Iterator[Record]:
    """Yield the records of an archive that are certain and have enough words of their own."""
    current = [
        version
        for uid, content in view.version_ids()
        for version in view.kept_versions(uid)
        if version.sha256 == content
    ]
    kept = {version.key: version for version in current}
    common: Counter[str] = Counter()
    for version in kept.values():
        common.update(set(_WORD.findall(version.article.text)))
    described = view.descriptions(list(kept))
    for key, said in view.attributions(list(kept)).items():
        text = kept[key].article.text
        for record, name in said:
            if not record.certain or record.polarity != "said":
                continue
            found = (word for span in record.content for word in _WORD.findall(text[slice(*span)]))
            words = sorted(
                {word for word in found if content_terms(word)}, key=lambda word: (common[word], word)
            )
            if len(words) >= _LEAST_WORDS:
                own = tuple(each for each in described.get(key, ()) if _is_one(each.who, name))
                yield Record(kept[key], record, name, own, tuple(words))


def _is_one(called: str | None, name: str | None) -> bool:
    """Return whether an article's name for somebody is the archive's, or the surname of it."""
    return bool(called and name) and (
        called == name or (called or "").split()[-1] == (name or "").split()[-1]
    )


def chosen(
    records: Sequence[Record], question: Callable[[Record], str | None], most: int
) -> Iterator[tuple[str, Record]]:
    """Yield questions of one form with the records that they were made of."""
    seen: Counter[str] = Counter()
    left = most
    for record in records:
        asked, keys = question(record), (record.name or record.mention, record.version.uid)
        if asked is None or not left or any(seen[key] >= _OF_ONE for key in keys):
            continue
        seen.update(keys)
        left -= 1
        yield asked, record


def ended(answerer: Answerer, questions: Iterator[tuple[str, Record]]) -> Counter[str]:
    """Ask questions, and count how they end."""
    counts: Counter[str] = Counter()
    for question, record in questions:
        answer = answerer.ask(question)
        places = [at for at, quote in enumerate(answer.quotes) if holds(quote, record)]
        counts["asked"] += 1
        counts["answered"] += answer.outcome is Outcome.ANSWERED and places[:1] == [0]
        counts["among_three"] += bool(places) and places[0] < _QUOTES
        counts["denied"] += answer.outcome in (Outcome.NOT_FOUND, Outcome.NEAREST)
    return counts


def holds(quote: Quote, record: Record) -> bool:
    """Return whether a quote has words of a record's speaker, as the record has them."""
    same = quote.version.uid == record.version.uid
    return same and any(quote.start < end and start < quote.end for start, end in record.said.content)


def followed(
    answerer: Answerer, records: Sequence[Record], most: int, order: random.Random
) -> Iterator[tuple[str, bool]]:
    """Yield second turns of talks, and whether each was read as meant."""
    by_name: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.name and " " in record.name:
            by_name[record.name].append(record)
    people = sorted(name for name, own in by_name.items() if len(own) > 1)
    for _ in range(most if len(people) > 1 else 0):
        name, other = order.sample(people, 2)
        before, word = (each.words[0] for each in order.sample(by_name[name], 2))
        if before == word:
            continue
        first = answerer.ask(f"What did {name} say about {before}?")
        talk = Conversation().after(first, shown=len(shown_quotes(first, _QUOTES)))
        for form in order.sample(TURNS, 5):
            turn = form.format(word=word, before=before, other=other, name=name.split()[-1])
            meant = (other, before) if "{other}" in form else (name, word)
            yield form, _is_read(answerer.ask(turn, conversation=talk), *meant)


def _is_read(answer: Answer, speaker: str, topic: str) -> bool:
    understood = answer.understood
    return (understood.speaker == speaker or speaker in understood.ambiguous) and topic in (
        understood.topic or ""
    )


if __name__ == "__main__":
    main()
