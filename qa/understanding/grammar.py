"""The forms in which people ask who said what: a question to its possible readings, best first.

Each form is recognised at the beginning of the question, after politeness has been skipped; then the verb is
looked for among the words, and what stands between is the speaker. No pattern spans the question with two
open ends, so time is linear in its length. Whether a reading holds may depend on the archive ("Luther on
China" is one only if somebody called Luther speaks there): that is what `Needs` says, and
`qa.understanding.understand` decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from qa.understanding.noun_forms import according, noun_of_saying, x_on_y
from qa.understanding.reading import Reading
from qa.understanding.scan import clean, skip_courtesy, speaker_part
from qa.understanding.verb_forms import how_or_why, what_did, what_x_said, who_said, whom, yes_or_no

_FORMS: tuple[Callable[[str], Iterator[Reading]], ...] = (
    who_said,
    whom,
    what_did,
    how_or_why,
    yes_or_no,
    what_x_said,
    noun_of_saying,
    x_on_y,
    according,
)


def readings(text: str) -> Iterator[Reading]:
    """Yield the readings of a question as one about somebody's words; none for other questions."""
    text = skip_courtesy(text)
    for form in _FORMS:
        for reading in form(text):
            yield replace(
                reading,
                speaker=clean(speaker_part(reading.speaker)),
                topic=clean(reading.topic),
                addressee=clean(reading.addressee),
            )
