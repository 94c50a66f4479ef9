"""Tell which of several people with one name, or one office, is meant: one rule for questions, commands and pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from qa.answering.ending.draft import Draft
from qa.answering.spans.retrieval import narrowed
from qa.answering.topics.words_on_topic import with_words
from qa.answers import Outcome, QuestionKind, Understanding
from qa.archive.protocol import View
from qa.datatypes import Scope
from qa.language.lexicon.function_words import DETERMINERS
from qa.language.lexicon.offices import ALLIES
from qa.language.lexicon.titles import COURTESY
from qa.language.patterns import regex
from qa.speakers.callings import gender_of_title
from qa.speakers.dominance import dominant
from qa.speakers.linking import gender_of_speaker, match_speaker
from qa.speakers.names import PersonName, fold, folded_words, parse_person
from qa.understanding.bearers import MOST_BEARERS, MOST_OF_A_KIND, find_bearers
from qa.understanding.described import AskedFor, asked_for, heads_of
from qa.understanding.words import has_case

_WORD = regex(r"[^\W\d_][\w-]*")
_OF_TEAMS = frozenset("coach manager trainer".split())


def of_one(view: View, understood: Understanding, scope: Scope) -> Understanding:
    """Take the namesake who is meant by a question, where the records tell; the others are kept, to be offered."""
    if understood.kind is not QuestionKind.SAID:
        return understood
    if not understood.ambiguous:
        there = _holder_there(view, understood, narrowed(scope, understood))
        bounds = narrowed(scope, understood)
        return there or _in_full(view, understood, bounds) or _of_another_bearer(view, understood, bounds)
    name = _meant(view, understood, narrowed(scope, understood))
    if name is None:
        return understood
    others = tuple(each for each in understood.ambiguous if each != name)
    return replace(understood, speaker=name, ambiguous=(), instead_of=others)


def of_whole_name(understood: Understanding, typed: str) -> Understanding:
    """Take the one of several who is called just so: Ned has no fuller name to be asked for by, beside Ned Hale."""
    if typed not in understood.ambiguous:
        return understood
    others = tuple(each for each in understood.ambiguous if each != typed)
    return replace(understood, speaker=typed, speaker_known=True, ambiguous=(), instead_of=others)


def put_to(who: str, understood: Understanding) -> Understanding:
    """Return a question for somebody else's words, written so where a name that nobody typed stands in it.

    "And the port director?" was written as a question for Ada Quill's words.
    """
    name = understood.speaker
    written = name if name and name not in understood.question else who
    return replace(understood, speaker=who, standalone=understood.standalone.replace(written, who, 1))


def of_nobody_named(draft: Draft) -> Draft:
    """Offer nobody of those who bear what was typed where the words are of people whom an article calls so alone.

    "The doctors said so" is what doctors said, and nothing of the one doctor whom another article names.
    """
    understood = draft.understood
    speakers = {quote.speaker for quote in draft.quotes}
    if draft.outcome is not Outcome.ANSWERED or not speakers or not understood.bearers:
        return draft
    if draft.quotes[0].attribution is None or not speakers.isdisjoint(understood.bearers):
        return draft
    anybody = replace(understood, bearers=(), described=None, speaker_is_role=True, speaker_known=False)
    return replace(draft, understood=anybody)


def _holder_there(view: View, understood: Understanding, scope: Scope) -> Understanding | None:
    """Take the only one whom the articles asked call by an office: "and the mayor?" is Mayor Quill of these.

    Her words there are credited to her, and not to "the mayor", as her adviser's may be.
    """
    asked = asked_for(understood.speaker or "") if scope.articles and understood.speaker_is_role else None
    if asked is None or asked.several:
        return None
    found = find_bearers(asked, lambda heads, _: view.bearers(heads, scope), scope)
    if len(found) != 1 or not found[0].speaks:
        return None
    if found[0].once:  # a former mayor alone is there, who is perhaps not meant
        return replace(understood, loosely_described=True)
    held = understood.speaker
    return replace(
        understood,
        speaker=found[0].name,
        speaker_known=True,
        speaker_is_role=False,
        described=held,
        # A lawyer whom an article names is somebody's, and perhaps not his; a coach is the team's.
        loosely_described=asked.words <= ALLIES - _OF_TEAMS,
        bearers=(),
    )


def _in_full(view: View, understood: Understanding, scope: Scope) -> Understanding | None:
    """Take who is named in full where "Mr Hale" was typed, and the Mr Hale of other articles has no words on the topic.

    Articles have "Mr Hale" for Guy Hale as well, and a Mr Hale whom none names in full is quoted elsewhere.
    """
    name = understood.speaker or ""
    title, _, surname = name.partition(" ")
    if fold(title) not in COURTESY or parse_person(name).given or not understood.topic:
        return None
    sexes = (None, gender_of_title(fold(title)))
    alike = [view.speaker(each) for each in match_speaker(surname, view).ambiguous if each != name]
    others = [each.name for each in alike if each and gender_of_speaker(each) in sexes]
    having = with_words(view, [name, *others], understood, scope) if others else []
    if len(having) != 1 or having[0] == name:
        return None
    return replace(
        put_to(having[0], understood), instead_of=(name, *(each for each in others if each != having[0]))
    )


def _of_another_bearer(view: View, understood: Understanding, scope: Scope) -> Understanding:
    """Take others who bear the office that was typed where only they have words on the topic.

    In most articles of ten years the port director is Ada Quill; what he says of the new pier is Tom Brandt's. And of
    bail "the judge" who speaks may be one whom his article calls a district judge.
    """
    name, asked = understood.speaker, asked_for(understood.described or "")
    known = understood.bearers or ((name,) if understood.speaker_known and name else ())
    if asked is None or not known or not understood.topic:
        return understood
    several = replace(asked, several=True)
    alike = [
        one.name
        for one in find_bearers(several, view.bearers, scope)[:MOST_BEARERS]
        if one.speaks and not one.once
    ]
    others = () if understood.bearers else [each for each in alike if each != name]
    having = with_words(view, [*known, *others], understood, scope) if others or len(asked.words) == 1 else []
    if not having and len(asked.words) == 1:
        more = [each for each in _every_bearer(view, asked, scope) if each not in (*known, *others)]
        having = with_words(view, more, understood, scope)[:MOST_BEARERS]
    if understood.bearers and not set(having).isdisjoint(known):
        return understood
    if len(having) == 1 and having[0] != name:
        instead = () if understood.bearers else known
        meant = replace(understood, speaker_known=True, speaker_is_role=False, bearers=(), instead_of=instead)
        return put_to(having[0], meant)
    if len(having) > 1 and set(having).isdisjoint((*known, *others)):
        plain = understood.described
        return replace(
            understood, speaker=plain, speaker_known=False, speaker_is_role=True, bearers=tuple(having)
        )
    return understood


def _every_bearer(view: View, asked: AskedFor, scope: Scope) -> tuple[str, ...]:
    """Return all who speak and are called so now, with other words beside it or without: "a district judge"."""
    found = Counter[str]()
    for each in view.bearers(heads_of(asked.head), scope):
        if each.speaker and asked.tier(each.kind, each.what, each.of, former=each.former) in (0, 1):
            found[each.speaker] += each.articles
    return tuple(name for name, _ in found.most_common(MOST_OF_A_KIND))


def _meant(view: View, understood: Understanding, scope: Scope) -> str | None:
    """Return the only one who has words on the topic; else who speaks far more often than the others.

    The others are those who have words on it, or all where nobody has. None where two are plausible. Who is named in
    the topic is none of them: "What did Quill say about Ivo?" asks for Ada Quill's words.
    """
    names: Sequence[str] = understood.ambiguous
    if understood.topic:
        names = _not_talked_of(names, understood.topic) or names
        having = with_words(view, names, understood, scope)
        if len(having) == 1:
            return having[0]
        names = having or names
    if scope.articles:  # of two Hales, whoever speaks in the articles that were shown
        there = with_words(view, names, replace(understood, topic=None), scope)
        return there[0] if len(there) == 1 else None
    return dominant(names, view)


def _not_talked_of(names: Sequence[str], topic: str) -> list[str]:
    """Return those of some people of one surname whom a topic does not name by their given name.

    "Leaving Ivo at school" tells of Ivo Quill, and neither "the Ivo prize" nor "Ivo Brandt" does. In small letters,
    where "the bill" is no Bill, the topic must be the name alone.
    """
    cased = has_case(f"on {topic}")
    return [name for name in names if not _names_them(topic, parse_person(name), cased=cased)]


def _names_them(topic: str, name: PersonName, *, cased: bool) -> bool:
    if not name.given or not name.surname:
        return False
    if not cased:
        return folded_words(topic) in ([name.given[0]], [name.given[0], *name.surname])
    words = _WORD.findall(topic)
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        if fold(word) == name.given[0] and word[0].isupper() and before.casefold() not in DETERMINERS:
            return not after[:1].isupper() or folded_words(after) == [*name.surname[:1]]
    return False
