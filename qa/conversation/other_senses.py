"""Give a question another sense: what it asks where it has no answer as it stands, or is not in English."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from qa.answers import CorpusSummary, QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.question_text import told
from qa.conversation.rewording.paired_questions import asked_of_an_event
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.asked_topic import in_outlet
from qa.understanding.doers import asked_of_doers
from qa.understanding.in_its_time import in_articles_of_its_time, in_last_such_time
from qa.understanding.other_languages import whose_words
from qa.understanding.unnamed_sources import asked_of_its_kind, asked_of_what_tells


def with_other_senses(followed: Followed, read: Understand) -> Followed:
    """Return what a question asks that goes on from nothing, with what else it may ask."""
    followed = or_of_what_tells(or_of_doers(of_outlets(followed, read)))
    return or_at_any_time(in_its_outlet(followed), read)


def or_of_doers(followed: Followed) -> Followed:
    """Let a question for the words of critics be one for who criticised, where it has no answer as it stands."""
    doers = asked_of_doers(followed.understood)
    if doers is None or followed.otherwise is not None:
        return followed
    plain = replace(doers, standalone=told(doers))
    return replace(followed, otherwise=Followed(plain, exclude=followed.exclude, more=followed.more))


def or_of_what_tells(followed: Followed) -> Followed:
    """Let a question of what a report, sources or "the company" say be one for the words that are given so."""
    told_so = asked_of_what_tells(followed.understood) or asked_of_its_kind(followed.understood)
    if told_so is None or followed.otherwise is not None:
        return followed
    # Where articles call one person so, whom another calls so is perhaps somebody else.
    return replace(followed, otherwise=Followed(told_so, doubtful=followed.understood.described is not None))


def or_of_anybody(followed: Followed) -> Followed:
    """Let a question for people of a kind be one for anybody, as what may answer it, where nobody is called so.

    Of most who speak no article says that they are athletes, or voters.
    """
    asked = followed.understood
    if asked.kind is QuestionKind.WHO_SAID:
        return replace(followed, doubtful=True)
    if (
        asked.kind is not QuestionKind.SAID
        or not asked.topic
        or asked.of_all
        or followed.otherwise is not None
    ):
        return followed
    anybody = Understanding(
        QuestionKind.WHO_SAID, asked.question, f"Who talked about {asked.topic}?", topic=asked.topic
    )
    anybody = replace(anybody, since=asked.since, until=asked.until, source=asked.source)
    may_be_one = replace(followed, understood=anybody, doubtful=True)
    if asked.speaker_is_role and not asked.bearers:
        return may_be_one  # nobody by name is called so
    return replace(followed, otherwise=may_be_one)


def or_at_any_time(followed: Followed, read: Understand) -> Followed:
    """Let a question for what was said before or after an event be one for all of it, where that has no answer.

    Few say of their words that they are from before an election.
    """
    asked = followed.understood
    time = asked_of_an_event(asked.standalone) if followed.otherwise is None and asked.topic else None
    if time is None or asked.kind is QuestionKind.WHO_SAID:
        return followed
    plain, event = time
    at_any_time = replace(read(plain), question=asked.question)
    if not at_any_time.over_time:
        return followed
    later = Followed(at_any_time, exclude=followed.exclude, more=followed.more)
    return replace(followed, otherwise=Followed(at_any_time, sides=(later,), event=event))


def in_its_outlet(followed: Followed) -> Followed:
    """Let a question for what an outlet wrote be one for what there is there.

    What others quote of it comes first where they do, else last.
    """
    page = in_outlet(followed.understood)
    if page is None or (followed.understood.speaker_known and followed.otherwise is not None):
        return followed
    there = replace(followed, understood=page, otherwise=None)
    if followed.understood.speaker_known:
        return replace(followed, otherwise=there)
    return replace(there, otherwise=followed)


def of_outlets(followed: Followed, read: Understand) -> Followed:
    """Let a comparison of two outlets be one of what each has on it: "how do Post and Gazette differ on tolls?".

    As speakers they are only what others quote of them.
    """
    asked = followed.understood
    if not asked.others or not asked.speaker or not asked.topic:
        return followed
    pages = [read(f"articles from {name} on {asked.topic}") for name in (asked.speaker, *asked.others)]
    outlets = {page.source for page in pages if page.browses and page.source}
    if len(outlets) < len(pages):
        return followed
    return replace(followed, sides=tuple(Followed(page) for page in pages))


def of_its_time(followed: Followed, corpus: CorpusSummary, *, today: date) -> Followed:
    """Let a question of what happened at a time be one to the articles of then, where it has no answer as it stands.

    A month without a year is one of the archive's own time.
    """
    if not corpus.first_date or not corpus.last_date:
        return followed  # none of the articles is known to be of then
    try:
        last = date.fromisoformat(corpus.last_date[:10])
    except ValueError:
        return followed  # what is stored is no day, of which `qa verify` tells
    followed = replace(followed, understood=in_last_such_time(followed.understood, last, today=today))
    if followed.sides:
        sides = tuple(of_its_time(each, corpus, today=today) for each in followed.sides)
        followed = replace(followed, sides=sides)
    if followed.otherwise is not None:
        return replace(followed, otherwise=of_its_time(followed.otherwise, corpus, today=today))
    of_then = in_articles_of_its_time(followed.understood, today=today)
    if of_then is None or (of_then.until and of_then.until.isoformat() < corpus.first_date):
        return followed
    return replace(followed, otherwise=replace(followed, understood=of_then))


def in_english(question: str, read: Understand, speakers: KnownSpeakers) -> Followed | None:
    """Return what a question in another language asks of a known speaker: on its topic, or else on anything.

    Its topic may be a name, as in English, or a word that no article here has.
    """
    who, topic = whose_words(question) or (None, None)
    if who is None or not ((match := match_speaker(who, speakers)).name or match.ambiguous):
        return None
    plain = Followed(replace(read(f"What did {who} say?"), question=question))
    if topic is None:
        return plain
    on_topic = replace(read(f"What did {who} say about {topic}?"), question=question)
    return Followed(on_topic, otherwise=plain)
