"""Resolve whole questions that name their speaker only by a pronoun: "what did he say about it?"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, asks_for_more
from qa.conversation.earlier.question_text import told
from qa.conversation.pronouns.asked_by_role import asked_or_told_of
from qa.conversation.pronouns.not_meant import asks_of_its_subject, is_beside, others_meant
from qa.conversation.pronouns.people_in_answers import who_answered
from qa.conversation.pronouns.pronouns import (
    antecedents,
    one_in_topic,
    pronoun_in,
    put_in,
    stands_for_somebody,
)
from qa.conversation.questions.asked_topics import ASKING, PEOPLE_PRONOUNS, points_back
from qa.conversation.questions.same_topics import same_topic, whom, with_about
from qa.conversation.questions.topic_by_pronoun import on_what_it_does, with_hearer
from qa.conversation.topics.last_topics import last_topic, people_in
from qa.conversation.topics.pronoun_it import it_means
from qa.language.lexicon.follow_up_words import HE, ONE_LEAD, REACTS, SHE, THEY
from qa.language.lexicon.question_words import PRONOUNS
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.words import bare


def with_speaker(question: str, past: Past, read: Understand, speakers: KnownSpeakers) -> Followed | None:
    """Fill in the speaker of a question that names one only by a pronoun; None for any other question."""
    probe = put_in(question, "Aaron Abel")
    if probe is None:
        return None
    probed, names = read(probe), _who_may_be_meant(question, past, speakers)
    asks = probed.speaker == "Aaron Abel" or _asks_one_known(question, names, read)
    if not asks and not _asks_only_who_speaks(question, names, read):
        return None
    if len(names) > 1 and (pronoun := stands_for_somebody(question)):
        return _of_several(replace(probed, question=question, standalone=question), pronoun, names, past)
    if len(names) != 1:
        nobody = Followed(read(question), unresolved=True)
        return _of_those_talked_of(question, past, read, nobody) or nobody
    name = names[0]
    understood = with_hearer(_put_to(name, question, probed, read, speakers), past, speakers)
    topic = _topic_of(question, understood, name, past, speakers)
    followed = _on_topic(question, understood, topic, past)
    if (on_thing := on_what_it_does(followed, past)) is not None:
        return on_thing
    if followed.otherwise is None and past.answering and _THE_HOLDER.fullmatch(name):
        # "Who is the president?" was answered by an article: another's president is somebody else.
        return replace(followed, near=past.answering, otherwise=replace(followed, doubtful=True, wider=True))
    if followed.otherwise is None and topic.what and not topic.carried and not asks_for_more(question):
        other = _of_whom_was_spoken(question, name, past, read, speakers)
        other = other or _of_whom_was_meant(question, name, past, read, speakers)
        return replace(followed, otherwise=other)
    return followed


_WANTS_WORDS = regex(r"\b(?:quot(?:e|es|ing|ations?)|words|comments|remarks)\b(?!\s+to\b)", re.IGNORECASE)
_ASKS_WHAT = regex(rf"\s*{ONE_LEAD}(?:how|what|which)\s", re.IGNORECASE)


def _asks_one_known(question: str, names: tuple[str, ...], read: Understand) -> bool:
    """Return whether a question asks for words only of whom the archive knows: "how does she think it will hold?".

    So does "quote her on tolls", of which nothing but the name says who is to be quoted.
    """
    if len(names) != 1 or not (_ASKS_WHAT.match(question) or _WANTS_WORDS.search(question)):
        return False
    asked = read(put_in(question, names[0]) or question)
    said = asked.kind is QuestionKind.SAID and asked.speaker == names[0]
    return said and asked.topic is not None and bare(asked.topic) not in PRONOUNS


def _who_may_be_meant(question: str, past: Past, speakers: KnownSpeakers) -> tuple[str, ...]:
    """Return whom the pronoun may mean.

    "What did he say?", after Brandt's words and "who took over from him?": whoever did is talked of now. "What else did
    he say?" is asked of whose words were shown, whoever was asked for since: "who owns the mill?".
    """
    pronoun = stands_for_somebody(question)
    if asks_for_more(question):
        voiced = tuple(each for each in past.known if each[1].kind is not QuestionKind.CONTENT)
        return others_meant(question, replace(past, known=voiced), speakers) or others_meant(
            question, past, speakers
        )
    names = others_meant(question, past, speakers)
    if len(names) == 1 and asks_of_its_subject(names[0], past.last):
        return names
    newest = who_answered(pronoun and pronoun.lower(), past, speakers)
    newest = tuple(name for name in newest if not is_beside(name, question))
    if not (names or newest) and (of_them := asked_or_told_of(question, past.last, speakers)):
        return (of_them,)  # "did he say more?", after the mayor was asked for and not found
    return newest if len(newest) == 1 else names or newest


def _of_several(asked: Understanding, pronoun: str, names: tuple[str, ...], past: Past) -> Followed:
    """Leave open which of several people is meant, but not what "it" is."""
    several = replace(asked, speaker=pronoun, ambiguous=names)
    pointing = bare(several.topic or "")
    if pointing in PRONOUNS and pointing not in HE | SHE:
        # "What did he say about it?", after "who won the race?": about the race, whoever of two has won it.
        on_it = last_topic(past, thing=pointing not in PEOPLE_PRONOUNS)
        several = replace(several, topic=on_it or several.topic, carried=("topic",) if on_it else ())
    return Followed(several)


def _put_to(
    name: str, question: str, probed: Understanding, read: Understand, speakers: KnownSpeakers
) -> Understanding:
    """Return the question with a name in the pronoun's place, for that name's words however the name is read."""
    replaced = put_in(question, name) or question
    understood = read(replaced)
    if understood.kind is QuestionKind.CONTENT:
        match = match_speaker(name, speakers)
        known = match.name is not None
        understood = replace(probed, speaker=match.name or name, speaker_known=known)
    return replace(understood, question=question, standalone=replaced)


class _Topic(NamedTuple):
    what: str | None
    carried: bool = False
    """It is what was talked of before."""
    reaction: bool = False
    """A reaction to it is asked for, which is nothing that somebody says of anything else: "did she comment?"."""


def _topic_of(
    question: str, understood: Understanding, name: str, past: Past, speakers: KnownSpeakers
) -> _Topic:
    """Return what a question for somebody's words is on: what it names, or what was talked of before."""
    topic = _topic_asked(question, understood, name, past, speakers)
    if topic.what and topic.carried and name in (topic.what, *whom(topic.what, speakers)):
        # "Did he deny it?", after words on Brandt, asks nothing of Brandt on Brandt; "does he agree?" asks of hers.
        other = past.last.speaker if past.last and understood.cue in (None, "say") else None
        return topic._replace(what=other if other != name else None)
    return topic


