"""Recognise what is asked of the quotes that were shown, and answer it by them.

"When did she say that?", "where was that?", "who said that?", "what were the exact words?", "is that true?".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from qa.answers import Answer, CorpusSummary, Outcome, QuestionKind, Quote, Understanding
from qa.archive.protocol import View
from qa.archive.quote_lookup import find_quote
from qa.conversation.earlier.agreement import may_mean
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, again, carrying
from qa.conversation.earlier.question_text import told
from qa.conversation.earlier.turns import Conversation
from qa.conversation.fragments.fragment_acts import Fragment
from qa.conversation.pronouns.asked_by_role import somebody_told_of
from qa.conversation.pronouns.pronouns import antecedents, pronoun_in
from qa.errors import NotFoundError, UsageError
from qa.language.lexicon.follow_up_words import HE, ONE_LEAD, SHE
from qa.language.patterns import regex
from qa.language.spans import overlap
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.line import in_words

_MOST = 3
"""How many quotes that were shown are shown again at most."""
_WHO_SAID = regex(
    rf"\s*{ONE_LEAD}(?:who(?:\s+(?:actually|exactly))?(?:\s+(?:said|says|claims|claimed)|['’]?s\s+saying|\s+(?:is|was)\s+saying)"
    r"\s+(?:(?:that|this|so|it|these|those)(?:\s+(?:last|latest|final))?(?:\s+(?:one|bit|quote|part|thing|line))?|the\s+last\s+(?:one|bit|quote|part|thing|line))|says\s+who|who\s+sa(?:ys|id)|(?:whose|who['’]s)\s+(?:quotes?|words)\s+(?:is|are|was|were)\s+(?:that|this|it|these|those|they))"
    r"[\s?!.]*",
    re.IGNORECASE,
)


def shows(conversation: Conversation | None) -> bool:
    """Return whether quotes were shown last that may answer, so that "it" and "this" can mean them.

    A question that only went on from them and found nothing lies between: "what's it called?", then "how big is it?".
    """
    for turn in reversed(conversation.turns if conversation else ()):
        if turn.answered:
            return bool(turn.quotes)
        if turn.understood is None or not turn.understood.carried:
            return False
    return False


def asks_when_printed(
    question: str, fragment: Fragment, past: Past, speakers: KnownSpeakers
) -> Followed | None:
    """Return a question for the day or the outlet of the quotes that were shown last; None if they are not meant."""
    last = past.last
    name = match_speaker(fragment.text, speakers).name if fragment.text else None
    turns = [turn for turn in reversed(past.conversation.turns) if not turn.article]
    turn = next((turn for turn in turns if name in turn.speakers), None) if name else next(iter(turns), None)
    source = fragment.ask == "source"  # asked of whatever was seen, answer or not
    if turn is None or last is None or not turn.quotes or not (turn.answered or source):
        return None
    names = (name,) if name else antecedents(question, past.known, speakers)
    if fragment.text and not names:
        return None
    if pronoun_in(question) in HE | SHE and len(names) == 1 and turn.answered:
        # "When did she say that?", after his words too: hers.
        hers = next((each for each in turns if each.answered and names[0] in each.speakers), None)
        if hers is None and last.kind is QuestionKind.CONTENT:
            # Nothing of hers was shown: no day of somebody else's words is hers.
            asked = replace(last, kind=QuestionKind.SAID, speaker=names[0], topic=None)
            asked = replace(asked, question=question, standalone=told(asked, asking=fragment.ask))
            return Followed(replace(asked, carried=("speaker",), unexplained="that"), unresolved=True)
        turn = hers or turn
    if not fragment.text and not names:
        names = turn.speakers
    theirs = names[0] if len(names) == 1 and names[0] in turn.speakers else None
    understood = again(question, last)
    if theirs is not None and last.speaker != theirs:
        said = replace(
            understood, kind=QuestionKind.SAID, speaker=theirs, speaker_known=True, speaker_is_role=False
        )
        understood = carrying(replace(said, ambiguous=(), others=(), browses=False), ("speaker", "topic"))
    alone = told(understood, asking=fragment.ask) if understood.speaker and not source else question
    return Followed(replace(understood, standalone=alone), printed=turn.quotes[:_MOST])


def asks_who_said(question: str) -> bool:
    """Return whether a question asks whose the words are that were shown: "who said that?", "says who?"."""
    return _WHO_SAID.fullmatch(question) is not None


_EXACT = regex(
    r"\s*(?:(?:and|but|so|ok(?:ay)?|then)[\s,]+)*(?:what(?:['’]?s|\s+(?:is|was|were|are))\s+"
    r"|(?:(?:can|could|may)\s+(?:i|we|you)\s+(?:have|see|get|read|give|show)\s+|(?:give|show)\s+)(?:me\s+|us\s+)?)?"
    r"(?:(?:the|his|her|their)\s+)?(?:exact|actual|full|original|precise)\s+(?:quotes?|words|wording|statement)"
    r"(?:[\s,]+please)?[\s?!.]*",
    re.IGNORECASE,
)
_EXACTLY = regex(
    r"\s*(?:(?:and|but|so|ok(?:ay)?|then)[\s,]+)*what\s+(?:(?:exactly|precisely)\s+)?did\s+(?P<who>he|she|they)\s+(?:(?:exactly|precisely|literally)\s+)?say"
    r"(?:[\s,]+(?:exactly|precisely|literally|verbatim|word\s+for\s+word))?[\s?!.]*",
    re.IGNORECASE,
)
_HOW_EXACTLY = regex(r"\b(?:exactly|precisely|literally|verbatim|word\s+for\s+word)\b", re.IGNORECASE)
_TRUE = regex(
    r"\s*(?:(?:and|but|so|hm+|wait)[\s,]+)*(?:is|was|are)\s+(?:that|this|it|what\s+(?:he|she|they)\s+(?:says?|said))\s+(?:really\s+|actually\s+|even\s+)?"
    r"(?:true|correct|right|accurate|a\s+fact|factual|a\s+lie|false|wrong)[\s?!.]*"
    r"|\s*(?:(?:can|could)\s+you\s+)?fact[\s-]?check\s+(?:that|this|it)[\s?!.]*"
    r"|\s*(?:(?:and|but|so|hm+|wait)[\s,]+)*(?:(?:are\s+)?you\s+(?:really\s+|absolutely\s+|100\s*%\s+)?(?:sure|certain|positive)|sure|for\s+real|seriously"
    r"|is\s+(?:that|this|it)\s+for\s+(?:sure|real))(?:\s+(?:about|of)\s+(?:that|this|it))?\s*\?[\s?!.]*"
    r"|\s*(?:are\s+)?you\s+sure(?:\s+about\s+(?:that|this|it))?[\s?!.]*"
    r"|\s*(?:(?:and|but|so|hm+|wait)[\s,]+)*(?:are\s+)?you\s+(?:really\s+)?sure\s+(?:that\s+)?(?:that|this|it|he|she|they)(?:['’]?s|\s+is|\s+was|\s+are)"
    r"\s+(?:really\s+|actually\s+)?(?:him|her|them|he|she|his|hers|theirs|the\s+(?:right|same)\s+\w+|(?:true|right|correct|it|so))[\s?!.]*"
    r"|\s*(?:(?:and|but|so|hm+|wait)[\s,]+)*(?:are\s+)?you\s+(?:really\s+)?sure\s+(?:that\s+)?(?:he|she|they)\s+(?:really\s+|actually\s+)?(?:said|says|wrote|meant)"
    r"\s+(?:that|this|it|so)[\s?!.]*",
    re.IGNORECASE,
)


def asks_if_true(question: str) -> bool:
    """Return whether a question asks if what was shown is so: an archive has who said it, and is no judge."""
    return _TRUE.fullmatch(question) is not None


def asks_exact_words(question: str) -> bool:
    """Return whether a question asks for the words that were shown: "what was the exact quote?"."""
    return _EXACT.fullmatch(question) is not None


def asks_what_exactly(question: str, past: Past, speakers: KnownSpeakers) -> bool:
    """Return whether the one whose words were just shown is asked for them: "what did he say exactly?"."""
    match = _EXACTLY.fullmatch(question) if _HOW_EXACTLY.search(question) else None
    heard = past.conversation.turns[-1].speakers
    return match is not None and len({*heard}) == 1 and may_mean(match["who"].lower(), heard[0], speakers)


def shown_again(question: str, past: Past, *, doubted: bool) -> Followed | None:
    """Return the quotes that were shown last; None where none were, or it is asked for words and they are nobody's.

    Args:
        doubted: Whether it is asked if they are true.
    """
    turn, last = past.conversation.turns[-1], past.last
    if last is None or not turn.answered or turn.article or not turn.quotes:
        return None
    if not (doubted or turn.speakers):
        return None
    understood = replace(again(question, last), standalone=question)
    return Followed(understood, printed=turn.quotes[:_MOST], voices=turn.speakers, doubted=doubted)


def of_what_was_shown(otherwise: Followed, past: Past) -> Followed:
    """Return the question who said something for the quotes that were shown last, where some are somebody's words."""
    turn = past.conversation.turns[-1]
    if not turn.answered or turn.article or not turn.speakers:
        return otherwise
    return replace(otherwise, printed=turn.quotes[:_MOST], voices=turn.speakers)


