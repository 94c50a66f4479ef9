"""Answer whether somebody did something with words, or to whom: "Did Quill endorse Brandt?", "Who did Quill endorse?".

What ranks first are Quill's words on Brandt, whatever they do. Only what tells that Quill endorsed him, or that she
did not, answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.ending.draft import Draft
from qa.answering.topics.voices import best_first, in_falling_confidence
from qa.answering.who_spoke.acts_in_quotes import cue_acts
from qa.answering.who_spoke.referents import Around
from qa.answering.who_spoke.reported_acts import told_acts
from qa.answering.who_spoke.sought import Sought
from qa.answering.who_spoke.who_said import doing
from qa.answering.who_spoke.who_said_outcome import does_anything
from qa.answers import Outcome, QuestionKind, Quote, Understanding
from qa.archive.protocol import View
from qa.archive.shown_quotes import Shown
from qa.datatypes import Scope
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.lexicon.question_verbs import MENTIONING
from qa.language.lexicon.question_words import ANYTHING
from qa.language.lexicon.speech_acts import LEMMA_OF, LEMMAS
from qa.language.patterns import regex
from qa.language.terms import content_terms
from qa.settings import MAX_QUOTES
from qa.understanding.verb_forms import asks_yes_or_no
from qa.understanding.words import bare

_WORD = regex(r"[^\W_]+(?:[-'’][^\W_]+)*")
_STATED = frozenset("promise threaten announce predict warn".split())
"""Acts that are done by saying what will be, in any words: "I will release them" is a promise."""
_PERFORMED = frozenset("endorse concede apologise apologize congratulate".split())
"""What is done by saying so: who congratulates Brandt has not endorsed him."""
_BETWEEN = PREPOSITIONS | frozenset("who whom whose which that and or".split())


def asked_act(understood: Understanding) -> Sought | None:
    """Return what a question asks whether somebody did it, or to whom or for what; None for other questions."""
    if understood.kind is not QuestionKind.SAID or understood.speaker is None or understood.ambiguous:
        return None
    if understood.cue is None or not understood.speaker_known:
        return None
    yes_no = asks_yes_or_no(understood.standalone)
    if not yes_no and not _asks_for_object(understood):
        return None
    words = f"{understood.addressee or ''} {understood.topic or ''}".split()
    to_what = " ".join(word for word in words if bare(word) not in ANYTHING)
    sought = Sought.of(understood.cue, to_what)
    return replace(sought, either=yes_no) if sought is not None and not sought.denies else None


def _asks_for_object(understood: Understanding) -> bool:
    """Return whether an act is asked for with nothing that it is done to: "What did Quill apologize for?"."""
    return understood.topic is None and understood.addressee is None and understood.cue in LEMMAS


def asks_for_deed(understood: Understanding) -> bool:
    """Return whether only the verb says what is asked: "Did Quill concede?", but not "Did Quill comment?"."""
    if understood.kind is not QuestionKind.SAID or understood.topic is not None or understood.ambiguous:
        return False
    insists = understood.cue is not None and understood.cue not in MENTIONING
    return insists and understood.speaker_known and asks_yes_or_no(understood.standalone)


def did(view: View, draft: Draft, sought: Sought, scope: Scope, shown: Shown) -> Draft:
    """Put what tells that the speaker did what is sought, or did not, before their other words.

    Args:
        scope: The dates and outlets that count, those of the question among them.
        shown: What the conversation has shown already: it is not shown again.
    """
    telling = [
        quote
        for quote in _telling(view, draft, sought, scope)
        if not shown.holds(quote.version, quote.start, quote.end)
    ]
    if not telling:
        stated = sought.acts & _STATED or _tells(sought, draft.quotes)
        doubted = draft.outcome is Outcome.ANSWERED and not stated
        return replace(draft, outcome=Outcome.UNSURE) if doubted else draft
    cue, words = draft.understood.cue or "", set(sought.words)
    others = [quote for quote in draft.quotes if not any(quote.overlaps(each) for each in telling)]
    with_verb = [
        quote
        for quote in others
        if quote.speaker == draft.understood.speaker
        and _has_verb(quote.text, cue)
        and words <= {*content_terms(quote.text)}
    ]
    quotes = [*best_first(telling, sought.words), *with_verb]
    # "Endorsed" before "praised", where the question is who endorsed.
    quotes.sort(key=lambda quote: not _has_verb(quote.text, cue))
    quotes += [quote for quote in others if quote not in with_verb]
    sure = draft.confidence if draft.outcome is Outcome.ANSWERED else 0.0
    ordered = in_falling_confidence(quotes[:MAX_QUOTES], first=sure)
    likened = cue in _PERFORMED and not any(_names_it(cue, quote) for quote in ordered[:1])
    return replace(
        draft,
        outcome=Outcome.UNSURE if likened else Outcome.ANSWERED,
        nearest=None,
        confidence=ordered[0].confidence,
        quotes=ordered,
        related=tuple(each for each in draft.related if not any(each.overlaps(quote) for quote in ordered)),
        note="",
    )


def _telling(view: View, draft: Draft, sought: Sought, scope: Scope) -> list[Quote]:
    name = draft.understood.speaker or ""
    heard = doing(view, sought, scope, content_terms(f"{name} {draft.understood.cue}"))
    own = [quote for quote in heard.quotes if quote.voice == name]
    # "Brandt was endorsed by Ada Quill, Ivo Vane and Lea Orsa" has the name of one of them for its cue.
    told = [
        quote for quote in (*heard.told, *heard.quotes) if quote not in own and _is_of(sought, quote, name)
    ]
    if sought.words or sought.either:
        return own + told
    # "Great!" praises, but "Who did Quill praise?" is for what says so.
    return [quote for quote in own if _names_it(draft.understood.cue or "", quote)] + told


def _is_of(sought: Sought, quote: Quote, name: str) -> bool:
    """Return whether it is somebody of this name who does what a sentence tells: "Gov. Ada Quill", no aide of hers."""
    acts = told_acts(sought, Around(quote.version.article))
    surname = name.rsplit(maxsplit=1)[-1].casefold()
    return any(_names(act.who, surname) for act in acts if act.sentence == (quote.start, quote.end))


def _names(who: str, surname: str) -> bool:
    """Return whether a phrase is a name and what stands with it: neither "Quill's aide" nor "voters like Quill"."""
    words = [match[0].casefold() for match in _WORD.finditer(who)]
    return surname in words and _BETWEEN.isdisjoint(words[: words.index(surname)])


def _names_it(lemma: str, quote: Quote) -> bool:
    """Return whether a quote has the verb of a question, or another for the same act: "backed" for "endorse"."""
    own = cue_acts(quote.attribution, quote.version.article.text) if quote.attribution else frozenset[str]()
    named = own & LEMMAS.get(lemma, set())
    return bool(named) or _has_verb(quote.text, lemma) or quote.attribution is None


def _has_verb(text: str, lemma: str) -> bool:
    return any(LEMMA_OF.get(match[0].casefold()) == lemma for match in _WORD.finditer(text))


def _tells(sought: Sought, quotes: Sequence[Quote]) -> bool:
    return bool(quotes) and does_anything(sought, quotes[0])
