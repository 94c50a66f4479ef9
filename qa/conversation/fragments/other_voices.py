"""Ask for others' words on the same, or set two speakers beside each other: "who else?", "compare that to Brandt"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past, again, carrying, heard
from qa.conversation.fragments.fragment_acts import Fragment
from qa.conversation.topics.definite_things import thing_claimed
from qa.conversation.topics.last_topics import last_topic
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker

_WHO_DID = regex(r"\W*(?:(?:and|so|but|then)\s+)*who\s+(?:did|does|has)\b", re.IGNORECASE)
_COMMENTED = regex(r"\belse\s+(?:(?:has|have)\s+)?(?:comment|respond|react|speak|spoke|weigh)", re.IGNORECASE)
_THE = regex(r"(?:the|this|that|these|those)\s", re.IGNORECASE)
_TWO = 2


def of_others(question: str, fragment: Fragment, past: Past, last: Understanding) -> Followed | None:
    """Ask who else spoke on what was talked of: "who else?", "who disagreed?"."""
    if last.kind is QuestionKind.CONTENT and _WHO_DID.match(question):
        return None  # "was the bridge sold?", "who did?": sold it
    topic = last_topic(past)
    who = replace(
        again(question, last),
        kind=QuestionKind.WHO_SAID,
        speaker=None,
        speaker_known=True,
        speaker_is_role=False,
        ambiguous=(),
        others=(),
        over_time=False,
        of_all=None,
        topic=topic,
        # "Did anyone else comment?", after "who criticised the trams?", asks for any words on the trams.
        cue=None if _COMMENTED.search(question) else last.cue,
    )
    others = carrying(who, ("topic", "dates", "source"), more=True)
    # Others' words on the same may be for or against it: "who disagreed?" is not surely answered by them.
    found = Followed(others, past.shown, heard(past), doubtful=bool(fragment.text))
    if not fragment.text and (thing := thing_claimed(topic)):
        # "Did anyone else comment?", where nobody else says that the levee is unsafe: on the levee.
        on_thing = carrying(replace(who, topic=thing), ("topic", "dates", "source"), more=True)
        return replace(found, otherwise=replace(found, understood=on_thing))
    if not past.answering:
        return found
    # Whoever else speaks in the articles shown may speak of it in other words: "drips", of "infusions".
    there = replace(found, near=past.answering, doubtful=True)
    if not (fragment.text or _THE.match(topic or "")):
        return replace(found, otherwise=there)
    # Who disagreed with these words, or spoke of "the test", stands beside them, more likely than in any article on a
    # test.
    return replace(found, near=past.answering, otherwise=replace(found, wider=True, otherwise=there))


def beside_another(question: str, named: str, past: Past, speakers: KnownSpeakers) -> Followed | None:
    """Set who was asked last beside another: "compare that to Brandt"."""
    base = past.speaking
    other = match_speaker(named, speakers).name or named
    if base is None or base.speaker is None or other == base.speaker:
        return None
    both = replace(
        again(question, base), others=(other,), over_time=False, topic=base.topic or last_topic(past)
    )
    return Followed(carrying(both, ("speaker", "topic", "dates")))


def two_asked(past: Past) -> tuple[str, ...]:
    """Return the speakers who were asked for last or shown, the latest first; fewer than two where nobody else was."""
    base = past.speaking
    if base is None:
        return ()
    found: dict[str, None] = dict.fromkeys(base.ambiguous if len(base.ambiguous) == _TWO else ())
    for turn, understood in reversed(past.known):
        asked = (understood.speaker, *understood.others) if not understood.ambiguous else ()
        # Whose words were shown for "and the president?" is that president, or somebody who was not asked for.
        shown = turn.speakers if turn.answered and not understood.speaker_is_role else ()
        found.update(dict.fromkeys(name for name in (*asked, *shown) if name))
        if len(found) >= _TWO:
            break
    return tuple(found)


def both_asked(question: str, past: Past) -> Followed | None:
    """Set the two speakers beside each other who were asked for last, on what the latest was asked about."""
    base, names = past.speaking, two_asked(past)
    if base is None or len(names) < _TWO:
        return None
    topic = base.topic or last_topic(past)
    both = replace(
        again(question, base), speaker=names[1], speaker_known=True, others=(names[0],), described=None, bearers=(),
        instead_of=(), over_time=False, topic=topic,
    )  # fmt: skip
    return Followed(carrying(both, ("speaker", "topic", "dates")))