def printed_answer(snapshot: View, followed: Followed, corpus: CorpusSummary) -> Answer | None:
    """Return the quotes that were shown, and say when and where the first was printed; None if nobody knows that."""
    quotes: list[Quote] = []
    for each in followed.printed:
        with suppress(NotFoundError, UsageError):
            quotes.append(_of(followed.understood.speaker, find_quote(snapshot, each), snapshot))
    if followed.doubted:
        quotes = [_of_any(followed.voices, quote, snapshot) for quote in quotes]
        return _not_judged(followed.understood, quotes, corpus)
    if followed.voices:
        quotes = [_of_any(followed.voices, quote, snapshot) for quote in quotes]
        return _said_by(followed.understood, quotes, corpus)
    if (speaker := followed.understood.speaker) is not None:
        quotes = [quote for quote in quotes if quote.speaker == speaker] or quotes
    article = quotes[0].version.article if quotes else None
    if article is None or not (article.day or article.source):
        return None
    day = f" on {in_words(article.day)}" if article.day else ""
    place = f" in {article.source}" if article.source else ""
    which = "The first quote was printed" if len(quotes) > 1 else "Printed"
    said = "; it was said then or before." if article.day else ", in an article without a date."
    understood = followed.understood
    return Answer(
        understood.question,
        Outcome.ANSWERED,
        1.0,
        understood,
        tuple(quotes),
        corpus,
        note=f"{which}{day}{place}{said}",
    )


