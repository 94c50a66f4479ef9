"""Measure how often a quote is right that holds the words typed in quotation marks.

    python tests/benchmarks/typed_words.py LIBRARY [LIBRARY ...]

From each library a hundred attributions with a known speaker and one piece of content are drawn; the question is who
said five to twelve words from the middle of it. Right is a first quote that holds these words, with that speaker.
The same words with one of them taken from elsewhere are nobody's.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from qa.answers import Outcome
from qa.embedded.snapshot import Library
from qa.open_archive import open_answerer

COUNT = 100


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("libraries", type=Path, nargs="+")
    for library in parser.parse_args().libraries:
        chance, made = random.Random(7), []
        with Library.open(library) as opened, opened.snapshot() as snapshot:
            keys = [
                kept[-1].key for uid, _ in snapshot.version_ids() if (kept := snapshot.kept_versions(uid))
            ]
            versions = snapshot.versions(keys)
            for key, records in snapshot.attributions(keys).items():
                text = versions[key].article.text
                for record, name in records:
                    words = text[slice(*record.content[0])].split()
                    plain = not set('"“”') & set(" ".join(words))
                    if name and len(record.content) == 1 and len(words) > 8 and plain:
                        made.append((name, words[1:-1]))
        chance.shuffle(made)
        answerer, held, spoken, refused = open_answerer(library), 0, 0, 0
        for name, words in made[:COUNT]:
            length = min(len(words), chance.randint(5, 12))
            first = chance.randint(0, len(words) - length)
            typed = words[first : first + length]
            answer = answerer.ask(f"Who said “{' '.join(typed)}”?")
            found = answer.outcome is Outcome.ANSWERED and " ".join(typed) in " ".join(
                answer.quotes[0].text.split()
            )
            held += found
            spoken += found and answer.quotes[0].speaker == name
            typed[length // 2] = chance.choice(chance.choice(made)[1])
            refused += answerer.ask(f"Who said “{' '.join(typed)}”?").outcome is not Outcome.ANSWERED
        told = f"held {held}, with the speaker {spoken}, changed refused {refused}"
        print(f"{library.name}: of {min(COUNT, len(made))}, {told}")  # noqa: T201


if __name__ == "__main__":
    main()
