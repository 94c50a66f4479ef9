"""Write the names of a question that was typed in small letters as the quotes shown for it have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from qa.answers import Understanding
from qa.conversation.earlier.agreement import gender_of_name
from qa.conversation.earlier.appended_words import with_mark_only
from qa.conversation.earlier.noun_phrases import begins_sentence
from qa.conversation.earlier.turns import Turn
from qa.conversation.topics.standalone import Standalone
from qa.language.lexicon.first_names import gender_of
from qa.language.lexicon.follow_up_words import THE_BODY, UNTELLING
from qa.language.lexicon.function_words import DETERMINERS
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.places import OFFICES_OF
from qa.language.lexicon.question_words import QUESTION_AUXILIARIES
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, term
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.introduced import asked_introduction
from qa.understanding.words import bare, is_role

_KINDS = GROUP_NOUNS | THE_BODY
"""Parts of names that are things by themselves: "church", of a text on the Harwick Church."""
_WORD = regex(r"[^\W\d_][\w-]*")
_TURNS = 3
"""How many turns are looked at, the last ones."""
_OF = regex(r"\b(?P<what>[A-Z][\w-]*) of [A-Z][\w-]*")
_READ = 2_000
"""The most characters of what was shown in which a full name is looked for."""


def as_shown(turn: Turn, understood: Understanding, speakers: KnownSpeakers) -> Understanding:
    """Return what a question was understood as, with capitals for its names.

    After "who is quill" and a quote with "said Mr Quill", "he" may mean Quill: only capitals show that a word is a
    name. A word that the quotes have in small letters too is none.
    """
    if turn.outcome is None or not _in_small_letters(turn.question):
        return understood
    if understood.speaker and not (understood.speaker_known or understood.speaker_is_role) and turn.answered:
        full = full_in(turn.answer, understood.speaker.capitalize())
        understood = replace(understood, speaker=full or understood.speaker)
    if with_mark_only(understood.standalone, turn.question):
        turn = replace(turn, question=understood.standalone)  # "what did quills father say"
    names = _names(turn, speakers) | _of_the_speaker(turn, understood)
    topic = understood.topic
    if topic and topic.islower() and topic not in turn.answer and _is_person(topic, speakers):
        names = {word: names.get(word, word.capitalize()) for word in topic.split()} | names
    if not names:
        return understood
    names |= _given_before(turn.question, names)
    topic = topic and _with_names(topic, names)
    return replace(understood, standalone=_with_names(understood.standalone, names), topic=topic)


_SHORT = regex(r"\b[A-Z]{2,5}\b")


def _in_small_letters(question: str) -> bool:
    """Return whether a question has no capitals but those of short names: "how much will VLC pay ada quill?"."""
    return _SHORT.sub("", question).islower()


def with_shown_names(question: str, turns: Sequence[Turn]) -> str:
    """Return a question in small letters with capitals for the names that stand in what was shown before it.

    "When did quill resign?", after a quote with "said Mr Quill": what it names is not what was asked before.
    """
    if not _in_small_letters(question):
        return question
    shown = "\n".join(turn.answer for turn in turns[-_TURNS:] if turn.outcome is not None)
    words = [match[0] for match in _WORD.finditer(question)]
    small = {match[0] for match in _WORD.finditer(shown) if match[0][0].islower()}

    def is_name(low: str) -> bool:
        telling = low not in small and low not in UNTELLING | _KINDS
        return telling and not (is_stop_term(term(low)) or is_role(low))

    names = {
        low: match[0]
        for match in _WORD.finditer(shown)
        if match[0][0].isupper()
        and (low := match[0].lower()) in words
        and is_name(low)
        and not begins_sentence(shown, match.start())
        and _stands_alone(shown, match)
    }
    names |= _with_owners(shown, words, is_name)
    for pair in pairwise(words):  # "Port Orsa"; and "Saudi Arabia", where only the Saudis were shown
        whole = " ".join(pair).title()
        if all(map(is_name, pair)) and (whole in shown or whole.lower() in OFFICES_OF.values()):
            names |= dict(zip(pair, whole.split(), strict=True))
    return _with_names(question, names)


def _with_owners(shown: str, words: Sequence[str], is_name: Callable[[str], bool]) -> dict[str, str]:
    """Return the names that were typed without an apostrophe before what is theirs: "whats quills job"."""
    owners = {
        word.removesuffix("s")
        for word, following in pairwise(words)
        if word.endswith("s")
        and not (following in VERBS or following in QUESTION_AUXILIARIES or is_stop_term(term(following)))
    }
    return {
        f"{low}s": f"{match[0]}’s"
        for match in _WORD.finditer(shown)
        if match[0][0].isupper()
        and (low := match[0].lower()) in owners
        and is_name(low)
        and f"{low}s" not in shown.lower()
    }


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Return whether a word is no part of a longer name: "Quill" of "when Quill resigned", not of "Quill Street 3"."""
    before = text[: match.start()].rstrip(" ").rpartition(" ")[2]
    after = text[match.end() : match.end() + 2]
    joined = text[match.start() - 1 : match.start()] == " " and before[:1].isupper() and before[-1:].isalnum()
    joined = joined and not is_stop_term(term(before))  # "Here Quill resigned"
    return not joined and not (after[:1] == " " and (after[1:].isupper() or after[1:].isdigit()))


