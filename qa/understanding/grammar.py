"""Parse a question into its possible readings as one about somebody's words, best first.

Each form is recognised at the beginning of the question, after politeness has been skipped; then the verb is
looked for among the words, and what stands between is the speaker. No pattern spans the question with two
open ends, so time is linear in its length. Whether a reading holds may depend on the archive ("Luther on
China" is one only if somebody called Luther speaks there): that is what `Needs` says, and
`qa.understanding.understand` decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from qa.language.lexicon.follow_up_words import ONE_LEAD
from qa.language.lexicon.inflection import inflect
from qa.language.patterns import regex
from qa.understanding.framed import framed, name_speaking
from qa.understanding.loosely_said import loosely_said
from qa.understanding.noun_forms import according, noun_of_saying, x_on_y
from qa.understanding.of_anybody import of_anybody
from qa.understanding.question_reading import Reading
from qa.understanding.quote_wanted import quote_wanted
from qa.understanding.scan import clean, skip_courtesy, speaker_part
from qa.understanding.short_forms import name_and_topic, short
from qa.understanding.topic_first import topic_first
from qa.understanding.verb_forms import how_or_why, what_did, what_x_said, who_said, whom, yes_or_no
from qa.understanding.what_noun import what_noun_did
from qa.understanding.who_does import who_does

_FORMS: tuple[Callable[[str], Iterator[Reading]], ...] = (
    who_does,
    who_said,
    whom,
    what_did,
    what_noun_did,
    how_or_why,
    yes_or_no,
    what_x_said,
    noun_of_saying,
    short,
    x_on_y,
    according,
    framed,
    name_speaking,
    quote_wanted,
    of_anybody,
    name_and_topic,
    loosely_said,
)
_OF_ANYBODY = (who_does, who_said, of_anybody)
"""The forms that ask for anybody: "did anyone back the plan?" is read by them as "who backed the plan?"."""
_LONGEST = 1000
"""The most characters of a question of which the end is looked at."""
_LONGEST_SPEAKER = 200
_TRAILING = regex(
    r"[\s,]+(?:(?:in|from|among|within)\s+(?:the|these|those|this|our|my|your)\s+(?:articles?|archive|library|collection|corpus)"
    r"|in\s+(?:his|her|their|its)\s+own\s+words|verbatim|word\s+for\s+word|so\s+far|at\s+all|exactly|and\s+when|lately|further|else|more"
    r"|(?:any|some)where(?:\s+else)?|at\s+(?:some|any)\s+point|in\s+passing"
    r"|as\s+well|(?<!\bme\s)too|either|(?<!back\s)(?<!since\s)(?<!until\s)(?<!by\s)then|though|anyway|(?:him|her|it)self|themselves)"
    r"(?=[\s?.!]*$|\s+(?:about|regarding|concerning)\b)",
    re.IGNORECASE,
    inside=(
        "in from among within verbatim word far all exactly and lately further else more well too either then though"
        " anyway anywhere somewhere at passing himself herself itself themselves"
    ),
)
"""What a question says at its end, or before its topic, and asks nothing by: "so far", "in these articles"."""
_ANYONE = regex(
    rf"{ONE_LEAD}(?:(?:did|does|do)|(?P<aux>has|have|is|are|was|were))\s+(?:any|some)(?:one|body)(?P<others>\s+else)?\s+(?=\w)",
    re.IGNORECASE,
    leads="anyone anybody someone somebody",
)
_EVERYONE = regex(
    r"(?:(?:list|name|find|(?:show|give|tell)(?:\s+me)?|(?:who|which)\s+(?:is|are|was|were)|(?:(?:a|the)\s+)?(?:list|rundown|overview|summary|names?)\s+of)\s+)?"
    r"(?:(?:every|any)(?:one|body)|(?:(?:all|any|some|several|a\s+few|other|of|the|those"
    r"|\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s+)*(?P<kind>people|speakers|voices|all|those|[a-z]{3,}s))\s+(?:who|that)\s+(?=\w)",
    re.IGNORECASE,
    leads="who that",
)
"""What asks for people by what they did: "list everyone who criticised the plan"."""
_ANY_KIND = frozenset("people speakers voices all those".split())
_SPEAKS = regex(
    r"(?:say|comment|speak|talk|react|respond|reply|object|mention|discuss)\b(?=\s+\w)", re.IGNORECASE
)
_IRREGULAR = {"say": "said", "speak": "spoke"}
_SOMEBODY_OF = regex(
    r"(?:(?:is|was)\s+there\s+)?(?:any|some)(?:one|body)(?:\s+else)?(?:\s+(?:from|at|in)\s+(?P<body>\S.*))?",
    re.IGNORECASE,
)
_WHAT_ABOUT = regex(r"(?:what|how)\s+about\s+(?=\S)", re.IGNORECASE)
# "Rubio's statement" has no mouth: it is Rubio who says what it says.
_WORDS_OF = regex(
    r"(?P<speaker>.{1,80}?)(?:['’]s|(?<=s)['’])\s+(?:\w+\s+)?(?:statements?|speech|letter|tweets?|posts?|interview|remarks?"
    r"|comments?|message|testimony)\s*",
    re.IGNORECASE,
    needs=(
        "statement statements speech letter tweet tweets post posts interview remark remarks comment comments message"
        " testimony"
    ),
)
_MAKES = regex(r"(?:makes?|made)\s+(?=\S)")
"""What stands before a speaker in "What makes Quill think so?"."""
_AND_OTHERS = regex(
    r"\s+(?:and|or)\s+(?:(?:any|some|every)(?:one|body)(?:\s+else)?|(?:the\s+|any\s+)?others?)(?:\s+(?:in|on|at|from|of)\s+[^,;:?]{2,40})?\s*$",
    re.IGNORECASE,
    inside="and or",
)
"""Who is asked beside a speaker, and is nobody's name: "What did Quill or anyone else say?"."""
_WITHIN = regex(r"(?<!which)(?<!who)(?<!that)\s(?:did|does)\s+\S")
"""What no name holds: "price did Quill" is none, in "What price did Quill say it would fetch?"."""


