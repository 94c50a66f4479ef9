"""Find whom "he" means after "who won the race?": somebody whom the quote names that answered it."""

from __future__ import annotations

from qa.conversation.agreement import is_one_person, is_person, may_mean
from qa.conversation.not_meant import answers_who, without_asides
from qa.conversation.past import Past
from qa.language.lexicon.follow_up_words import HE, SHE
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.names import names_in
from qa.understanding.words import bare

_READ = 300
"""Characters of the first quote that are read: who did it stands near the beginning."""
_MOST = 4


def who_answered(pronoun: str | None, past: Past, speakers: KnownSpeakers) -> tuple[str, ...]:
    """Return who may be the answer to the last question of who did something: one, several, or nobody.

    Several are to be chosen from: of "Ada Quill beat Ivo Brandt", a question for the winner says nothing of which is
    which.
    """
    asking = without_asides(past)
    if pronoun not in HE | SHE or not past.quoting or not answers_who(asking.last, speakers):
        return ()
    turn, asked = asking.known[-1]
    if not turn.answered:
        return ()
    text = turn.answer.partition("\n")[0][:_READ]
    typed = {bare(word) for word in asked.standalone.split()}
    found: dict[str, str] = {}
    for name in names_in(f"about {text}"):
        match = match_speaker(name, speakers)
        known = match.name if match.name and not match.corrected else None
        full = known or name
        one = is_one_person(known, speakers) if known else is_person(name, sure=True)
        surname = bare(full.rsplit(maxsplit=1)[-1])
        if one and may_mean(pronoun, full, speakers) and not typed & {bare(word) for word in full.split()}:
            found.setdefault(surname, full)
    return tuple(found.values())[:_MOST]
