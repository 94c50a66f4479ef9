"""Put a thing into the place of what somebody was asked about: "and the tariffs?", "and in Norland?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import carrying
from qa.conversation.fragments.another_place import place_in
from qa.conversation.fragments.fragment_acts import Act
from qa.conversation.fragments.open_slot import OpenSlot
from qa.conversation.fragments.places_in_topics import with_other_place
from qa.conversation.fragments.speaking_names import body_itself
from qa.conversation.questions.facts import fact
from qa.language.patterns import regex

_TO_COME = regex(
    r"(?:the\s+)?next\s+(?:year|month|week|season)|tomorrow|the\s+future|(?:in|by|until)\s+2\d{3}",
    re.IGNORECASE,
)
_AT_LAST = regex(r"\s+(?:in|by|until)\s+2\d{3}$")


def on_what_is_theirs(slot: OpenSlot, theirs: str) -> Followed:
    """Ask the last speaker about the same of somebody else's: "and Brandt's?", after what Quill said of Orsa's plan."""
    # Who was asked last may have no words on it, and the articles tell of it all the same.
    told_of = fact(slot.asked.question, slot.read(f"what about {theirs}?"), slot.past, slot.speakers)
    return Followed(slot.on(theirs), otherwise=replace(told_of, doubtful=True))


def on_another_topic(slot: OpenSlot) -> Followed:
    """Ask the last speaker about something else: "and the tariffs?"."""
    base = slot.base
    if base.topic and _TO_COME.fullmatch(slot.named):
        # No article appeared then: "and next year?", "and in 2050?", after words on the levee.
        slot = slot._replace(named=f"{_AT_LAST.sub('', base.topic)} {slot.named}")
    on_this = Followed(slot.on(slot.named))
    if (there := with_other_place(base.topic, slot.named)) is not None:
        # "And in Orsa?", after words on the mill in Dene: on a mill in Orsa, or else on Orsa.
        return Followed(slot.on(there), otherwise=on_this)
    if (
        base.speaker
        and not (base.speaker_known or base.speaker_is_role or base.ambiguous)
        and slot.past.quoting
    ):
        # Who has no words here has none on this either: something else may be asked, of nobody.
        question = slot.asked.question
        of_nobody = fact(question, slot.read(question), slot.past, slot.speakers)
        return replace(on_this, otherwise=replace(of_nobody, doubtful=True))
    if slot.fragment.act is not Act.ABOUT:
        return on_this
    if (place := place_in(slot.named)) is not None:
        # "And in Norland?" asks for words on Norland, wherever they were said; only then for those said there.
        return Followed(slot.on(place), otherwise=on_this)
    itself = body_itself(slot.named, slot.asked, slot.speakers) if base.topic else None
    if itself is None:
        return on_this
    # "And the Harbour Board?", after Quill's words on the levee: what she said of it, or else the Board.
    return replace(on_this, otherwise=Followed(carrying(itself, ("topic", *slot.kept)), doubtful=True))
