"""Find whom "the woman from Dene" or "the Vantor executive" means: the one speaker whom articles introduce so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qa.answering.ending.draft import Draft
from qa.answering.people.typed_phrase import words_in
from qa.answering.topics.topic_forms import forms_of, same_word
from qa.answers import Outcome, QuestionKind, Understanding
from qa.archive.protocol import Said, View
from qa.archive.quote_lookup import whole_sentences
from qa.datatypes import Scope, Span, Version, VersionHandle
from qa.language.lexicon.first_names import gender_of
from qa.language.lexicon.function_words import DETERMINERS, PREPOSITIONS
from qa.language.lexicon.roles import FEMALE_NOUNS, MALE_NOUNS
from qa.language.patterns import regex
from qa.language.terms import content_terms, term
from qa.speakers.linking import match_speaker
from qa.speakers.names import folded_words, is_group
from qa.understanding.described import asked_for, heads_alike
from qa.understanding.told_apart import ANYBODY, ToldApart, told_apart

_BORDER = regex(r"[,.;:!?()“”\"\n]+")
_APPOSITION = regex(
    r"(?:,? (?:\(|aged )?\d{1,3}\)?)?(?:,\s+|\s+(?=(?:of|from|who)\b)|\s+\()(?P<what>[^,.;:!?()“”\"\n]+)"
)
"""What says after a name who that is: ", 52, a nurse from Dene", " of Dene", ", who lives in Dene"."""
_OF = frozenset("from of at for with in".split())
_MOST_ARTICLES = 20
_MOST = 0.5
"""The least share of the topic's words that an article on it has."""


def introduced_so(view: View, draft: Draft, scope: Scope) -> tuple[Understanding, VersionHandle] | None:
    """Return the question for the words of whom articles introduce as was typed, with one of them; None for several.

    All that was typed must stand in a sentence that names them, outside of what is said: "Ada Quill, a nurse from Dene,
    said"; for "the woman" in what tells who that is. It is a guess: what they say may answer, and no more.
    """
    understood = draft.understood
    asks = understood.kind is QuestionKind.SAID and not (understood.ambiguous or understood.bearers)
    name = understood.speaker if asks and not understood.speaker_known else None
    typed = told_apart(name) if name else None
    if name is None or typed is None or draft.outcome is Outcome.ANSWERED:
        return None
    found: dict[str, VersionHandle] = {}
    for key, version, said in _articles(view, typed, content_terms(understood.topic or ""), scope):
        for who in _introduced(version, said, typed):
            found.setdefault(match_speaker(who, view).name or who, key)
    if len(found) != 1:
        return None
    ((who, key),) = found.items()
    meant = replace(understood, speaker=who, speaker_known=True, speaker_is_role=False)
    return replace(meant, described=name, loosely_described=True), key


def _articles(
    view: View, typed: ToldApart, topic: list[str], scope: Scope
) -> Iterator[tuple[VersionHandle, Version, list[Said]]]:
    """Yield the articles that have all that was typed beside the noun and half of the topic, newest first."""
    beside = sorted(content_terms(typed.beside))
    holding = view.versions_with_all([forms_of(same_word(each)) for each in beside], scope)
    keys = holding[:_MOST_ARTICLES]
    versions, said = view.versions(keys), view.attributions(keys)
    for key in keys:
        article = versions[key].article
        words = words_in(f"{article.title} {article.text}") if topic else set[str]()
        if sum(same_word(each) in words for each in topic) >= _MOST * len(topic):
            yield key, versions[key], list(said[key])


def _introduced(version: Version, said: list[Said], typed: ToldApart) -> Iterator[str]:
    """Yield the speakers whom an article introduces so where it reports their words."""
    text = version.article.text
    beside = {same_word(each) for each in content_terms(typed.beside)}
    asked = asked_for(typed.noun)
    nouns = {same_word(term(each)) for each in (heads_alike(asked) if asked else (typed.noun,))}
    for record, who in said:
        if who is None or record.mention is None or is_group(who) or _is_of_other_gender(who, typed.noun):
            continue
        first = text.find(f"{who}, ")  # "Ada Quill, a nurse from Dene, was there", and later "Quill said"
        mentions = [record.mention, *([(first, first + len(who))] if first >= 0 else [])]
        for mention in mentions:
            if not {*folded_words(who)} & {*folded_words(text[slice(*mention)])}:
                continue  # "she said"
            words = words_in(_told(text, whole_sentences(text, *mention), said)) - _words_of(who)
            if typed.noun not in ANYBODY:
                meant = beside <= words and not nouns.isdisjoint(words)
            else:
                meant = beside <= words and _belongs(text, mention, record.cue, who, beside)
            if meant:
                yield who


def _belongs(text: str, mention: Span, cue: Span | None, who: str, beside: set[str]) -> bool:
    """Return whether a name's own words say that somebody is from a place or of a body.

    "Dene farmer Mira Holt", "Vantor’s search head, Ivo Hale", "Ada Quill of Dene", "Ada Quill, 52, a nurse from Dene".
    In "Ivo Hale said in Dene" and "Ada Quill, who is suing Vantor" they do not, nor in "Ada Quill told the Dene Post".
    """
    sentence = whole_sentences(text, *mention)
    start = next((at for name in who.split() if (at := text.find(name, *mention)) >= 0), mention[0])
    before = _BORDER.split(text[sentence[0] : start].rstrip(" ,"))[-1].split()
    last = max((at for at, word in enumerate(before) if _is_beside(word, beside)), default=None)
    if last is not None and any(word.islower() for word in before[last + 1 :]):
        return PREPOSITIONS.isdisjoint({*before[last + 1 :]} - {"of"})
    end = cue[0] if cue is not None and cue[0] >= mention[1] else sentence[1]
    match = _APPOSITION.match(text[mention[1] : end])
    after = match["what"].split() if match else []
    first = min((at for at, word in enumerate(after) if _is_beside(word, beside)), default=None)
    if first is None:
        return False
    own = [word for word in after[:first] if word in PREPOSITIONS or word.endswith("ing")]
    if own:
        return own[-1] in _OF
    # ", the Vantor vice president,", and not ", told the Vantor board that ...".
    return DETERMINERS.issuperset(after[:first]) and any(word.islower() for word in after[first + 1 :])


def _is_beside(word: str, beside: set[str]) -> bool:
    return not beside.isdisjoint(words_in(word))


def _told(text: str, sentence: Span, said: list[Said]) -> str:
    """Return what of a sentence is nobody's words."""
    kept, (at, end) = list[str](), sentence
    for first, last in sorted(span for record, _ in said for span in record.content):
        if at < last and first < end:
            kept.append(text[at : max(at, first)])
            at = last
    return " ".join([*kept, text[at : max(at, end)]])


def _words_of(who: str) -> set[str]:
    return {same_word(each) for each in content_terms(who)}


def _is_of_other_gender(who: str, noun: str) -> bool:
    gender = gender_of(folded_words(who)[0])
    return (gender == "m" and noun in FEMALE_NOUNS) or (gender == "f" and noun in MALE_NOUNS)