def _names(turn: Turn, speakers: KnownSpeakers) -> dict[str, str]:
    """Return each word of a question that is a name in what was shown for it, as it stands there."""
    typed = {match[0] for match in _WORD.finditer(turn.question)}
    pairs = set(pairwise(match[0] for match in _WORD.finditer(turn.question)))
    found: dict[str, str] = {}
    whole: dict[str, str] = {}
    beside: dict[str, tuple[str, str]] = {}
    small: set[str] = set()
    for match, following in pairwise((*_WORD.finditer(f"{turn.answer} x"),)):
        word, low = match[0], match[0].lower()
        if f"{low}s" in typed and word[0].isupper() and match_speaker(low, speakers).speaks:
            found.setdefault(f"{low}s", f"{word}’s")  # "quills plan"
        if low not in typed:
            continue
        capitals = word[0].isupper() and following[0][0].isupper()
        # "In Harwick, ten were hurt" has no name "In Harwick".
        full = capitals and (low, following[0].lower()) in pairs and not is_stop_term(term(low))
        if full:  # "Ten Mott", where "ten mott" was typed
            whole |= {low: word, following[0].lower(): following[0]}
            beside |= dict.fromkeys((low, following[0].lower()), (low, following[0].lower()))
        if word[0].islower():
            small.add(low)
        elif full or not begins_sentence(turn.answer, match.start()) or match_speaker(low, speakers).speaks:
            found.setdefault(low, word)
    # "Pond Frogs" of a headline is no name, where "pond frogs" stands in small letters too.
    whole = {low: word for low, word in whole.items() if not small.issuperset(beside[low])}
    for match in _OF.finditer(turn.answer):  # "Bank of Dene", where "the bank of dene" was typed
        low, what = match[0].lower(), match["what"].lower()
        if (what in _KINDS or not is_role(what)) and re.search(rf"(?<!\w){low}(?!\w)", turn.question):
            whole[low] = match[0]
    return whole | {
        low: word
        for low, word in found.items()
        if low not in small
        and low not in UNTELLING
        and len(low) > 1
        and not is_stop_term(term(low))
        and not is_role(low)
        and low not in _KINDS
    }


def _given_before(question: str, names: Mapping[str, str]) -> dict[str, str]:
    """Return the given names before names of a question: "Ada", of "ada quill", where only "Quill" was shown."""
    words = [match[0] for match in _WORD.finditer(question)]
    return {
        first: first.capitalize()
        for first, then in pairwise(words)
        if then in names
        and gender_of(first) is not None
        and not is_stop_term(term(first))
        and first not in QUESTION_AUXILIARIES
    }


def _of_the_speaker(turn: Turn, understood: Understanding) -> dict[str, str]:
    """Return the words of the name of whoever was asked for, as the archive writes them: "Ada" and "Quill"."""
    if not understood.speaker or not understood.speaker_known or understood.speaker_is_role:
        return {}
    typed = {match[0] for match in _WORD.finditer(turn.question)}
    return {
        match[0].lower(): match[0]
        for match in _WORD.finditer(understood.speaker)
        if match[0].lower() in typed and match[0][0].isupper() and match[0].lower() not in _KINDS
    }


def _is_person(topic: str, speakers: KnownSpeakers) -> bool:
    """Return whether a topic is nothing but a person's name: "brandt" of "what did quill say about brandt"."""
    match = match_speaker(topic, speakers)
    if match.corrected or topic.split(maxsplit=1)[0] in DETERMINERS or is_stop_term(term(topic)):
        return False  # "the charges" are no Charles
    known = (speakers.speaker(name) for name in (match.name, *match.ambiguous) if name)
    return any(each is not None and each.kind == "person" for each in known)


def _with_names(text: str, names: Mapping[str, str]) -> str:
    """Put names into a text; a word after "the" or "his" is a thing: "the bridge" of a text on Dene Bridge."""
    for phrase in (name for name in names if " " in name):
        text = re.sub(rf"(?<![\w-]){phrase}(?![\w-])", names[phrase], text)
    parts, end, before = [], 0, ""
    words = list(_WORD.finditer(text))
    for match, following in zip_longest(words, words[1:]):
        # "The Dene Bridge" is a name all the same.
        whole = following is not None and following[0] in names and following.start() == match.end() + 1
        name = names.get(match[0]) if before not in DETERMINERS or whole else None
        parts += [text[end : match.start()], name or match[0]]
        end, before = match.end(), match[0].lower()
    return "".join(parts) + text[end:]


def with_whole_name(alone: Standalone, last: Understanding | None) -> Standalone:
    """Write whom a question asks to be introduced with the whole name of who was asked for, and not as was typed.

    "Who is he?", after "what did quill say?" was taken for Ada Quill, asks for no other Quill.
    """
    name = last.speaker if last is not None and last.speaker_known and not last.ambiguous else None
    asked = asked_introduction(alone.text)
    if name is None or asked is None or asked.words not in alone.words or not asked.person:
        return alone
    if asked.words == name or bare(asked.words) not in {bare(word) for word in name.split()}:
        return alone
    return Standalone(alone.text.replace(asked.words, name, 1), (name,))


def full_in(text: str, name: str) -> str | None:
    """Return a surname with the given name that stands before it in what was shown, if that is anybody's.

    Who has no words here is in no list of speakers: only "Ada Quill resigned" shows that "Quill" is "she".
    """
    if " " in name or not name[:1].isupper():
        return None
    for match in re.finditer(rf"\b(?P<given>[^\W\d_a-z][\w’'-]+)\s+(?i:{re.escape(name)})\b", text[:_READ]):
        if gender_of_name(match["given"]) is not None:
            return match[0]
    return None


def shown_in_full(turn: Turn, name: str) -> str | None:
    """Return the only full name of what was shown that begins with a given name: John Quill of "john".

    Any other John of the archive was not talked of.
    """
    if not turn.answered or " " in name or not name[:1].isupper() or gender_of_name(name) is None:
        return None
    text = turn.answer[:_READ]
    full = {match[0] for match in re.finditer(rf"\b{re.escape(name)}\s+[^\W\d_a-z][\w’'-]+", text)}
    return full.pop() if len(full) == 1 else None