_CLAUSE = regex(r"(?:who|what|why|when|where|how|which|whether|if)\s", re.IGNORECASE)


def _with_it(topic: str, past: Past) -> str:
    """Return a clause that somebody's words are on with what "it" is: "who ordered it", after her words on spying."""
    thing = last_topic(past, thing=True) if _CLAUSE.match(topic) and past.quoting else None
    return (it_means(topic, thing) if thing else None) or topic


def _topic_asked(
    question: str, understood: Understanding, name: str, past: Past, speakers: KnownSpeakers
) -> _Topic:
    if understood.topic is not None:
        pronoun = bare(understood.topic)
        if pronoun not in PRONOUNS | ASKING and not points_back(understood.topic):
            return _Topic(_with_it(understood.topic, past))
        return _Topic(_pointed_at(pronoun, name, past, speakers), carried=True)
    if asks_for_more(question):
        return _Topic(None)
    dated = understood.since or understood.until
    if past.last is not None and (_continues(question) or dated or _was_asked_whether(name, past)):
        return _Topic(past.last.topic, carried=True)
    if understood.cue in REACTS:
        return _Topic(same_topic(understood, past, speakers), carried=True, reaction=True)
    return _Topic(None)


def _on_topic(question: str, understood: Understanding, topic: _Topic, past: Past) -> Followed:
    """Ask for somebody's words on a topic; where they have none, a reaction is any words of theirs."""
    more, plain = asks_for_more(question), replace(understood, carried=("speaker",))
    carried = ("speaker", "topic") if topic.carried else ("speaker",)
    asked = replace(understood, topic=topic.what, carried=carried)
    if topic.what and understood.topic and not topic.carried:
        asked = replace(asked, standalone=asked.standalone.replace(understood.topic, topic.what, 1))
    if topic.what and topic.carried:
        about = with_about(asked.standalone, topic.what) if topic.reaction else told(asked, more=more)
        asked = replace(asked, standalone=about)
    followed = Followed(asked, past.shown if more else frozenset())
    # Words on anything else are no response to somebody.
    to_somebody = topic.what is None or topic.what == (past.last and past.last.speaker)
    if not topic.reaction or to_somebody:
        return followed
    return replace(followed, otherwise=Followed(plain, wider=True))


