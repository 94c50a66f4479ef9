"""Resolve whole questions that name their speaker only by a pronoun: "what did he say about it?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, asks_for_more
from qa.conversation.earlier.question_text import told
from qa.conversation.pronouns.people_in_answers import who_answered
from qa.conversation.pronouns.pronouns import (
    antecedents,
    one_in_topic,
    pronoun_in,
    put_in,
    stands_for_somebody,
)
from qa.conversation.questions.asked_topics import ASKING, PEOPLE_PRONOUNS
from qa.conversation.questions.same_topics import same_topic, whom, with_about
from qa.conversation.questions.topic_by_pronoun import with_hearer
from qa.conversation.topics.last_topics import last_topic, people_in
from qa.language.lexicon.follow_up_words import HE, REACTS, SHE, THEY
from qa.language.lexicon.question_words import PRONOUNS
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.words import bare


def speaker_is_pronoun(question: str, understood: Understanding, read: Understand) -> bool:
    """Return whether a question asks for somebody's words and only a pronoun says whose."""
    if understood.kind is not QuestionKind.CONTENT:
        return False
    replaced = put_in(question, "Aaron Abel")
    return replaced is not None and read(replaced).speaker == "Aaron Abel"


def with_speaker(question: str, past: Past, read: Understand, speakers: KnownSpeakers) -> Followed | None:
    """Fill in the speaker of a question that names one only by a pronoun; None for any other question."""
    probe = put_in(question, "Aaron Abel")
    if probe is None:
        return None
    pronoun = stands_for_somebody(question)
    names = antecedents(question, past.known, speakers)
    # "What did he say?", after Brandt's words and "who took over from him?": whoever did is talked of now.
    # "What else did he say?" is asked of whose words were shown.
    newest = () if asks_for_more(question) else who_answered(pronoun and pronoun.lower(), past, speakers)
    names = newest if len(newest) == 1 else names or newest
    if read(probe).speaker != "Aaron Abel" and not _asks_only_who_speaks(question, names, read):
        return None
    if len(names) > 1 and pronoun:
        several = replace(
            read(probe), question=question, standalone=question, speaker=pronoun, ambiguous=names
        )
        pointing = bare(several.topic or "")
        if pointing in PRONOUNS and pointing not in HE | SHE:
            # "What did he say about it?", after "who won the race?": about the race, whoever of two has won it.
            on_it = last_topic(past, thing=pointing not in PEOPLE_PRONOUNS)
            several = replace(several, topic=on_it or several.topic, carried=("topic",) if on_it else ())
        return Followed(several)
    if len(names) != 1:
        nobody = Followed(read(question), unresolved=True)
        return _of_those_talked_of(question, past, read, nobody) or nobody
    name = names[0]
    replaced = put_in(question, name) or question
    understood = replace(read(replaced), question=question)
    if understood.kind is QuestionKind.CONTENT:
        probed = read(probe)
        match = match_speaker(name, speakers)
        understood = replace(
            probed,
            question=question,
            speaker=match.name or name,
            speaker_known=match.name is not None,
            standalone=replaced,
        )
    to_whom = with_hearer(understood, past, speakers)
    replaced = to_whom.standalone if to_whom is not understood else replaced
    understood = to_whom
    more = asks_for_more(question)
    carried = ["speaker"]
    plain: Understanding | None = None
    topic = understood.topic
    if topic is not None and bare(topic) in PRONOUNS | ASKING:
        topic = _pointed_at(bare(topic), name, past, speakers)
        carried.append("topic")
    elif (
        topic is None
        and past.last is not None
        and not more
        and (_continues(question) or understood.since or understood.until or _was_asked_whether(name, past))
    ):
        topic = past.last.topic
        carried.append("topic")
    elif topic is None and not more and understood.cue in REACTS:
        plain = replace(understood, carried=("speaker",), standalone=replaced)
        topic = same_topic(understood, past, speakers)
        carried.append("topic")
    if topic and "topic" in carried and name in whom(topic, speakers):
        # "Did he deny it?", after words on Brandt, asks nothing of Brandt on Brandt; "does he agree?" asks of hers.
        other = past.last.speaker if past.last and understood.cue in (None, "say") else None
        topic = other if other != name else None
    understood = replace(understood, topic=topic, carried=tuple(carried), standalone=replaced)
    if topic and "topic" in carried:
        written = told(understood, more=more) if plain is None else with_about(replaced, topic)
        understood = replace(understood, standalone=written)
    # Words on anything else are no response to somebody.
    anything = None if plain is None or topic is None or topic == (past.last and past.last.speaker) else plain
    exclude = past.shown if more else frozenset()
    followed = Followed(understood, exclude, otherwise=Followed(anything, wider=True) if anything else None)
    if anything is None and past.answering and _THE_HOLDER.fullmatch(name):
        # "Who is the president?" was answered by an article: another's president is somebody else.
        return replace(followed, near=past.answering, otherwise=replace(followed, doubtful=True, wider=True))
    if followed.otherwise is None and understood.topic and "topic" not in carried and not more:
        return replace(followed, otherwise=_of_whom_was_spoken(question, name, past, read, speakers))
    return followed


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


_DID = regex(r"\s*(?:(?:and|but|so)\s+)?(?:did|has|have)\s", re.IGNORECASE)


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
