"""Ask "What did X say about Y?" many times, X and Y from the records, and count the quotes that are not X's.

    python -m tests.one_path.own_quotes [--count N] [--seed N] [--out FILE]

Three archives are asked: the seeds, the made archive, and one of generated articles. A quote is X's by the records if
a record of its article that shares words with it has X's name, or speaks for X.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qa.answering.answerer import Answerer
from qa.answers import Outcome, Quote
from qa.archive.protocol import View
from qa.archive.speaker_lookup import topics_of
from qa.embedded.snapshot import Library
from qa.encoding import open_encoder, open_span_reader
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from tests.one_path.archives import write

TESTS = Path(__file__).parents[1]
FIRST = ("Ada", "Ivo", "Una", "Ned", "Orsa", "Greta", "Tomas", "Tessa", "Milo", "Anna", "Robin", "Judith")
LAST = ("Quill", "Brandt", "Strand", "Pryce", "Holm", "Reyl", "Roe", "Vane", "Mabley", "Thorne")
THINGS = (
    "ferry", "pier", "library", "tunnel", "orchard", "market", "school", "hospital", "bridge", "theatre",
)  # fmt: skip
SAYINGS = (
    "The {thing} costs more than it brings in", "Nobody in this town wants the {thing} closed",
    "We will open the {thing} before winter", "I have never trusted the plan for the {thing}",
    "Without the {thing} the children would leave",
)  # fmt: skip
SHOWN = (Outcome.ANSWERED, Outcome.UNSURE)


@dataclass(slots=True)
class Counted:
    """What was asked and found; `wrong` are (question, quote, speaker) of quotes that are not the asked speaker's."""

    questions: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    quotes: int = 0
    wrong: list[tuple[str, str, str | None]] = field(default_factory=list)


def generated(seed: int, articles: int = 60) -> list[tuple[str, ...]]:
    """Return articles in each of which two people speak about two things, one after the other, with pronouns."""
    draw = random.Random(seed)
    people = [f"{first} {last}" for first in FIRST for last in LAST]
    made = []
    for number in range(articles):
        one, other = draw.sample(people[:: draw.choice((1, 3))], 2)
        first, second = draw.sample(THINGS, 2)
        say = [draw.choice(SAYINGS).format(thing=thing) for thing in (first, second, second)]
        text = (
            f"The council met about the {first}. “{say[0]},” said {one}, who lives there.\n\n{other} disagreed. "
            f"“{say[1]},” {other} told reporters.\n\n"
            f"{one.split()[1]} said that the {second} could wait, according to {other}. "
            f"“{say[2]},” {one.split()[1]} added."
        )
        made.append((f"g{number}", f"2024-0{number % 9 + 1}-11", "Harbour Post", f"Of the {first}", text))
    return made


def pairs(view: View) -> list[tuple[str, str]]:
    """Return the speakers of an archive with what somebody talks about: each with their own topics and with others'."""
    names, topics = set(), set()
    for version, said in view.all_attributions():
        for record, name in said:
            if name is None:
                continue
            names.add(name)
            topics.update(topics_of(record))
            words = version.article.text[record.start : record.end].split()
            topics.update(word.strip("“”,.’'").lower() for word in words if word.isalpha() and len(word) > 5)
    return [
        (name, topic) for name in sorted(names) for topic in sorted(topics) if topic and topic not in name
    ]


def is_theirs(view: View, quote: Quote, name: str) -> bool:
    """Return whether a record that shares words with a quote is somebody's, or of one who speaks for them."""
    names = {name, name.rsplit(maxsplit=1)[-1]}
    return any(
        (said in names or record.speaks_for == name)
        and any(start < quote.end and quote.start < end for start, end in record.content)
        for record, said in view.attributions([quote.version.key])[quote.version.key]
    )


def ask_all(answerer: Answerer, library: Library, asked: Sequence[tuple[str, str]], counted: Counted) -> None:
    with library.snapshot() as view:
        for name, topic in asked:
            question = f"What did {name} say about {topic}?"
            answer = answerer.ask(question)
            counted.questions += 1
            counted.outcomes[answer.outcome.value] += 1
            # A quote under no name is shown as what may answer only, and without one.
            shown = answer.quotes if answer.outcome in SHOWN and answer.understood.speaker == name else ()
            shown = tuple(q for q in shown if q.speaker or answer.outcome is Outcome.ANSWERED)
            counted.quotes += len(shown)
            counted.wrong += [
                (question, quote.text, quote.speaker) for quote in shown if not is_theirs(view, quote, name)
            ]


def archives(folder: Path, seed: int) -> Iterator[Path]:
    """Yield the folders of articles that are asked."""
    yield TESTS.parent / "seeds"
    yield TESTS / "made_archive" / "articles"
    yield write(folder / "generated", generated(seed))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    result = {}
    with tempfile.TemporaryDirectory() as made:
        for number, folder in enumerate(archives(Path(made), given.seed)):
            counted = Counted()
            place = Path(made) / f"library-{number}"
            update(place, IndexRequest((folder,)), encoder_factory=open_encoder)
            with Library.open(place) as library:
                with library.snapshot() as view:
                    every = pairs(view)
                share = given.count // 3 + (number < given.count % 3)
                asked = random.Random(given.seed).choices(every, k=share)
                ask_all(Answerer(library, open_encoder, open_span_reader), library, asked, counted)
            result[folder.name if folder.name != "articles" else "made_archive"] = {
                "questions": counted.questions,
                "outcomes": dict(sorted(counted.outcomes.items())),
                "quotes": counted.quotes,
                "wrong": counted.wrong,
            }
    text = json.dumps(result, indent=2, ensure_ascii=False) + "\n"
    if given.out:
        given.out.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
