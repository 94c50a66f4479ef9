"""Define what is put into the last question and what that question keeps: a name or a thing, and its place."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from qa.answers import Understanding
from qa.conversation.earlier.followed import Understand
from qa.conversation.earlier.past import Past, carrying
from qa.conversation.fragments.fragment_acts import Fragment
from qa.speakers.known import KnownSpeakers


class OpenSlot(NamedTuple):
    """A name or a thing, and the last question for somebody's words, in which a place is looked for."""

    named: str
    fragment: Fragment
    base: Understanding
    """The last question, with the topic that it is on."""
    asked: Understanding
    """The same, asked by the new words and for the dates that hold now."""
    kept: tuple[str, ...]
    """Which parts stay as they were, whatever gives way: "dates", "source"."""
    past: Past
    read: Understand
    speakers: KnownSpeakers

    def on(self, topic: str) -> Understanding:
        """Return the question for the same speaker's words on another topic."""
        return carrying(replace(self.asked, topic=topic, addressee=None), ("speaker", *self.kept))
