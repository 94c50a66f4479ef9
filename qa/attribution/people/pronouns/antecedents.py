"""Resolve "he" and "she": every pronoun of an article outside quotations, from left to right."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Container
from itertools import accumulate

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People
from qa.attribution.people.pronouns import disjoint_names
from qa.attribution.people.pronouns.name_positions import (
    agrees,
    is_doer,
    is_governed,
    is_in_opening,
    is_modifier,
    is_source,
    is_topic,
    is_within_name,
    leads_to_words,
    owns,
)
from qa.attribution.people.pronouns.nameless import Nameless, Unnamed, gender_of_noun
from qa.attribution.people.pronouns.newcomers import GOES_ON, Newcomers
from qa.attribution.people.pronouns.read_mentions import PRONOUN, Antecedent, ReadMention, gender_of_pronoun
from qa.attribution.people.pronouns.weights import WEIGHTS
from qa.attribution.people.roles.role_phrases import RolePhrase, role_phrases
from qa.language.lexicon.first_names import Gender
from qa.language.patterns import regex

_AFTER_QUOTE = regex(r"(?:[”\"’]|'')[,.]?\s*(?:(?:But|And|Then|Still),?\s*)?$")
_QUOTATION_MARKS = "“\"‘'"
_SUBJECT = regex(r"[Ss]?[Hh]e\b")
SENTENCES_BACK = 8
_NEAR = 4
"""Sentences back up to which those within a quotation count as well."""
EVENTS_BACK = 40
"""How far back an antecedent is looked for; bounds, so that no article takes more than linear time."""
NO_RIVAL = 9.0
"""The margin where nobody else could be meant."""


def find_antecedents(
    layout: Layout,
    people: People,
    speaking: Container[int],
    wanted: Container[int],
    unnamed: Container[int] = (),
) -> dict[int, Antecedent]:
    """Resolve the pronouns of an article, by their offsets.

    Args:
        layout: The article's sentences and quotations.
        people: Who is named in it.
        speaking: Offsets of names that are known to be the speaker of something.
        wanted: Offsets of pronouns that are the speaker of something.
        unnamed: Offsets of words for somebody without a name who is the speaker of something.
    """
    return _Reader(layout, people, speaking, wanted, unnamed).read()


class _Reader:
    def __init__(
        self,
        layout: Layout,
        people: People,
        speaking: Container[int],
        wanted: Container[int],
        unnamed: Container[int],
    ) -> None:
        self.layout, self.people, self.speaking, self.wanted = layout, people, speaking, wanted
        self.unnamed = unnamed
        self.roles = role_phrases(layout, people)
        self.newcomers = Newcomers(layout, people, self.roles)
        self.nameless = Nameless(layout, people, self.roles)
        self.events: deque[ReadMention] = deque(maxlen=EVENTS_BACK)
        self.paragraph_starts = [paragraph.start for paragraph in layout.paragraphs]
        # A long quotation takes nobody further away: "“I waited. ... They laughed,” she added".
        self.told = list(accumulate(int(not layout.is_quoted_whole(each)) for each in layout.sentences))
        self.opened: tuple[int, str] = (-1, "")
        """A sentence, and the genders of which it has a subject already."""

    def read(self) -> dict[int, Antecedent]:
        text, found = self.layout.text, {}
        steps: list[tuple[int, int, str]] = [(m.start, i, "") for i, m in enumerate(self.people.mentions)]
        steps += [(phrase.start, i, "the") for i, phrase in enumerate(self.roles)]
        spoken = ((i, one) for i, one in enumerate(self.nameless.found) if one.start in self.unnamed)
        steps += [(one.start, i, "a") for i, one in spoken]
        steps += [(match.start(), -1, match[0]) for match in PRONOUN.finditer(text)]
        steps.sort()
        named = -1
        for start, index, word in steps:
            sentence = self.layout.sentence_at(start)
            if word == "the":
                self._read_role(self.roles[index], sentence)
            elif word == "a":
                self._read_unnamed(self.nameless.found[index], sentence)
            elif index >= 0:
                named = index
                self._read_name(index, sentence)
            if index >= 0:
                continue
            if start not in self.wanted and disjoint_names.is_asked_first(self.layout, start):
                continue
            gender = gender_of_pronoun(word)
            if own := disjoint_names.thinker(self.layout, self.people, self.wanted, start, gender):
                found[start] = Antecedent(own, NO_RIVAL)
                self._push(start, own, WEIGHTS.pronoun, self._first_of(sentence, gender), True, gender)
                continue
            told = disjoint_names.told_of(self.layout, self.people, self.wanted, named, start)
            speaks = start in self.wanted and _SUBJECT.match(text, start) is not None
            after = disjoint_names.named_after(self.layout, self.people, start) if speaks else ()
            antecedent = self._choose(gender, sentence, start, told + after)
            if told and antecedent.back > _NEAR:
                antecedent = Antecedent((), 0.0)  # nobody else was talked of: "Li owns a house, he says"
            reported = disjoint_names.named_in_report(self.layout, self.people, start) if speaks else ()
            if antecedent.people and set(antecedent.people) <= set(reported):
                antecedent = self._choose(gender, sentence, start, told + after + reported)
                if antecedent.back > 1:
                    antecedent = Antecedent((), 0.0)  # nobody near: "He said Brandt owns a house"
            later = disjoint_names.named_next(self.layout, self.people, start, gender) if speaks else ()
            if later and set(later).isdisjoint(antecedent.people):
                antecedent = Antecedent((), 0.0)
            own = antecedent.people
            if own and (newcomer := self.newcomers.between(own, self._opening(start), start)) is not None:
                antecedent = Antecedent(newcomer, 0.0)
            unnamed = antecedent.unnamed
            if antecedent.people and (one := self._nobody_named(antecedent.people, gender, start)):
                antecedent, unnamed = Antecedent((), 0.0), one
            found[start] = antecedent
            if speaks and not (own or unnamed or told):
                unnamed = disjoint_names.somebody(start, word)
            if (antecedent.people or unnamed) and not self.layout.is_quoted(start):
                first_of = self._first_of(sentence, gender) if word.lower() in ("he", "she") else ""
                weight = WEIGHTS.nobody if unnamed else WEIGHTS.pronoun
                self._push(start, antecedent.people, weight, first_of, start in self.wanted, gender, unnamed)
        return found

    def _nobody_named(self, own: tuple[int, ...], gender: Gender, start: int) -> Unnamed | None:
        opening = self._opening(start)
        if opening and self.layout.text[opening] in _QUOTATION_MARKS:
            # "“And cold,” she added" goes on from the paragraph before.
            opening = self._opening(opening - 1)
        if (one := self.nameless.meant(own, gender, opening, start)) is not None or not opening:
            return one
        # "The man got in by a window." and, in a paragraph of its own, "On the film, he says so."
        before = self._opening(opening - 1)
        if any(not set(own).isdisjoint(mention.people) for mention in self.people.within(before, start)):
            return None
        one = self.nameless.meant(own, gender, before, start)
        return one if one is not None and gender_of_noun(one.noun) == gender else None

    def _opening(self, start: int) -> int:
        return self.paragraph_starts[max(0, bisect_left(self.paragraph_starts, start + 1) - 1)]

    def _read_name(self, index: int, sentence: int) -> None:
        mention = self.people.mentions[index]
        text, weight, first_of = self.layout.text, 0.0, ""
        if is_within_name(text, mention.start, mention.end):
            return
        speaks = mention.start in self.speaking or agrees(text, mention.end) or is_source(text, mention)
        if not mention.quoted:
            genders = {self.people.persons[i].gender for i in mention.people}
            joined = self._owns_next(index) or self._is_in_opening(index, sentence)
            if joined or is_modifier(text, mention.end):
                weight -= WEIGHTS.modifier
            elif not speaks and not mention.possessive and is_doer(text, mention.start, mention.end):
                weight += WEIGHTS.doer
            elif (
                not speaks
                and is_governed(text, mention.start, mention.end)
                and not is_topic(text, mention.start)
            ):
                weight -= WEIGHTS.after_preposition + (WEIGHTS.possessive if mention.possessive else 0)
            else:
                first_of = self._first_of(sentence, genders.pop() if len(genders) == 1 else None)
                if mention.possessive:
                    weight -= WEIGHTS.possessive_first if first_of else WEIGHTS.possessive
        if not self.people.persons[mention.people[0]].certain:
            weight -= WEIGHTS.uncertain
        speaks = speaks or ("!" in first_of and leads_to_words(text, mention.end))
        self._push(mention.start, mention.people, weight, first_of, speaks)

    def _read_role(self, phrase: RolePhrase, sentence: int) -> None:
        text, weight, first_of = self.layout.text, 0.0, ""
        speaks = phrase.start in self.speaking
        if not self.layout.is_quoted(phrase.start):
            if not speaks and is_governed(text, phrase.start, phrase.end):
                weight -= WEIGHTS.after_preposition
            else:
                first_of = self._first_of(sentence, self.people.persons[phrase.person].gender)
        self._push(phrase.start, (phrase.person,), weight, first_of, speaks)

    def _read_unnamed(self, one: Unnamed, sentence: int) -> None:
        """Read "His brother said it leaks": who is meant by the next "he" may be the brother."""
        if one.start in self.nameless.bearers or self.nameless.asks(one):
            return
        gender = gender_of_noun(one.noun)
        self._push(one.start, (), WEIGHTS.nobody, self._first_of(sentence, gender), True, gender, one)

    def _is_in_opening(self, index: int, sentence: int) -> bool:
        """Tell whether a name says more about what a sentence opens with: "On its host, Mr. Vane, Mr. Quill said"."""
        mentions, begin = self.people.mentions, self.layout.sentences[sentence][0]
        own, following = mentions[index], [one.start for one in mentions[index + 1 : index + 4]]
        near, roles = own.start - begin < disjoint_names.TOLD_BEFORE, (one.start for one in self.roles)
        return near and is_in_opening(self.layout.text, begin, (own.start, own.end), following, roles)

    def _owns_next(self, index: int) -> bool:
        """Tell whether the next name heads the noun phrase: "Holt's colleague Matt Lauer"."""
        mentions = self.people.mentions
        if not mentions[index].possessive or index + 1 >= len(mentions):
            return False
        return owns(self.layout.text, mentions[index].end, mentions[index + 1].start)

    def _first_of(self, sentence: int, gender: Gender | None) -> str:
        taken = self.opened[1] if self.opened[0] == sentence else ""
        own = gender or "mf"
        self.opened = (sentence, taken + own)
        return "".join(g for g in own if g not in taken) + ("!" if not taken else "")

    def _push(
        self,
        start: int,
        people: tuple[int, ...],
        weight: float,
        first_of: str,
        speaks: bool,
        gender: Gender | None = None,
        unnamed: Unnamed | None = None,
    ) -> None:
        at = bisect_left(self.paragraph_starts, start + 1)
        quoted, here = self.layout.is_quoted(start), self.layout.sentence_at(start)
        self.events.append(ReadMention(here, at, people, weight, speaks, quoted, first_of, gender, unnamed))

    def _in_quotation(self, sentence: int, paragraph: int) -> frozenset[int]:
        """Return whom a quotation names that ends right before a pronoun: few speak of themselves by name."""
        near = (e for e in self.events if e.quoted and e.paragraph == paragraph and sentence - e.sentence < 2)
        return frozenset(i for event in near for i in event.people)

    def _choose(self, gender: Gender, sentence: int, start: int, other_than: tuple[int, ...]) -> Antecedent:
        best: dict[tuple[int, ...], tuple[float, int]] = {}
        unnamed: Unnamed | None = None
        paragraph = bisect_left(self.paragraph_starts, start + 1)
        after_quote = _AFTER_QUOTE.search(self.layout.text, max(0, start - 12), start) is not None
        goes_on = start in self.wanted and GOES_ON.match(self.layout.text, start) is not None
        speaker = WEIGHTS.speaker_after_quote if after_quote or goes_on else WEIGHTS.speaker
        quoted = WEIGHTS.quoted_after_quote if after_quote else WEIGHTS.quoted
        speaks = start in self.wanted and _SUBJECT.match(self.layout.text, start) is not None
        told_of = self._in_quotation(sentence, paragraph) if after_quote else frozenset()
        of_other = disjoint_names.of_other_gender(self.events, sentence, gender)
        for event in reversed(self.events):
            back = sentence - event.sentence
            if after_quote and back > _NEAR:
                back = max(_NEAR, self.told[sentence] - self.told[event.sentence])
            if back > SENTENCES_BACK:
                break
            fitting = tuple(
                i
                for i in event.people
                if i not in of_other and self.people.persons[i].gender in (None, gender)
            )
            nobody = event.unnamed is not None and event.gender in (None, gender)
            if not nobody and (not fitting or set(fitting) <= set(other_than)):
                continue
            score = event.weight - back - WEIGHTS.paragraph * min(3, paragraph - event.paragraph)
            subject = WEIGHTS.subject if "!" in event.first_of else 0.0
            if not subject and gender in event.first_of:
                subject = WEIGHTS.subject_of_gender
            score += max(subject, speaker if event.speaks else 0.0)
            if event.quoted:
                score -= quoted
            elif fitting and told_of.issuperset(fitting):
                score -= WEIGHTS.named_in_quotation
            if event.unnamed is not None and not (
                speaks and event.speaks and self.nameless.is_introduced(event.unnamed)
            ):
                score -= WEIGHTS.not_introduced
            if not nobody and self.people.persons[fitting[0]].gender is None:
                score -= WEIGHTS.unknown_gender
            if score > best.get(fitting, (-1e9, 0))[0]:
                best[fitting] = score, back
                if nobody:
                    unnamed = event.unnamed
        if not best:
            return Antecedent((), 0.0)
        ranked = sorted(best.items(), key=lambda item: -item[1][0])
        people, (score, back) = ranked[0]
        if not people:
            return Antecedent((), 0.0, unnamed=unnamed)
        # "Clinton" of two Clintons and "Bill Clinton" are no rivals: the second says what the first may mean.
        others = [(p, s) for p, (s, _) in ranked[1:] if not set(p) & set(people)]
        margin = score - others[0][1] if others else NO_RIVAL
        if margin < WEIGHTS.least_margin:
            people = tuple(
                sorted({*people, *(i for p, s in others for i in p if score - s < WEIGHTS.least_margin)})
            )
        return Antecedent(people, margin, back, len(others))
