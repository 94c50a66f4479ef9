"""Find who spoke as a question asks: "Who talked about the ferries?", "Who criticised the plan?", "Who said Y?".

The archive's records are read, not only what a search ranks first: a topic's speakers are all of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from qa.answering.topics.everything_on_topic import said_on
from qa.answering.who_spoke.acts_in_quotes import does
from qa.answering.who_spoke.claims import called_so, claims
from qa.answering.who_spoke.referents import Around
from qa.answering.who_spoke.reported_acts import told_acts
from qa.answering.who_spoke.sought import Sought
from qa.answers import QuestionKind, Quote, Understanding
from qa.archive.protocol import Said, View
from qa.archive.quote_lookup import InOrder, SaidInOrder, attribution_at
from qa.archive.shown_quotes import Shown
from qa.archive.speaker_lookup import quote_of
from qa.conversation.earlier.followed import Followed
from qa.datatypes import Scope, Version
from qa.language.lexicon.question_verbs import BASE, FINITE, GOING, PARTICIPLE
from qa.language.lexicon.question_words import ABOUT
from qa.language.lexicon.speech_acts import ACTS
from qa.language.patterns import regex
from qa.language.terms import content_terms
from qa.speakers.linking import match_speaker
from qa.speakers.names import is_group
from qa.understanding.quoted import asked_words
from qa.understanding.who_does import resigned

MOST_PASSAGES = 400
"""How many passages are read for who did something: those that hold most of the words."""
TOLD = 0.7
"""The confidence in what an article tells in so many words, where no record says whose words they are."""
SPOKE = 0.8
"""The confidence, as a share of a record's, that words do what was asked where they hold the topic."""
_MARKS = 2
"""How many characters of marks a sentence may have around what somebody says."""
_LEAST_CLAIM = 2
"""The fewest words with which a claim can be told from a topic."""
_TO_OTHERS = frozenset(("criticize", "accuse", "blame"))
"""What hardly anybody does to their own deeds."""
_LOSSES = frozenset(
    content_terms(
        "resignation removal dismissal ouster sacking firing impeachment arrest prosecution expulsion suspension"
    )
)
"""What hardly anybody calls for of their own."""
_URGED = regex(r"(?P<whom>.+?)\s+(?:should|must|ought|needs?\s+to|has\s+to)\b", re.IGNORECASE)
_ON = ABOUT | frozenset("of for to with against into".split())
_OCCASION = regex(
    r"\s+(?:at|in|during)\s+(?:the\s+|his\s+|her\s+|their\s+|an?\s+)?(?:\w+\s+)?(?:trial|hearing|court|debate|meeting|conference|rally|summit"
    r"|parliament|congress|interview|speech|statement|inquest|briefing)\s*$",
    re.IGNORECASE,
)
"""When it was said is no part of what it was said of: "Who blamed Quill at the trial?"."""
_TOPIC_AFTER = regex(r"(?<!\s)\s+(?:on|about|over|regarding)\s+", re.IGNORECASE)
_NO_CLAIM_AFTER = frozenset(
    "up was were is are been with containing including word words phrase term quote quotes".split()
)
"""What stands before a topic and no claim: "who brought up strikes?", "were strikes mentioned by anybody?"."""
_WORD = regex(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class Heard:
    """Who spoke, as was asked.

    `quotes` are the words that answer by the records, `told` the sentences in which an article tells of somebody who
    did what was asked. `sought` is that; None where any words on a topic, or with a claim, answer. `claim` is that
    claim, `urged` who should do something by it. `called`: the quotes tell by their verbs that it was called so.
    """

    quotes: tuple[Quote, ...]
    told: tuple[Quote, ...] = ()
    sought: Sought | None = None
    words: tuple[str, ...] = ()
    claim: str = ""
    urged: str = ""
    called: bool = False

    @property
    def voices(self) -> tuple[tuple[str, int], ...]:
        """Everybody who certainly spoke so, each with the number of quotes, most first."""
        sure = (quote for quote in self.quotes if quote.attribution is not None and quote.attribution.certain)
        counts = Counter(name for quote in sure if (name := quote.voice) is not None)
        return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def hear(
    view: View, understood: Understanding, scope: Scope, followed: Followed | None = None
) -> Heard | None:
    """Return who spoke as a question asks; None for questions that ask for nobody who spoke.

    Args:
        scope: The dates and outlets that the question and its reader allow.
    """
    if understood.unexplained:
        return None
    sought, topic = _sought(view, understood), understood.topic or ""
    if sought is not None:
        heard = doing(view, sought, scope)
    elif understood.kind is QuestionKind.WHO_SAID and content_terms(topic) and not _is_typed(understood):
        heard = _saying(view, topic, scope, claim=_is_claim(understood), calls=understood.cue == "call")
    else:
        return None
    if followed is None:
        return heard
    shown = Shown(view, followed.exclude)

    def is_new(quote: Quote) -> bool:
        return quote.voice not in followed.silent and not shown.holds(quote.version, quote.start, quote.end)

    surnames = {name.split()[-1] for name in followed.silent if name.split() and not is_group(name)}
    told = [each for each in heard.told if is_new(each) and surnames.isdisjoint(_WORD.findall(each.text))]
    return replace(heard, quotes=tuple(filter(is_new, heard.quotes)), told=tuple(told))


def _is_typed(understood: Understanding) -> bool:
    """Return whether a question gives words in quotation marks: those are looked for as they stand."""
    return bool(asked_words(understood))


def _is_claim(understood: Understanding) -> bool:
    """Return whether a question gives words of a speaker: "Who said the ferries are late?", not "about the ferries"."""
    topic = understood.topic or ""
    before = understood.standalone.partition(topic)[0]
    words = [word.casefold() for word in _WORD.findall(before)]
    if not words or words[-1] == "that":
        return bool(words)
    if words[-1] in _ON:
        return False
    if words[-1] in _NO_CLAIM_AFTER:
        return False
    verb = FINITE.get(words[-1]) or BASE.get(words[-1]) or PARTICIPLE.get(words[-1]) or GOING.get(words[-1])
    # "Who mentioned strikes?", "Did anyone mention strikes?" name a topic; "Who said strikes are over?" a claim.
    return verb is None or verb.lemma not in {"mention", "discuss", "address", "raise", "cover", "note"}


def _sought(view: View, understood: Understanding) -> Sought | None:
    if understood.kind is QuestionKind.CONTENT:
        of = resigned(understood.standalone)
        return Sought.of("resign", of) if of is not None else None
    if understood.kind is not QuestionKind.WHO_SAID or understood.cue is None:
        return None
    topic = _OCCASION.sub("", understood.topic or "")
    sought = Sought.of(understood.cue, " ".join(filter(None, (understood.addressee, topic))))
    if sought is None or not understood.cue.endswith(" with"):
        return sought
    somebody = _TOPIC_AFTER.split(topic, maxsplit=1)[0]
    known = match_speaker(somebody, view)
    return replace(sought, whom=tuple(content_terms(somebody))) if known.name or known.ambiguous else sought


def _saying(view: View, topic: str, scope: Scope, *, claim: bool, calls: bool) -> Heard:
    found = [quote for quote in said_on(view, topic, scope).quotes if _speaks(quote)]
    if claim and len(set(content_terms(topic))) < _LEAST_CLAIM:
        found = []
    elif claim:
        found = [quote for quote in found if claims(quote, topic)]
    called = called_so(found) if claim and calls else []
    found = called or found
    quotes = [replace(quote, confidence=SPOKE * quote.confidence) for quote in found]
    urged = _URGED.match(topic) if claim else None
    heard = Heard(
        (),
        words=tuple(content_terms(topic)),
        claim=topic if claim else "",
        urged=urged["whom"] if urged else "",
        called=bool(called),
    )
    return replace(heard, quotes=tuple(quote for quote in quotes if not is_of_themselves(heard, quote)))


def records_with(view: View, terms: Sequence[str], scope: Scope) -> list[tuple[Version, Sequence[Said]]]:
    """Return the articles whose passages hold most of these terms, each with its records."""
    hits = view.lexical(tuple(dict.fromkeys(terms)), scope, MOST_PASSAGES)
    versions = view.versions(set(view.versions_of([each for each, _ in hits])))
    said = view.attributions(list(versions))
    return [(version, said[key]) for key, version in versions.items()]


def doing(view: View, sought: Sought, scope: Scope, with_terms: Sequence[str] = ()) -> Heard:
    """Return what does what is sought: the words of records, and what articles tell of it.

    Args:
        with_terms: Terms by which passages are looked for as well, such as the name of who is asked for: thousands may
            hold "Brandt", and few of them "Quill" and "endorse" too.
    """
    acts = [ACTS[name] for name in sorted(sought.acts)]
    words = sought.words or tuple(
        dict.fromkeys(content_terms(" ".join(word for act in acts for word in (*act.verbs, *act.nouns))))
    )
    quotes: list[Quote] = []
    told: list[Quote] = []
    for version, said in records_with(view, (*words, *with_terms), scope):
        around = Around(version.article)
        own = [quote_of(version, record, name) for record, name in said if does(sought, record, around)]
        own = [quote for quote in own if not _is_done_to(sought, quote)]
        beside = told_sentences(sought, around, version, said, own)
        quotes += [replace(each, confidence=SPOKE * each.confidence) for each in own]
        told += beside
    return Heard(_distinct(quotes), _distinct(told), sought, words=sought.words)


def is_of_themselves(heard: Heard, quote: Quote) -> bool:
    """Return whether the speaker is the one it was done to, or the one who should do it: "Who said Quill must go?"."""
    if heard.sought is not None:
        return _is_done_to(heard.sought, quote)
    whom = content_terms(heard.urged)[-1:]
    return _is_persons_surname(quote.speaker, whom) and not _names_another(quote, whom)


def _is_done_to(sought: Sought, quote: Quote) -> bool:
    """Return whether it was done to a speaker: Quill is not who "criticised Quill's remarks"."""
    if not _is_persons_surname(quote.speaker, sought.whom or sought.words):
        return False
    losing = "call for" in sought.acts and not _LOSSES.isdisjoint(sought.words)
    to_others = bool(sought.whom) or not sought.acts.isdisjoint(_TO_OTHERS)  # nobody agrees with themselves
    return to_others or (losing and not _names_another(quote, sought.words))


def _names_another(quote: Quote, words: Sequence[str]) -> bool:
    """Return whether somebody who is named speaks of a namesake, or of a place: "“Hale must vote,” Ivo Hale said".

    Hardly anybody calls themselves by name. Of “Hale must go,” he said, it is not sure whose words they are.
    """
    record, text = quote.attribution, quote.version.article.text
    if record is None or record.mention is None or not _holds(text[slice(*record.mention)], words):
        return False
    return any(_holds(text[start:end], _surname(quote.speaker) & {*words}) for start, end in record.content)


def _holds(text: str, words: Iterable[str]) -> bool:
    return not set(content_terms(text)).isdisjoint(words)


def _surname(speaker: str | None) -> set[str]:
    return set(content_terms(speaker.split()[-1])) if speaker is not None else set()


def _is_persons_surname(speaker: str | None, words: Sequence[str]) -> bool:
    return speaker is not None and not is_group(speaker) and not _surname(speaker).isdisjoint(words)


def told_sentences(
    sought: Sought, around: Around, version: Version, said: Sequence[Said], own: list[Quote]
) -> list[Quote]:
    """Return the sentences that tell of it; where a record has their verb as its cue, it is added to `own`."""
    found: list[Quote] = []
    acts = told_acts(sought, around)
    if not acts:
        return found
    spoken = SaidInOrder(said)
    cues = InOrder([each for each in said if each[0].cue], lambda each: each[0].cue or (0, 0))
    # What is added below lies in a sentence of its own.
    shown = InOrder(own, lambda quote: (quote.start, quote.end))
    for told in acts:
        start, end = told.sentence
        if shown.touching(start, end):
            continue  # the record is shown
        cued = cues.touching(told.verb, told.verb + 1)
        if any(record.polarity != "said" for record, _ in cued) and not sought.either:
            continue
        if cued:
            own.append(Quote(version, start, end, cued[0][0].confidence, *cued[0]))
            continue
        record, name = attribution_at(start, end, spoken.touching(start, end)) or (None, None)
        if record is not None and not record.start <= start + _MARKS < end <= record.end + _MARKS:
            record, name = (
                None,
                None,
            )  # "Quill backed it, which Brandt says is odd": not all of it is Brandt's
        found.append(Quote(version, start, end, TOLD, record, name))
    return found


def _distinct(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Keep each wording once, and no title: it says who did something in too few words."""
    seen: dict[tuple[str, str | None], Quote] = {}
    for quote in quotes:
        if quote.text.strip() == quote.version.article.title.strip():
            continue
        seen.setdefault((quote.text, quote.speaker), quote)
    return tuple(seen.values())


def _speaks(quote: Quote) -> bool:
    return quote.attribution is not None and quote.attribution.polarity in ("said", "denied")
