"""Turn a statement into a question that it answers, where its form is plain enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.answering.overview.topics import Topic, names
from qa.language.lexicon.calendar import MONTHS
from qa.language.lexicon.first_names import FEMALE, MALE
from qa.language.lexicon.function_words import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.terms import content_terms
from qa.speakers.names import fold

LONGEST = 40
"""The most words of a statement that is turned into a question; longer ones say too many things at once."""

_LONGEST_SUBJECT = 7
_IRREGULAR = dict(
    pair.split(":")
    for pair in """became:become began:begin brought:bring built:build bought:buy chose:choose came:come
    drew:draw fell:fall fought:fight found:find got:get gave:give went:go grew:grow held:hold
    kept:keep led:lead left:leave lost:lose made:make met:meet paid:pay rose:rise ran:run
    sold:sell sent:send shot:shoot sat:sit spent:spend stood:stand struck:strike took:take
    taught:teach threw:throw won:win wrote:write""".split()
)
_MOVED_TO_FRONT = frozenset("was were is are has have had will can could would should".split())
_NOT_PAST = frozenset("need indeed hundred".split())
# Verbs of saying make questions of another kind.
_SAYING = frozenset("say tell write believe think add note".split())
_MONTH = rf"(?:{'|'.join(month.capitalize() for month in MONTHS if len(month) > 4)}|May|June|July)"
_WHEN = re.compile(
    rf",? (?:(?:in|since) (?:1\d|20)\d\d\b|on {_MONTH} \d{{1,2}}\b(?:, \d{{4}})?"
    rf"|in {_MONTH}(?:,? \d{{4}})?\b)"
)
_WHERE = re.compile(r",? (?:in|at) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_HOW_MANY = re.compile(r"\d[\d,]* (?P<noun>[a-z]{3,}s)\b")
_STOP = re.compile(r"[,;:—(]| -- | (?:and|but|which|who|after|before|because|while|when|where|although|as) ")
_MARKS = re.compile(r"[\"“”‘`]|''|(?<!\w)['’]|['’](?!\w)|\n")
_BACKWARDS = re.compile(
    r"(?:he|she|it|they|this|that|these|those|there|his|her|its|their|such|both|here)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Reworded:
    """A question, and the name in it (or "") that can be exchanged for another."""

    question: str
    name: str


def questions_from(sentence: str) -> list[Reworded]:
    """Return the questions, for most sentences none, that a single plain statement answers."""
    stripped = sentence.strip().rstrip(" .")
    text = " ".join(stripped.split())
    # Quotation marks: somebody's words are asked for in another way, and half of them is no statement.
    if not 5 <= text.count(" ") + 1 <= LONGEST or _MARKS.search(stripped) or _BACKWARDS.match(text):
        return []
    return list(dict.fromkeys(_reworded(text)))


def _reworded(text: str) -> Iterator[Reworded]:
    named = [name for name in names(text, 0, len(text)) if len(name.text) > 2]
    split = _subject_and_verb(text)
    if split is None:
        return
    subject, verb, rest = split
    first = named[0] if named and named[0].start == 0 else None
    if first is not None and first.text == subject:
        yield from _about(first, verb, rest, named[1:])
    if first is None and subject.split(" ")[0].casefold() not in DETERMINERS:
        return
    name = named[0].text if named else ""
    opening = subject if first is not None else subject[0].lower() + subject[1:]
    # "was built in 1999" asks "was X built", "opened in 1999" asks "did X open".
    auxiliary, kept = (verb, "") if verb in _MOVED_TO_FRONT else ("did", f" {_base(verb)}")
    if match := _WHEN.search(f" {rest}"):
        clause = _clause(rest[: max(0, match.start() - 1)])
        # "He was mayor in 1999" alone asks next to nothing.
        if kept or " " in clause or _is_past(clause):
            yield Reworded(f"When {auxiliary} {opening}{kept}{_spaced(clause)}?", name)
    if verb in ("was", "were") and (match := _WHERE.search(rest)) and not _WHEN.match(rest, match.start()):
        clause = _clause(rest[: match.start()])
        done = clause.split(" ")[0]
        if done == "born" or _is_past(done):
            yield Reworded(f"Where {auxiliary} {opening} {clause}?", name)
    if kept and (match := _HOW_MANY.match(rest)):
        yield Reworded(f"How many {match['noun']} did {opening}{kept}?", name)


def _about(first: Topic, verb: str, rest: str, others: list[Topic]) -> Iterator[Reworded]:
    """Yield questions for who it is, or who did it, where a statement begins with a name."""
    name = first.text
    person = " " in name and fold(name.split(" ")[0]) in MALE | FEMALE
    if verb in ("is", "was") and re.match(r"(?:a|an|the) [a-z]", rest):
        yield Reworded(f"{'Who' if person else 'What'} {verb} {name}?", name)
    elif person and _is_past(verb):
        clause = _clause(rest)
        if len(content_terms(clause)) >= 2:
            yield Reworded(f"Who {verb} {clause}?", next((o.text for o in others if o.text in clause), ""))


def _subject_and_verb(text: str) -> tuple[str, str, str] | None:
    """Split a statement at its first finite verb, if a short subject without punctuation stands before it."""
    words = text.split(" ")
    if words[0].casefold() in PREPOSITIONS | SUBJECT_PRONOUNS:
        return None
    for at, word in enumerate(words[: _LONGEST_SUBJECT + 1]):
        if at > 0 and (word in _MOVED_TO_FRONT or _is_past(word)) and at + 1 < len(words):
            return " ".join(words[:at]), word, " ".join(words[at + 1 :])
        if not word.replace("-", "").replace("’", "").replace("'", "").replace(".", "").isalnum():
            return None
    return None


def _base(past: str) -> str:
    # A wrong final "e" does no harm: stems are compared.
    if past in _IRREGULAR:
        return _IRREGULAR[past]
    stem = past[:-2]
    if past.endswith("ied"):
        return stem[:-1] + "y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    return stem + "e" if stem[-1] in "csvuzg" and not stem.endswith(("ss", "ng")) else stem


def _is_past(word: str) -> bool:
    if word in VERBS and VERBS[word].lemma in _SAYING:
        return False
    return word in _IRREGULAR or (word not in _NOT_PAST and bool(re.fullmatch(r"[a-z]{2,}ed", word)))


def _clause(text: str) -> str:
    """Return a text up to where another clause begins."""
    match = _STOP.search(text)
    return (text[: match.start()] if match else text).strip()


def _spaced(clause: str) -> str:
    return f" {clause}" if clause else ""
