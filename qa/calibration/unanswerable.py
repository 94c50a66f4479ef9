"""Make probes that the archive does not answer, by changing something in answerable ones."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, permutations

from qa.archive.protocol import View
from qa.calibration.probe import Probe, asked
from qa.datatypes import Scope
from qa.language.lexicon.first_names import FEMALE, MALE
from qa.language.terms import OFTEN, content_terms, terms

_INVENTED = 8
"""One probe in so many asks for somebody who does not exist."""
_LOOKED_AT = 20
"""How many passages are searched before a changed question is taken as one without an answer."""
_SYLLABLES = ("Bran Dor Vel Thar Mos Kel Pel Wex Or Zan".split(), "dak len mor vis tan gor bel".split())
_ENDINGS = "enko wick mere sley ovar thorpe quist andy erling".split()

_Pair = tuple[Probe, Probe]


class UnanswerableProbes:
    """Makes probes without an answer from those with one, and checks the archive for an answer after all."""

    def __init__(self, snapshot: View, chance: random.Random) -> None:
        self._snapshot = snapshot
        self._chance = chance

    def of_said(self, said: Sequence[Probe], want: int) -> list[Probe]:
        """Return probes that ask speakers, and a few invented ones, about what only others speak about.

        Half of the topics are from an article that quotes the speaker too.
        """
        if not said:
            return []
        invented = want // _INVENTED
        near = _neighbours(said)
        self._chance.shuffle(near)
        far = ((self._chance.choice(said), self._chance.choice(said)) for _ in range(20 * want))
        exchanged = list(islice(self._exchanged(near), (want - invented) // 2))
        taken = {(probe.speaker, probe.topic) for probe in exchanged}
        rest = (probe for probe in self._exchanged(far) if (probe.speaker, probe.topic) not in taken)
        strangers = (
            asked(self._chance, replace(probe, speaker=self._invented_name()), probe.topic)
            for probe in self._chance.sample(said, min(invented, len(said)))
        )
        return [
            *exchanged,
            *islice(rest, want - invented - len(exchanged)),
            *(replace(stranger, answerable=False, way="invented speaker") for stranger in strangers),
        ]

    def of_content(self, content: Sequence[Probe], want: int) -> list[Probe]:
        """Return probes with the name in a question exchanged for another, or with words of two articles mixed."""
        names = sorted({probe.topic for probe in content if probe.topic})
        changed = (
            self._mixed(probe, content[(at + len(content) // 2) % len(content)])
            if probe.topic is None
            else self._renamed(probe, names)
            for at, probe in enumerate(content)
        )
        sure = (probe for probe in changed if probe and not self._stands_together(probe.question))
        return list(islice(sure, want))

    def _exchanged(self, pairs: Iterator[_Pair] | list[_Pair]) -> Iterator[Probe]:
        """Yield the one's speaker with the other's topic, each combination once, where the speaker is silent on it."""
        seen: set[tuple[str | None, str | None]] = set()
        for one, other in pairs:
            key = (one.speaker, other.topic)
            if one.speaker == other.speaker or key in seen:
                continue
            way = "near topic" if one.article_id == other.article_id else "far topic"
            if self._silent(*key, beside=way == "near topic"):
                seen.add(key)
                yield replace(asked(self._chance, one, other.topic), answerable=False, way=way)

    def _silent(self, speaker: str | None, topic: str | None, *, beside: bool) -> bool:
        """Return whether no passage with a speaker's words has any word of a topic.

        Args:
            beside: Such passages may have it in other paragraphs, if neither the words nor their article are about it.
        """
        wanted = content_terms(topic or "")
        if speaker is None or not wanted:
            return False
        best = self._snapshot.lexical(wanted, Scope(), _LOOKED_AT, spoken_by=[speaker])
        found = [passage for passage, _ in best]
        if not beside or len(found) == _LOOKED_AT:
            return not found
        keys = {stored.version_key for stored in self._snapshot.passages(found)}
        versions, said = self._snapshot.versions(keys), self._snapshot.attributions(keys)
        for key, version in versions.items():
            title, text = version.article.title, version.article.text
            own_places = [record.content for record, name in said[key] if name == speaker]
            paragraphs = [_paragraph(text, *span) for content in own_places for span in content]
            often = [term for term, count in Counter(terms(text)).items() if count >= OFTEN]
            if set(wanted) & {*terms(title), *often, *(t for each in paragraphs for t in terms(each))}:
                return False
        return True

    def _renamed(self, probe: Probe, names: Sequence[str]) -> Probe | None:
        name = probe.topic or ""
        alike = [other for other in names if other != name and other.count(" ") == name.count(" ")]
        if not alike or self._chance.randrange(_INVENTED) == 0:
            other, way = self._invented_name(), "invented name"
        else:
            other, way = self._chance.choice(alike), "other name"
        question = probe.question.replace(name, other)
        # "Who is X?" has an answer for any other name that the archive has.
        if way == "other name" and not set(content_terms(question)) - set(content_terms(other)):
            return None
        return replace(probe, question=question, answerable=False, topic=other, way=way)

    def _mixed(self, probe: Probe, other: Probe) -> Probe | None:
        if other.article_id == probe.article_id:
            return None
        mine, theirs = probe.question.split(" "), other.question.rstrip("?").split(" ")
        question = " ".join([*mine[: len(mine) // 2 + 1], *theirs[-2:]])
        return replace(probe, question=question, answerable=False, way="mixed topics")

    def _stands_together(self, question: str) -> bool:
        """Return whether one passage has all the words of a question, so that it may answer it after all."""
        wanted = set(content_terms(question))
        best = self._snapshot.lexical(sorted(wanted), Scope(), _LOOKED_AT)
        passages = self._snapshot.passages([passage for passage, _ in best])
        versions = self._snapshot.versions({stored.version_key for stored in passages})
        for stored in passages:
            article = versions[stored.version_key].article
            text = article.text[stored.passage.start : stored.passage.end]
            if wanted <= {*terms(article.title), *terms(text)}:
                return True
        return False

    def _invented_name(self) -> str:
        given = self._chance.choice(sorted(MALE | FEMALE)).capitalize()
        while True:
            syllables = (self._chance.choice(part) for part in (*_SYLLABLES, _ENDINGS))
            surname = "".join(syllables)
            if self._snapshot.phrase_count(terms(surname)) == 0:
                return f"{given} {surname}"


def _paragraph(text: str, start: int, end: int) -> str:
    last = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : len(text) if last < 0 else last]


def _neighbours(said: Sequence[Probe]) -> list[_Pair]:
    """Return all pairs of probes from the same article."""
    by_article: dict[str, list[Probe]] = {}
    for probe in said:
        by_article.setdefault(probe.article_id, []).append(probe)
    return list(chain.from_iterable(permutations(group, 2) for group in by_article.values()))