def _said_by(understood: Understanding, quotes: Sequence[Quote], corpus: CorpusSummary) -> Answer | None:
    """Return the quotes that are somebody's words; None where the first, which is asked about, is nobody's."""
    if not quotes or quotes[0].speaker is None:
        return None
    said = tuple(quote for quote in quotes if quote.speaker)
    which = "The quotes that were shown, each" if len(said) > 1 else "The quote that was shown,"
    note = f"{which} with whose words it gives."
    understood = replace(understood, standalone=understood.question, carried=())
    return Answer(understood.question, Outcome.ANSWERED, 1.0, understood, said, corpus, note=note)


def _not_judged(understood: Understanding, quotes: Sequence[Quote], corpus: CorpusSummary) -> Answer | None:
    """Return the quotes that were shown, and say that nobody here judges whether they are true."""
    if not quotes:
        return None
    note = "Whether that is true is not judged here: the words are shown as they were printed."
    return Answer(understood.question, Outcome.ANSWERED, 1.0, understood, tuple(quotes), corpus, note=note)


def _of_any(speakers: Sequence[str], quote: Quote, snapshot: View) -> Quote:
    """Return a quote under the name under which it was shown."""
    named = (_of(speaker, quote, snapshot) for speaker in speakers)
    return next((each for each in named if each.speaker in speakers), quote)


def _of(speaker: str | None, quote: Quote, snapshot: View) -> Quote:
    """Return a quote under the name of whoever is asked for, where a part of it is theirs."""
    if speaker is None or quote.speaker == speaker:
        return quote
    key = quote.version.key
    for record, name in snapshot.attributions([key])[key]:
        if name == speaker and overlap((record.start, record.end), (quote.start, quote.end)):
            return replace(quote, attribution=record, speaker=name)
    return quote


_WHO_IS_THAT = regex(
    r"\s*(?:(?:and|but|so|wait|sorry)[\s,]+)*(?:who(?:['’]?s|\s+is|\s+was)?\s+(?:that|this)(?:\s+(?:person|guy|man|woman|speaker))?(?:\s+even)?"
    r"|what(?:['’]?s|\s+is)\s+(?:his|her|their)\s+(?:full\s+|whole\s+)?name|(?:full|whole)\s+name)[\s?!.]*",
    re.IGNORECASE,
)


def who_is_shown(question: str, past: Past, read: Understand) -> Followed | None:
    """Ask who somebody is whose words were just shown: "who is that?", "full name?"; None after a question of fact."""
    last, turn = past.last, past.conversation.turns[-1]
    if last is None or last.kind is QuestionKind.CONTENT or not past.quoting:
        return None
    if _WHO_IS_THAT.fullmatch(question) is None or (not turn.speakers and "name" in question):
        return None
    if last.speaker_known and somebody_told_of(pronoun_in(question) or "", last) is not None:
        return None  # "what's his name?", after Brandt's words on the diplomat, asks nobody's who was named
    name = last.speaker if last.speaker in turn.speakers else next(iter(turn.speakers), None)
    if name is None:
        name = last.speaker if last.speaker_known and not last.ambiguous else None
        if last.speaker_is_role and last.speaker and not last.speaker.endswith("s"):  # no "divers"
            name = f"the {last.speaker}"
    if name is None:
        return Followed(again(question, last), unresolved=True)
    asked = f"Who is {name}?"
    return Followed(replace(read(asked), question=question, standalone=asked, carried=("speaker",)))
