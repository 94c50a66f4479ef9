"""Tell whether a quote names whom, or which firm or club, a question asks for."""

from __future__ import annotations

import re

from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.function_words import AUXILIARIES
from qa.language.lexicon.groups import FIRM_NOUNS, GROUP_NOUNS
from qa.language.lexicon.places import ADJECTIVES
from qa.language.lexicon.roles import COMMON_KIN, FEMALE_NOUNS, HUMAN, MALE_NOUNS
from qa.language.lexicon.turning_words import NUMBER_WORDS
from qa.language.lexicon.word_families import irregular_pasts
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, term
from qa.reading.datelines import dateline

_WHO = regex(r"\W*who\b", re.I)
_NAMED_BODIES = sorted(
    {*FIRM_NOUNS, *"bank charity club hospital magazine newspaper school team university".split()}
)
_FORMS = "|".join(rf"{name[:-1]}(?:y|ies)" if name.endswith("y") else f"{name}s?" for name in _NAMED_BODIES)
_HELPERS = "|".join(sorted(map(re.escape, AUXILIARIES)))
_WHICH_BODY = regex(
    rf"\W*which (?:[\w’'-]+ )?(?P<noun>{_FORMS})\b(?! (?!(?:{_HELPERS})\b)[\w’'-]+ (?:{_HELPERS})\b)", re.I
)
"""What is answered by a name: not so "Which court?", which may be "a federal court", nor "Which school subjects?"."""
_PERSON = "|".join(sorted(map(re.escape, HUMAN)))
_WHICH_PERSON = regex(rf"\W*(?:which|what) (?:[\w’'-]+ )?(?P<noun>{_PERSON}) (?P<verb>[a-z]+)\b", re.I)
_NAME_OF_PERSON = regex(
    rf"\W*what(?:['’]s|\s+(?:is|was|are|were))\s+the\s+names?\s+of\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:{_PERSON})s?\b",
    re.I,
)
"""What "who" asks in more words: "What was the name of the 38-year-old man?"."""
_NAME = regex(r"(?<!\w)[^\W\d_a-z][\w’'-]*")
_ANY_PEOPLE = regex(r"\W*who (?:are|were|do|does|can|may|must|should)\b", re.I)
"""What may ask for people of a kind: "Who can sell bread?" is answered by "bakers"."""
_IDENTIFIED = regex(r"\W*the (?:[\w’'-]+ )?(?P<noun>[a-z-]+) of\b", re.I)
_SPEAKERS_OWN = regex(r"\b(?:I|me|my|we|our|us)\b")
"""What names who speaks, and is no name: "I will not direct the sequel"."""
_WORD = regex(r"\w+")
_SOMEBODY = regex(rf"\b(?i:an?|one|another) (?:[\w’'-]{{1,20}} ){{0,4}}?(?:{_PERSON})\b(?!,? [A-Z])")
"""Somebody without a name, though perhaps with a town's: "a Harwick Bay man", and not "a baker, Ada Quill"."""
_A_BEFORE = regex(r"\b[Aa]n?\s\Z")
_NOUN_NEXT = regex(r"['’]?s?[ -][^\W_]")
_UNNAMED = regex(r"\W*(?:A|An|One)\s[^.!?;:]{1,80}\Z")
"""Up to its end, an opening on somebody without a name: "A senior baker" of "A senior baker has quit"."""
_INTRODUCED = regex(r"\b[A-Z][\w’'-]+, \d{1,3}(?=[,.)])")
"""How news gives the name of who was told of without one: "Ada Quill, 52,"."""
_TITLE = 200
"""Within how many characters of its beginning, after its title, an article's first sentence begins."""
_NAME_WITHIN = 120
"""How many characters of the next sentence are looked at for the name that it opens with."""
_NEXT = regex(
    r"[.!?\"”’)]\s{0,4}(?:(?:Police|Officials|Officers|Authorities) (?:said|say|identified|named) )?"
    r"(?P<given>[A-Z][\w’'-]+)(?: [A-Z][\w.’'-]*){0,2} [A-Z][\w’'-]+(?P<age>, \d{1,3}\b)?"
)
"""The end of a sentence and a whole name that opens the next: "Ada Quill, 52, was", "Police said Ada Quill"."""
_BEFALLS = regex(
    r"\W*who (?:else )?(?:(?:was|were|is|are|got|gets|has been|have been|had been) (?:\w+ly )?(?P<done>[a-z]+)"
    r"|(?:has |have )?died)\b",
    re.I,
)
"""What is asked of somebody to whom it happened: "Who was robbed?", "Who died?"."""
_BEFELL = regex(r"\b(?:was|were|is|has been|had been|died|suffered)\b")
_SUSPECTED = regex(
    r"\b(?:accused|admitted|arrested|charged|convicted|custody|denie[sd]|detained|faces|fined|guilty|held|jailed"
    r"|questioned|sentenced|suspected|suspect|wanted)\b",
    re.I,
)
"""What is told of whoever did something to somebody else: "Ivo Hale, 31, was charged with robbery"."""
_ANYBODY = (MALE_NOUNS | FEMALE_NOUNS) - COMMON_KIN
_SENTENCE = regex(r"(?:[^.!?\n]|[.](?=\d|\S)){0,400}")
_BESIDE = regex(r", [A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3}(?=[,;.)])")
"""A name that says who somebody is, up to where it ends: ", Ada Quill," of "the adviser, Ada Quill, who left"."""
_TITLED = regex(r", (?:an?|the|its|his|her|their) (?P<what>[^,.!?;]{2,60})")