def readings(text: str) -> Iterator[Reading]:
    """Yield the readings of a question as one about somebody's words; none for other questions."""
    whole = skip_courtesy(text)
    text = _TRAILING.sub("", whole) if len(whole) < _LONGEST else whole
    if text != whole:
        # "Rubio in his own words": what follows it may be all that shows what is asked.
        yield from _read(whole, (short,))
    if match := _WHAT_ABOUT.match(text):
        # "What about Rubio on China?" says all that it asks, unlike "what about Rubio?".
        yield from _read(text[match.end() :], (x_on_y,))
    if (first := topic_first(text)) is not None and first.led:
        for reading in _read(first.asks, _FORMS):
            if not reading.topic and not reading.guessed:
                yield replace(reading, topic=clean(first.topic))
    if match := _EVERYONE.match(text):
        kind = (match["kind"] or "people").lower()
        who = "who" if kind in _ANY_KIND else f"which {kind}"
        yield from _read(f"{who} {text[match.end() :]}", _OF_ANYBODY)
    if match := _ANYONE.match(text):
        # "Did anyone back the plan?" asks who backed it.
        who = " ".join(filter(None, ("who", (match["others"] or "").strip(), match["aux"])))
        rest = text[match.end() :]
        if match["aux"] is None and (verb := _SPEAKS.match(rest)):
            said = _IRREGULAR.get(verb[0].lower()) or inflect(verb[0].lower())[0].past
            rest = f"{said}{rest[verb.end() :]}"  # "Did anyone else comment on it?"
        yield from _read(f"{who} {rest}", _OF_ANYBODY)
    yield from _read(text, _FORMS)


def _read(text: str, forms: Sequence[Callable[[str], Iterator[Reading]]]) -> Iterator[Reading]:
    for form in forms:
        for reading in form(text):
            speaker = reading.speaker
            if (somebody := _SOMEBODY_OF.fullmatch(speaker.strip())) is not None:
                speaker = somebody["body"] or ""
                if not speaker:
                    continue  # "someone else" is nobody's name
            if _WITHIN.search(speaker):
                continue
            speaker = _AND_OTHERS.sub("", speaker)
            whose = _WORDS_OF.fullmatch(speaker) if len(speaker) < _LONGEST_SPEAKER else None
            yield replace(
                reading,
                speaker=clean(
                    speaker_part(whose["speaker"] if whose else _MAKES.sub("", speaker.strip(), count=1))
                ),
                topic=clean(reading.topic),
                addressee=clean(reading.addressee),
            )
