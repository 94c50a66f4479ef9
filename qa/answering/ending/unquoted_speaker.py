"""Tell when a report may stand for the words of a group that no article quotes: "The survivors allege a cover-up"."""

from __future__ import annotations

from qa.answering.ending.draft import Draft
from qa.answering.ending.outcome import Conclusion
from qa.answering.spans.by_speaker import label_of
from qa.answering.spans.candidates import Considered
from qa.answers import Outcome, QuestionKind, Understanding
from qa.language.terms import located_terms, term
from qa.ranking.selecting import Chosen
from qa.ranking.speaking import told_of
from qa.speakers.names import is_group, parse_person
from qa.understanding.described import noun_of
from qa.understanding.words import has_clause


def may_be_told(understood: Understanding, end: Conclusion, *, missing: bool) -> bool:
    """Return whether somebody whom the articles do not quote was asked for, and nothing was found yet."""
    name = understood.speaker
    if name is None or understood.kind is not QuestionKind.SAID or understood.speaker_known or missing:
        return False
    # What an article tells of a person is no word of theirs; a body or a group is told of as it speaks.
    person = not understood.speaker_is_role and bool(parse_person(name).given) and not is_group(name)
    return not person and not understood.ambiguous and end.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


def tells_of(considered: Considered, chosen: Chosen, asked: str) -> bool:
    """Return whether a span says that who was asked for spoke, and is nobody's words: "The survivors allege ..."."""
    found = considered.found
    label = label_of(considered.retrieved, found, chosen.row)
    key = considered.retrieved.passages[int(found.passage[chosen.row])].version_key
    start, end = int(found.starts[chosen.row]), int(found.ends[chosen.row])
    if label is not None and label[1] is not None:
        return False
    text, noun = considered.retrieved.versions[key].article.text[start:end], term(noun_of(asked))
    named = {text[first:last] for first, last, found in located_terms(text) if found == noun}
    # "The ferry company claims ...", beside the name of that company, may be theirs.
    return bool(named) and (label is not None or any(told_of(text, word) for word in named))


def found_nobody_by_clause(draft: Draft) -> bool:
    """Return whether nobody was found who is "the mother of the boy who drowned": what tells of it is nearest then."""
    return draft.denies and draft.nearest is None and has_clause(draft.understood.speaker or "")
