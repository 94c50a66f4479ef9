"""Say what a first question asks in words that the rules know.

"Whose name comes up most with the dam" is "Who talks most about the dam?".
"""

from __future__ import annotations

from qa.understanding.learned.ask_reader import AskAct
from qa.understanding.learned.word_net import MarkKind, NetReading
from qa.understanding.learned.written_bounds import bounds_of, without_owning


def asked_in_known_words(reading: NetReading[AskAct]) -> str | None:
    """Return a question in words that the rules know, with all that is marked; None where there are none for it."""
    speakers = [without_owning(mark.text) for mark in reading.marks if mark.kind is MarkKind.SPEAKER]
    marked = {mark.kind: mark.text for mark in reversed(reading.marks)}
    speaker, topic = next(iter(speakers), None), marked.get(MarkKind.TOPIC)
    if reading.act is AskAct.TIMELINE and topic and speaker and speaker != marked[MarkKind.SPEAKER]:
        speakers, topic = [], f"{marked[MarkKind.SPEAKER]} {topic}"  # "a timeline of Quill's first year"
    bounds = bounds_of(marked.get(MarkKind.TIME), marked.get(MarkKind.OUTLET))
    if reading.act is AskAct.COMPARE and len(speakers) == 2:
        on = f" on {topic}" if topic else ""
        return f"Compare {speakers[0]} and {speakers[1]}{on}{bounds}"
    if speaker and len(speakers) == 1:
        return _of_somebody(reading.act, speaker, topic, bounds)
    if speakers:
        return None
    return _on_topic(reading.act, topic, bounds) if topic else _of_time(reading.act, bounds)


def _of_somebody(act: AskAct, speaker: str, topic: str | None, bounds: str) -> str | None:
    """Return what asks for the words or the articles of somebody, or for those who agree with them."""
    about = f" about {topic}{bounds}" if topic else bounds
    match act:
        case AskAct.COUNT_QUOTES if topic:
            return f"How often did {speaker} mention {topic}{bounds}?"
        case AskAct.FIRST if topic and not bounds:
            return f"When did {speaker} first speak of {topic}?"
        case AskAct.LATEST:
            return f"What did {speaker} say last{about}?"
        case AskAct.ARTICLES_BY:
            return f"articles by {speaker}{about}"
        case AskAct.TIMELINE if topic:
            return f"What has {speaker} said about {topic} over time{bounds}?"
        case AskAct.AGREES if not bounds:
            return f"Who agrees with {speaker}{f' on {topic}' if topic else ''}?"
        case AskAct.DISAGREES if not bounds:
            return f"Who disagrees with {speaker}{f' on {topic}' if topic else ''}?"
        case _:
            return None


def _on_topic(act: AskAct, topic: str, bounds: str) -> str | None:
    """Return what asks of a topic, and of nobody."""
    match act:
        case AskAct.WHO_SAID:
            return f"Who said something about {topic}{bounds}?"
        case AskAct.COUNT_QUOTES | AskAct.COUNT_ARTICLES:
            return f"How many articles mention {topic}{bounds}?"
        case AskAct.MOST:
            return f"Who talks most about {topic}{bounds}?"
        case AskAct.LATEST:
            return f"the latest on {topic}{bounds}"
        case AskAct.ARTICLES:
            return f"Which articles mention {topic}{bounds}?"
        case AskAct.TIMELINE:
            return f"timeline of {topic}{bounds}"
        case AskAct.EVERYTHING:
            return f"everything on {topic}{bounds}"
        case AskAct.FOR:
            return f"Who supports {topic}{bounds}?"
        case AskAct.AGAINST:
            return f"Who opposes {topic}{bounds}?"
        case AskAct.FOR_AND_AGAINST:
            return f"What speaks for and against {topic}{bounds}?"
        case _:
            return None


def _of_time(act: AskAct, bounds: str) -> str | None:
    """Return what asks of a time or an outlet alone."""
    match act:
        case AskAct.HAPPENED if bounds:
            return f"What happened{bounds}?"
        case AskAct.ARTICLES if bounds.startswith(" in "):
            return f"articles from {bounds.removeprefix(' in ')}"
        case AskAct.MOST:
            return f"Who was quoted most{bounds}?" if bounds else "Who speaks most?"
        case _:
            return None
