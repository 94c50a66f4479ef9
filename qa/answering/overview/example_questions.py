"""Make questions that an archive can answer, from who speaks in it and about what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

from qa.answering.overview.sample import ReadArticle
from qa.answering.overview.topics import topics
from qa.archive.speaker_lookup import QUOTED, topics_of
from qa.datatypes import Speaker
from qa.language.lexicon.word_families import irregular_pasts
from qa.speakers.with_article import with_article

ROUNDS = 3
"""How many times the forms of question take turns."""


def example_questions(
    people: Sequence[Speaker], bodies: Sequence[Speaker], read: Sequence[ReadArticle]
) -> Iterator[str]:
    """Yield questions, the most telling first: in different forms, no two about the same topic."""
    about = _about(read, {each.name for each in (*people, *bodies)})
    used: set[str] = set()

    def fresh(topics: Iterable[str]) -> str | None:
        topic = next((each for each in topics if _plain(each) not in used), None)
        if topic is not None:
            used.add(_plain(topic))
        return topic

    def one(speakers: Sequence[Speaker]) -> Iterator[str]:
        for each in speakers:
            if topic := fresh(about[each.name]):
                yield f"What did {with_article(each.name)} say about {topic}?"

    def anybody() -> Iterator[str]:
        while topic := fresh(_shared(about)):
            yield f"Who spoke about {topic}?"

    def two() -> Iterator[str]:
        for one, other in combinations([each.name for each in people], 2):
            if topic := fresh(each for each in about[one] if each in about[other]):
                yield f"{one} and {other} on {topic}"

    of_people, of_bodies, of_anybody, of_two = one(people), one(bodies), anybody(), two()
    # What two speak about is rare, so it is looked for before their topics are used up.
    yield from islice(of_two, 1)
    for _ in range(ROUNDS):
        yield from islice(of_people, 2)
        yield from islice(of_bodies, 1)
        yield from islice(of_anybody, 1)
    yield from of_people
    yield from of_bodies


def _plain(topic: str) -> str:
    return topic.removeprefix("the ").casefold()


def _about(read: Sequence[ReadArticle], names: set[str]) -> dict[str, list[str]]:
    """Return the topics of each speaker's own words, most often spoken of first: names, and nouns after them."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in read:
        text = article.version.article.text
        for record, name in article.said:
            if name in names and record.kind in QUOTED and record.polarity == "said" and record.certain:
                spoken_of = {topic.text for s, e in record.content for topic in topics(text, s, e)}
                counts[name].update({*topics_of(record), *spoken_of - irregular_pasts()} - {name})
    return {
        name: sorted(found, key=lambda topic: (-found[topic], topic[0].islower(), topic))
        for name, found in counts.items()
    } | {name: [] for name in names - counts.keys()}


def _shared(about: dict[str, list[str]]) -> list[str]:
    """Return the topics that most of the speakers speak about."""
    counts = Counter(topic for found in about.values() for topic in found)
    return [topic for topic in sorted(counts, key=lambda t: (-counts[t], t)) if counts[topic] > 1]