def _of_those_talked_of(question: str, past: Past, read: Understand, nobody: Followed) -> Followed | None:
    """Ask for the words of several people whom the last question was about, in the articles shown: the unions."""
    pronoun = stands_for_somebody(question)
    people = people_in(past.last) if past.last and past.answering else None
    if pronoun is None or pronoun.lower() not in THEY or people is None:
        return None
    asked = put_in(question, people) or question
    understood = replace(read(asked), question=question, standalone=asked, carried=("speaker",))
    if understood.kind is not QuestionKind.SAID or not understood.speaker_is_role or understood.ambiguous:
        return None
    return Followed(understood, near=past.answering, otherwise=nobody)


def _of_whom_was_spoken(
    question: str, name: str, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Return the question for the words of whom the speaker spoke of, where "he" may mean them as well.

    After "What did Brandt say about Tom Hale?", "what did he say about the mill in 2015?" may be asked of Hale, where
    Brandt has said nothing of it.
    """
    pronoun, last = pronoun_in(question), past.last
    if pronoun is None or last is None or last.speaker != name or not past.quoting:
        return None
    other = one_in_topic(pronoun, name, last, speakers)
    asked = read(put_in(question, other) or question) if other else None
    if asked is None or asked.speaker != other:
        return None
    return Followed(replace(asked, question=question, carried=("speaker",)), doubtful=True, wider=True)


def _of_whom_was_meant(
    question: str, name: str, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Return the question for the words of whom "he" meant before somebody was heard whom nobody had asked for.

    After "how old was Tom Brandt?", "and the council?" and Ivo Hale's words for it, "what did he call his illness?" may
    be asked of Brandt, where Hale has said nothing of it.
    """
    surname = bare(name.rsplit(maxsplit=1)[-1])
    asked_for = {bare(word) for _, each in past.known for word in f"{each.standalone} {each.speaker}".split()}
    if surname in asked_for or not past.quoting:
        return None
    before = others_meant(question, replace(past, known=past.known[:-1]), speakers)
    other = before[0] if len(before) == 1 and before[0] != name else None
    asked = read(put_in(question, other) or question) if other else None
    if asked is None or asked.kind is not QuestionKind.SAID or asked.speaker != other:
        return None
    return Followed(replace(asked, question=question, carried=("speaker",)), wider=True)


_DID = regex(rf"\s*{ONE_LEAD}(?:did|has|have)\s", re.IGNORECASE)


def _asks_only_who_speaks(question: str, names: tuple[str, ...], read: Understand) -> bool:
    """Return whether a question is for words of whoever is meant, though only of a name that speaks here it says so.

    "Did Quill apologise?" asks for her words, where she speaks, and "did Aaron Abel apologise?" for what happened.
    """
    if len(names) != 1 or not _DID.match(question) or not stands_for_somebody(question):
        return False
    asked = read(put_in(question, names[0]) or question)
    said = asked.kind is QuestionKind.SAID and asked.speaker == names[0]
    return said and asked.speaker_known and not asked.speaker_is_role


_THE_HOLDER = regex(r"the\s+\w[\w’'-]*(?:\s+(?!of\b|for\b)\w[\w’'-]*){0,2}", re.IGNORECASE)


def _pointed_at(pronoun: str, speaker: str, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return what or whom a pronoun means as the topic of a speaker: "her" of "what did he say about her?"."""
    if pronoun in HE | SHE:
        others = [each for each in antecedents(pronoun, past.known, speakers) if each != speaker]
        if len(others) == 1:
            return others[0]
        # "Did he back him?", after Quill's words on Brandt and then on gold: Brandt.
        spoken_of = (one_in_topic(pronoun, speaker, each, speakers) for _, each in reversed(past.known))
        if name := next(filter(None, spoken_of), None):
            return name
    return last_topic(past, thing=pronoun not in PEOPLE_PRONOUNS)


def _was_asked_whether(name: str, past: Past) -> bool:
    """Return whether the last question was if somebody commented: then "what did he say?" is on the same topic."""
    last = past.last
    return last is not None and last.speaker == name and last.cue in REACTS


def _continues(question: str) -> bool:
    """Return whether a question points at what was said before: "why did she say that?", "did he?"."""
    return bool(re.search(r"\b(?:that|this|so|it)\b", question, re.IGNORECASE)) or bool(
        re.match(r"\s*(?:and|but|so)\b", question, re.IGNORECASE)
    )