def asks_who(question: str) -> bool:
    """Return whether a question begins with "who"."""
    return _WHO.match(question) is not None


def asks_name(question: str) -> bool:
    """Return whether a question asks for somebody or for a firm or club, by name: "Which bank?"."""
    if asks_who(question) or _WHICH_BODY.match(question) or _NAME_OF_PERSON.match(question):
        return True
    return bool(_asked_person(question))


def _asked_person(question: str) -> str:
    """Return the noun of a person for whom "which" asks, where no noun follows it; else nothing.

    "Which driver won?", not "Which driver error?".
    """
    match = _WHICH_PERSON.match(question)
    verb = match["verb"].casefold() if match else ""
    asks = verb.endswith("ed") or verb in AUXILIARIES | irregular_pasts()
    return match["noun"].casefold() if match and asks else ""


def _asked_body(question: str) -> str:
    """Return the noun of the one firm or club for which "which" asks; else nothing: "Which airline ordered it?"."""
    match = _WHICH_BODY.match(question)
    noun = match["noun"].casefold() if match else ""
    return noun if noun in _NAMED_BODIES else ""


def names_nobody(question: str, quote: str, answer: str) -> bool:
    """Return whether a quote names nobody who may be asked for: its names are the question's.

    Args:
        answer: What the reader takes for the answer in it, if it read one. "A police officer shot him, Quill said" does
            not name who did, whoever else it names, nor "a French magazine was fined" which one, nor "Federal judge
            frees Quill" which judge. "The mother of the bride was hurt" says who was.
    """
    quote, answer = _after_dateline(quote, answer)
    answer = _with_name_beside(quote, answer)
    identified = _IDENTIFIED.match(answer) if asks_who(question) else None
    if identified is not None and identified["noun"].casefold() in HUMAN | GROUP_NOUNS:
        return False
    if asks_who(question) and _is_one_of_a_kind(quote, answer):
        return True
    if _is_one_of_the_asked(_asked_person(question) or _asked_body(question), quote, answer):
        return True
    whole = not answer or _SPEAKERS_OWN.search(quote) or _ANY_PEOPLE.match(question)
    told = quote if whole else answer
    known = {word.casefold() for word in _WORD.findall(question)} | NUMBER_WORDS
    if not asks_who(question):
        known |= ADJECTIVES.keys()
    names = (name for name in _NAME.findall(told) if name[0].isupper() and not is_stop_term(term(name)))
    return all(name.casefold() in known for name in names)


def _after_dateline(quote: str, answer: str) -> tuple[str, str]:
    """Return a quote and the answer in it without the place that the article begins with: "HARWICK — " names nobody.

    Where the reader takes the place for the answer, it is who is told of after it: "a man"; or any name that is given.
    """
    place, quote = quote[: (at := dateline(quote))], quote[at:]
    if place and answer in place:
        opening = None if _INTRODUCED.search(quote) else _SOMEBODY.match(quote)
        return quote, opening[0] if opening else ""
    return quote, answer.removeprefix(place)


