"""Say what a first question asks in words that the rules know.

"Whose name comes up most with the dam" is "Who talks most about the dam?".
"""

from __future__ import annotations

from qa.understanding.learned.as_typed import bounds_of, without_owning
from qa.understanding.learned.ask_reader import AskAct
from qa.understanding.learned.word_net import MarkKind, NetReading


def asked_in_known_words(reading: NetReading[AskAct]) -> str | None:
    """Return a question in words that the rules know; None where it is to be read as it was typed."""
    speakers = [without_owning(mark.text) for mark in reading.marks if mark.kind is MarkKind.SPEAKER]
    marked = {mark.kind: mark.text for mark in reversed(reading.marks)}
    speaker, topic = next(iter(speakers), None), marked.get(MarkKind.TOPIC)
    if reading.act is AskAct.TIMELINE and topic and speaker and f"{speaker}'s" in marked[MarkKind.SPEAKER]:
        speaker, topic = None, f"{marked[MarkKind.SPEAKER]} {topic}"  # "a timeline of Quill's first year"
    bounds = bounds_of(marked.get(MarkKind.TIME), marked.get(MarkKind.OUTLET))
    about, on = (f" about {topic}{bounds}", f" on {topic}") if topic else (bounds, "")
    match reading.act:
        case AskAct.COMPARE if len(speakers) > 1:
            return f"Compare {speakers[0]} and {speakers[1]}{on}{bounds}"
        case AskAct.COUNT_QUOTES if speaker and topic:
            return f"How often did {speaker} mention {topic}{bounds}?"
        case AskAct.FIRST if speaker and topic:
            return f"When did {speaker} first speak of {topic}?"
        case AskAct.LATEST if speaker:
            return f"What did {speaker} say last{about}?"
        case AskAct.ARTICLES_BY if speaker:
            return f"articles by {speaker}{about}"
        case AskAct.TIMELINE if speaker and topic:
            return f"How has what {speaker} says about {topic} changed?"
        case AskAct.AGREES if speaker:
            return f"Who agrees with {speaker}{on}?"
        case AskAct.DISAGREES if speaker:
            return f"Who disagrees with {speaker}{on}?"
        case AskAct.HAPPENED if bounds and not topic:
            return f"What happened{bounds}?"
        case AskAct.ARTICLES if bounds and not topic:
            return f"articles{bounds.replace(' in ', ' from ', 1)}"
        case AskAct.MOST:
            return f"Who talks most{about}?" if topic else "Who speaks most?"
    return _on_topic(reading.act, topic, bounds) if topic and not speaker else None


def _on_topic(act: AskAct, topic: str, bounds: str) -> str | None:
    """Return what asks of a topic, and of nobody."""
    match act:
        case AskAct.WHO_SAID:
            return f"Who said something about {topic}{bounds}?"
        case AskAct.COUNT_QUOTES | AskAct.COUNT_ARTICLES:
            return f"How many articles mention {topic}{bounds}?"
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
