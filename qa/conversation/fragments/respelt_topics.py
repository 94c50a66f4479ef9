"""Put a word that was typed again into the place of the misspelt one: "Brandt", after Quill's words on "Brant"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import again, carrying
from qa.conversation.fragments.fragment_acts import Act, Fragment
from qa.language.patterns import regex
from qa.speakers.typing_errors import is_one_off
from qa.understanding.words import bare

_GOES_ON = regex(r"\s*(?:and|but|also|what\s+about|how\s+about)\s", re.IGNORECASE)


def with_topic_respelt(question: str, fragment: Fragment, last: Understanding) -> Followed | None:
    """Return the last question with a word of its topic as it was typed now; None where no word of it is like this.

    Without it "Brandt" would be asked on "Brant". Who spoke keeps their place: a name that is like theirs is put there.
    """
    typed = bare(fragment.text)
    if _GOES_ON.match(question):
        return None  # "and Hales?" asks for one more, after words on Hale
    if fragment.act is not Act.ABOUT or last.kind is QuestionKind.CONTENT or not last.topic or " " in typed:
        return None
    if any(_is_slip(bare(word), typed) for word in (last.speaker or "").split()):
        return None
    words = last.topic.split()
    slips = [at for at, word in enumerate(words) if _is_slip(bare(word), typed)]
    if len(slips) != 1:
        return None
    words[slips[0]] = fragment.text
    respelt = replace(again(question, last), topic=" ".join(words), corrections=())
    return Followed(carrying(respelt))


def _is_slip(before: str, now: str) -> bool:
    return before != now and is_one_off(before, now)
