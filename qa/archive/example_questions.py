"""Make questions that an archive can answer, from who speaks in it and about what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from qa.archive.sample import ReadArticle
from qa.archive.speaker_lookup import QUOTED, topics_of
from qa.archive.topics import topics
from qa.datatypes import Speaker


def example_questions(
    people: Sequence[Speaker], bodies: Sequence[Speaker], read: Sequence[ReadArticle]
) -> Iterator[str]:
    """Yield questions, the most telling first: about different speakers and topics, in different forms."""
    about = _about(read, {each.name for each in (*people, *bodies)})
    used: set[str] = set()

    def free(name: str) -> str | None:
        """Return what a speaker speaks about most, of what no question is about yet."""
        topic = next((each for each in about[name] if each.casefold() not in used), None)
        if topic is not None:
            used.add(topic.casefold())
        return topic

    of_people = [f"What did {each.name} say about {topic}?" for each in people if (topic := free(each.name))]
    of_bodies = [f"What did {each.name} say about {topic}?" for each in bodies if (topic := free(each.name))]
    anybody = [f"Who spoke about {topic}?" for topic in _shared(about)]
    both = _pairs([each.name for each in people], about)
    yield from of_people[:2]
    yield from anybody[:1]
    yield from of_bodies[:1]
    yield from both[:1]
    yield from (*of_people[2:], *anybody[1:3], *of_bodies[1:3], *both[1:2])


def _about(read: Sequence[ReadArticle], names: set[str]) -> dict[str, list[str]]:
    """Return the topics of each speaker's own words, most often spoken of first: names, and nouns after them."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in read:
        text = article.version.article.text
        for record, name in article.said:
            if name in names and record.kind in QUOTED and record.polarity == "said" and record.certain:
                own = {topic.text for s, e in record.content for topic in topics(text, s, e)}
                counts[name].update({*topics_of(record), *own})
    return {
        name: sorted(found, key=lambda topic: (-found[topic], topic[0].islower(), topic))
        for name, found in counts.items()
    } | {name: [] for name in names - counts.keys()}


def _shared(about: dict[str, list[str]]) -> list[str]:
    """Return the topics that most of the speakers speak about."""
    counts = Counter(topic for found in about.values() for topic in found)
    return [topic for topic in sorted(counts, key=lambda t: (-counts[t], t)) if counts[topic] > 1]


def _pairs(names: Sequence[str], about: dict[str, list[str]]) -> list[str]:
    """Return questions that compare two speakers on what both speak about."""
    found = []
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            both = next((topic for topic in about[one] if topic in about[other]), None)
            if both is not None:
                found.append(f"{one} and {other} on {both}")
    return found
