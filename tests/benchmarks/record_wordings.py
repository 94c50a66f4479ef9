"""Ask the same of an archive in hundreds of wordings, of which it is known from its records what they mean.

    python tests/benchmarks/record_wordings.py NAME=LIBRARY... [--of-each 8] [--seed 1]

`record_wordings/` has a wording a line: for somebody's words on something, for anybody's, for who bears an office, and
second turns of a talk. Each is put to names and words of records, as in `record_questions.py`, and counts as read where
at least `_MOST` of its questions end right: the record among the first quotes, the speaker among those who are named,
or the article among those that are listed; a second turn where its speaker and topic are those that are meant.

The wordings were written down without looking at the rules, but the rules were mended by them since: for a fresh
count add new ones. A wording that is not read shows a hole. `results/record_wordings.json` names all that are not.
"""

from __future__ import annotations

import argparse
import calendar
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from machine import ROOT, commit, describe, load_now, product_differs
from record_questions import Record, chosen, holds, records_of

sys.path.insert(0, str(ROOT))

from bots.shown_quotes import shown_quotes
from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome
from qa.archive.protocol import View
from qa.conversation.earlier.turns import Conversation
from qa.datatypes import DescriptionKind
from qa.encoding import open_encoder, open_span_reader
from qa.open_archive import open_archive

_RESULTS = Path(__file__).parent / "results" / "record_wordings.json"
_WORDINGS = Path(__file__).parent / "record_wordings"
_QUOTES = 3
_MOST = 0.75
"""The share of a wording's questions that must end right for it to count as read."""
_VOICES = 6
"""How many people at most have a word of which a second turn asks somebody else."""