def _with_name_beside(quote: str, answer: str) -> str:
    """Return an answer with the whole name right after it: "the mill's adviser, Ada Quill", not ", Ada Quill said"."""
    at = quote.find(answer) if answer else -1
    name = _BESIDE.match(quote, at + len(answer)) if at >= 0 else None
    return answer + name[0] if name else answer


def _is_one_of_a_kind(quote: str, answer: str) -> bool:
    """Return whether an answer is a name with "a" before it, as a thing has: "Dene Swift" of "a Dene Swift, a boat".

    "A Quill supporter" is somebody.
    """
    at = quote.find(answer) if answer[:1].isupper() else -1
    after = quote[at + len(answer) :]
    return at > 0 and _A_BEFORE.search(quote[:at]) is not None and not _NOUN_NEXT.match(after)


def _is_one_of_the_asked(noun: str, quote: str, answer: str) -> bool:
    """Return whether a quote has no more than one of those for whom "which" asks: "Federal" of "Federal judge".

    "Another federal judge freed Quill" names no judge either, whatever the reader takes for the answer, nor does "built
    for a Norland airline" name an airline.
    """
    if not noun:
        return False
    at = quote.find(answer) if answer else -1
    after = _WORD.match(quote[at + len(answer) :].lstrip()) if at >= 0 else None
    if at >= 0 and (answer.endswith(noun) or (after is not None and after[0] == noun)):
        return True
    unnamed = re.search(rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w’'-]+ ){{0,3}}{noun}\b(?!,? [A-Z])", quote)
    titled = re.search(rf"\b{noun.title()} [A-Z]|\b[A-Z][\w’'-]+, (?:[\w’'-]+ ){{0,4}}{noun}\b", quote)
    return unnamed is not None and titled is None


def _is_unnamed(quote: str, answer: str) -> bool:
    """Return whether an answer lies within what calls somebody without a name: "Harwick Bay" of "a Harwick Bay man"."""
    at = quote.find(answer) if answer else -1
    return at >= 0 and any(
        it.start() <= at and at + len(answer) <= it.end() for it in _SOMEBODY.finditer(quote)
    )


def named_next(question: str, quote: str, answer: str, article: str) -> bool:
    """Return whether an article opens on whom "who" asks for, without a name, and its next sentence opens with it.

    So news begins: "A Harwick baker has quit over the tolls. Ada Quill, 52, left on Monday." The quote may hold both.

    Args:
        quote: The first sentence or sentences of the article.
        answer: What the reader takes for the answer in it: "Harwick baker".
    """
    start = article.find(quote)
    if not 0 <= start <= _TITLE or not asks_who(question):
        return False
    unnamed = names_nobody(question, quote, answer)
    quote, answer = _after_dateline(quote, answer)
    if not unnamed and not _is_unnamed(quote, answer):
        return False
    after = article[start:].partition(quote)[2]
    before, found, rest = quote.partition(answer) if answer else ("", "", "")
    if not found or _UNNAMED.match(before + found) is None:
        return False
    opening = _NEXT.finditer(rest + after[:_NAME_WITHIN])
    return any(
        it.start() < len(rest)
        and (it["age"] or is_given(it["given"].casefold()))
        and not _is_of_another(question, before + found, (rest + after)[it.end() :], aged=bool(it["age"]))
        for it in opening
    )


def _is_of_another(question: str, opening: str, told: str, *, aged: bool) -> bool:
    """Return whether what follows a name tells of somebody else than the opening does.

    "A baker was robbed. Ivo Hale, 31, was charged", ". Ivo Hale saw it", ". Ivo Hale, the mayor, was shocked".

    Args:
        opening: The first words of the article, up to what calls somebody without a name: "A senior baker".
        told: The text after the name and the age.
        aged: There is an age, as there mostly is beside whom it happened to.
    """
    sentence = _SENTENCE.match(told)
    rest = sentence[0] if sentence else ""
    befalls = _BEFALLS.match(question)
    if befalls and (not befalls["done"] or _is_participle(befalls["done"])):
        if _SUSPECTED.search(rest) and not _SUSPECTED.search(question):
            return True
        if not aged and not _BEFELL.search(rest):
            return True
    titled = _TITLED.match(told)
    called = {word for word in _words(titled["what"]) if word in HUMAN} if titled else set()
    known = {word for word in _words(opening) if word in HUMAN}
    return bool(called and known - _ANYBODY) and called.isdisjoint(known)


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "en")) or word in irregular_pasts()


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