Ended = Iterator[tuple[str, bool]]
"""A wording and whether a question in it ended right."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("libraries", nargs="+", metavar="NAME=LIBRARY")
    parser.add_argument("--of-each", type=int, default=8, help="Questions in each wording and archive.")
    parser.add_argument(
        "--every", type=int, default=1, help="Only each so manieth wording, for a quick look."
    )
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    counts: dict[str, dict[str, Counter[bool]]] = defaultdict(lambda: defaultdict(Counter))
    sizes: dict[str, int] = {}
    for each in options.libraries:
        name, _, folder = each.partition("=")
        with open_archive(Path(folder)) as archive:
            answerer = Answerer(archive, open_encoder, open_span_reader)
            with archive.snapshot() as view:
                sizes[name] = view.corpus().articles
                found = ended(answerer, view, options.of_each, options.seed, options.every)
                for kind, wordings in found.items():
                    for wording, right in wordings:
                        counts[kind][wording][right] += 1
    result: dict[str, Any] = {
        "command": f"python {Path(__file__).resolve().relative_to(ROOT)} NAME=LIBRARY... --of-each {options.of_each}",
        "commit": commit(),
        "dirty": product_differs(),
        **describe("onnxruntime", "faiss-cpu"),
        "load": round(load_now(), 1),
        "articles": sizes,
        "kinds": {kind: _summary(wordings) for kind, wordings in counts.items()},
    }
    _RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(result["kinds"], indent=1) + "\n")


def _summary(wordings: Mapping[str, Counter[bool]]) -> dict[str, Any]:
    shares = {wording: ends[True] / ends.total() for wording, ends in wordings.items()}
    holes = {wording: round(share, 2) for wording, share in sorted(shares.items()) if share < _MOST}
    asked = sum(ends.total() for ends in wordings.values())
    right = sum(ends[True] for ends in wordings.values())
    return {
        "wordings": len(shares),
        "read": len(shares) - len(holes),
        "questions": asked,
        "right": right,
        "not_read": holes,
    }


def ended(answerer: Answerer, view: View, most: int, seed: int, every: int = 1) -> dict[str, Ended]:
    """Return for each kind of wording how the questions in it end, for one archive."""
    records = list(records_of(view))
    random.Random(seed).shuffle(records)

    def those(kind: str) -> list[str]:
        return wordings(kind)[::every]

    return {
        "said": _of_records(answerer, records, those("said"), most),
        "who": _of_records(answerer, records, those("who"), most),
        "office": _of_offices(answerer, view, those("office"), most, random.Random(seed)),
        "another topic": _turns(answerer, records, those("another_topic"), most, random.Random(seed)),
        "another speaker": _turns(answerer, records, those("another_speaker"), most, random.Random(seed)),
    }


def wordings(kind: str) -> list[str]:
    """Return the wordings of a kind, as its file has them."""
    return (_WORDINGS / f"{kind}.txt").read_text(encoding="utf-8").splitlines()


def filled(wording: str, record: Record) -> str | None:
    """Return a wording with the name, words, outlet and time of a record; None where the record lacks one."""
    article, name = record.version.article, record.name
    if not name or " " not in name or ("{o}" in wording and not article.source):
        return None
    day = article.date or ""
    if not day and ("{m}" in wording or "{y}" in wording):
        return None
    month = f"{calendar.month_name[int(day[5:7])]} {day[:4]}" if day else ""
    surname = name.split()[-1]
    return wording.format(
        n=name, s=surname, sl=surname.lower(), nl=name.lower(), w=record.words[0], w2=record.words[1],
        o=article.source, m=month, y=day[:4],
    )  # fmt: skip


def _of_records(answerer: Answerer, records: Sequence[Record], forms: Sequence[str], most: int) -> Ended:
    for wording in forms:
        for question, record in chosen(records, partial(filled, wording), most):
            yield wording, _is_right(answerer.ask(question), record)


def _is_right(answer: Answer, record: Record) -> bool:
    listed = answer.listing is not None and any(
        each.uid == record.version.uid for each in answer.listing.articles
    )
    shown = any(holds(quote, record) for quote in answer.quotes[:_QUOTES])
    named = record.name in {name for name, _ in answer.voices}
    return listed or (answer.outcome is Outcome.ANSWERED and (shown or named))


def _of_offices(
    answerer: Answerer, view: View, forms: Sequence[str], most: int, order: random.Random
) -> Ended:
    """Ask for who bears an office that only one person bears: the first quote must have their surname."""
    keys = [
        version.key
        for uid, content in view.version_ids()
        for version in view.kept_versions(uid)
        if version.sha256 == content
    ]
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for described in view.descriptions(keys).values():
        for each in described:
            if each.kind is DescriptionKind.ROLE and each.of and " " in (each.who or "") and not each.former:
                bearers[each.what, each.of].add(each.who or "")
    single = sorted(
        (office, *who) for office, who in bearers.items() if len(who) == 1 and office[1][0].isupper()
    )
    for (what, of), who in order.sample(single, min(most, len(single))):
        for wording in forms:
            answer = answerer.ask(wording.format(what=what, of=of))
            first = answer.quotes[0].text if answer.quotes else ""
            yield wording, answer.outcome is Outcome.ANSWERED and who.split()[-1] in first


def _turns(
    answerer: Answerer, records: Sequence[Record], forms: Sequence[str], most: int, order: random.Random
) -> Ended:
    """Ask second turns after an answered question for the words of one of several who spoke with a word."""
    by_name: dict[str, list[Record]] = defaultdict(list)
    voices: dict[str, set[str]] = defaultdict(set)
    for record in records:
        if record.name and " " in record.name:
            by_name[record.name].append(record)
            for word in record.words:
                voices[word].add(record.name)
    shared = sorted(word for word, names in voices.items() if 1 < len(names) <= _VOICES)
    for before in order.sample(shared, min(most, len(shared))):
        name, other = order.sample(sorted(voices[before]), 2)
        word = order.choice([each.words[0] for each in by_name[name]])
        first = answerer.ask(f"What did {name} say about {before}?")
        if word == before or first.outcome is not Outcome.ANSWERED:
            continue
        talk = Conversation().after(first, shown=len(shown_quotes(first, _QUOTES)))
        surnames = {"name": name.split()[-1], "other": other.split()[-1]}
        for wording in forms:
            turn = wording.format(w=word, before=before, **surnames)
            understood = answerer.ask(turn, conversation=talk).understood
            speaker, topic = (other, before) if "{other}" in wording else (name, word)
            asked = {understood.speaker, *understood.ambiguous, *understood.others}
            yield wording, speaker in asked and topic in (understood.topic or "")


if __name__ == "__main__":
    main()
