"""Write how an answer ended, and what stands beside it: the sentences that all front ends share.

What a sentence says and what `outcome`, `nearest` and `meta` say is the same: tests go through all of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bots.beside_answer import who_has_typed
from bots.wording import corpus_in_words, counted, with_the
from qa.answers import Answer, Meta, Nearest, Outcome, QuestionKind, Understanding
from qa.conversation.asking_back import offered_instead
from qa.conversation.earlier.question_text import with_the as with_typed_the
from qa.language.lexicon.follow_up_words import OWNERS
from qa.settings import MAX_QUOTES
from qa.understanding.described import asked_for
from qa.understanding.quoted import asked_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.answering.comparison import Timeline

UNSURE = "This may answer it:"
NO_SPEAKER = "I find nobody who says them there"
SHOW_ARCHIVE = (Meta.PROGRAM, Meta.ARCHIVE)
"""What is answered with a card of what is in the archive."""
SHOW_EXAMPLES = (Meta.GREETING, Meta.SUMMARY)
"""What is answered with a few questions that the archive answers."""
_QUOTES_FOLLOW = " Nearest:"
_OTHERS_FOLLOW = " On other things:"
_WHO = re.compile(r"who(?P<else> else)? (?P<did>\S.*?)[\s?!.]*", re.IGNORECASE)
_LONGEST_DEED = 200
_OWNS = re.compile(r"\b(?:of|for|at|in|from|with) |[’'](?:s\b|(?=\s))")
"""What is in a phrase for somebody, whose end is then no place for an "'s"."""
_WHERE_OR_WHEN = frozenset("in at during before after since until near outside inside under".split())
_OF_A_VERB = frozenset("about of for to from with on upon against into by".split())
"""What joins a topic to a verb; "down payments" and "over fishing" are whole."""
_OUTSIDE = {
    Nearest.OUTSIDE_DATES: "the dates",
    Nearest.OUTSIDE_SOURCES: "the outlets",
    Nearest.OUTSIDE_BOTH: "the dates and outlets",
}


def ending(answer: Answer) -> str:
    """Write how a question ended that was not simply answered; "" where it was, and where each side says it."""
    if answer.sides:
        return ""
    if answer.choices or answer.understood.ambiguous:
        asked = " ".join(filter(None, (asking_back(answer), _as_questions(answer.choices))))
        return asked + (_QUOTES_FOLLOW if answer.quotes else "")
    match answer.outcome:
        case Outcome.ANSWERED:
            return ""
        case Outcome.META:
            return meta_in_words(answer)
        case Outcome.UNSURE:
            return UNSURE
        case Outcome.NOT_FOUND:
            return f"Not found: {_nothing(answer.understood)} ({corpus_in_words(answer.corpus)})."
        case _ if answer.nearest is Nearest.NOBODYS_WORDS:
            return _nobodys_words(answer)
        case _ if answer.article:
            return "That is the end of the article."
        case _ if answer.nearest is Nearest.ALL_SHOWN and answer.quotes:
            return _nearest(answer) + _OTHERS_FOLLOW
        case _:
            return _nearest(answer) + (_QUOTES_FOLLOW if answer.quotes else "")


def side_ending(side: Answer) -> str:
    """Write how it ended for one of several compared speakers; "" where it was answered."""
    return ending(side).removesuffix(_QUOTES_FOLLOW)


def nearest_only(answer: Answer, shown: int) -> str:
    """Write the line above quotes that are shown though nothing answers; "" where something may.

    Whose words they are is known from the records; what they tell of is only estimated, and so it is said.

    Args:
        shown: How many are shown.
    """
    if answer.outcome is not Outcome.NOT_FOUND or not shown or answer.choices:
        return ""
    guessed = answer.understood.kind is QuestionKind.CONTENT
    if shown == 1:
        verb = "does not seem to answer" if guessed else "does not answer"
        return f"The nearest quote, which {verb} the question:"
    verb = "seems to answer" if guessed else "answers"
    return f"The nearest quotes, none of which {verb} the question:"


def asking_back(answer: Answer) -> str:
    """Write the question that the program asks back when it cannot tell what is meant."""
    understood = answer.understood
    if understood.ambiguous:
        return f"Which one: {' or '.join(understood.ambiguous)}? Ask again with the full name."
    if word := understood.unexplained:
        return f"Nothing before this question says what “{word}” is. Did you mean:"
    return "This question lacks something. Did you mean:"


def taken_for(answer: Answer, *, offers_below: bool = False) -> str:
    """Write whom else the question may mean, each as a question to ask; "" where nobody else.

    Args:
        offers_below: The questions themselves stand below, to be chosen, and are not repeated here.
    """
    understood, offers = answer.understood, offered_instead(answer.understood)
    if answer.choices:
        return ""
    parts = []
    if understood.also:
        other = " is below." if offers_below else f": “{understood.also}”"
        parts.append(f"Two questions: this is on the first. The other{other}")
    if offers:
        others = " below." if offers_below else f": {_as_questions(offers)}"
        if understood.bearers:
            said_of = (
                f"“{understood.described or understood.speaker}” is said of {_joined(understood.bearers)}"
            )
            parts.append(f"{said_of}{'.' if offers_below else others}")
        else:
            parts.append(f"Taken for {understood.speaker}; others of that name{others}")
    return " ".join(parts)


def _joined(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def offered(answer: Answer) -> tuple[str, ...]:
    """Return the questions to choose from.

    They are asked back, about others that the asked name or role could mean, or the other one of two.
    """
    also = (answer.understood.also,) if answer.understood.also else ()
    return answer.choices or (*offered_instead(answer.understood), *also)


def meta_in_words(answer: Answer) -> str:
    """Write the reply to what asked the articles nothing."""
    corpus = corpus_in_words(answer.corpus)
    match answer.meta:
        case Meta.GREETING:
            return f"Hello. Ask what somebody said, in plain words: I quote the articles here ({corpus})."
        case Meta.THANKS:
            return "You are welcome."
        case Meta.PROGRAM:
            return (
                f"I answer questions about the articles here ({corpus}) in their own words: who said what, verbatim, "
                "with speaker, source and date. I read English, and I say so where the articles do not answer. "
                "Ask “What did X say about Y?”, “Who said ...?”, or a name or a topic alone."
            )
        case Meta.SUMMARY:
            return (
                "I quote and do not sum up. Ask “who said something about” a topic for the main quotes on it."
            )
        case Meta.NODDED:
            return "All right. Ask on; “more” shows further quotes, “show me the article” what stands around them."
        case Meta.ARCHIVE:
            return f"In here: {corpus}."
        case _:
            # Which articles hold the words of a topic is in the note.
            return ""


def timeline_ending(timeline: Timeline) -> str:
    """Write why a timeline is empty or lacks dates; "" where nothing is missing."""
    understood = timeline.understood
    name, topic = _name(understood), _on_topic(understood)
    if timeline.quotes:
        count = len(timeline.undated)
        if count > 1:
            return f"The last {count:,} are from articles without a date."
        return "The last is from an article without a date." if count else ""
    if timeline.undated:
        return f"No article that quotes {name}{topic} has a date, so there is no order to show."
    if timeline.nearest in (Nearest.SPEAKER_NOT_ON_THIS, *_OUTSIDE):
        return _denial(timeline.nearest, understood)
    return f"Not found: {_nothing(understood)} ({corpus_in_words(timeline.corpus)})."


def _nearest(answer: Answer) -> str:
    if answer.nearest is not None:
        return _denial(answer.nearest, answer.understood, who_has_typed(answer))
    return f"Not found: {_nothing(answer.understood)}."


def _nobodys_words(answer: Answer) -> str:
    articles = len({quote.version.uid for quote in answer.quotes})
    least = "at least " if articles == MAX_QUOTES else ""
    return f"These words stand in {least}{counted(articles, 'article')}, though {NO_SPEAKER}:"


def _denial(nearest: Nearest, understood: Understanding, other: str = "") -> str:
    """Write what is known of the archive where nothing answers.

    Args:
        other: Whose words are what was typed, if that is known.
    """
    name, topic = _name(understood), _on_topic(understood)
    match nearest:
        case Nearest.SPEAKER_NOT_ON_THIS:
            return f"Not found: {name} {_be(name)} quoted in these articles, though not{topic or ' on this'}."
        case Nearest.OTHERS_ON_THIS if other:
            return f"Not found: {other} {_be(other)} quoted{topic}, but {name} {_be(name)} not."
        case Nearest.OTHERS_ON_THIS:
            return f"Not found: others are quoted{topic or ' on this'}, but {name} {_be(name)} not."
        case Nearest.ALL_SHOWN:
            return (
                f"Not found: that is all that I found of {name}{topic}."
                if understood.speaker
                else "Not found: that is all that I found."
            )
        case Nearest.OTHER_WORDS:
            return "Not found in these words."
        case _ if understood.speaker is None:
            return f"Not found: what answers that is outside {_OUTSIDE[nearest]} asked for."
        case _:
            return f"Not found: {name} {_be(name)} quoted{topic}, though only outside {_OUTSIDE[nearest]} asked for."


def _nothing(understood: Understanding) -> str:
    """Write that nothing was found: no claim that there is nothing."""
    if understood.speaker is None and understood.kind is QuestionKind.WHO_SAID:
        return _nobody(understood.standalone)
    if understood.speaker is None:
        return "I found nothing here that answers that"
    name = _name(understood)
    # "The mayor of Harwick's on it" and "Quill's lawyer's" are no English.
    own = "" if _OWNS.search(name) else "’" if name.endswith("s") else "’s"
    return f"I found no words of {name}{own}{_on_topic(understood)}"


def _nobody(question: str) -> str:
    """Write that nobody was found, in the question's own words where they can be: "who criticised the plan"."""
    match = _WHO.fullmatch(" ".join(question.split()))
    if match is None or len(match["did"]) > _LONGEST_DEED:
        return "I found nobody here who said that"
    return f"I found nobody {'else ' if match['else'] else ''}here who {match['did']}"


def _name(understood: Understanding) -> str:
    name = understood.speaker or ""
    if not name.split():
        return "the speaker"
    if name.split()[0].casefold() in OWNERS:
        return name
    if (typed := with_typed_the(name, understood.standalone)) != name:
        return typed
    if re.search(rf"\bthe {re.escape(name)}\b", understood.standalone, re.IGNORECASE):
        return f"the {name}"  # "the CEO of Dene Tools", "the Dutch rowing champion"
    described = understood.described is not None or understood.speaker_is_role or name[:1].islower()
    if described and asked_for(name) is not None and "’" not in name and "'" not in name:
        return f"the {name}"  # what somebody is, and no name: "the mayor of Harwick"
    return with_the(name)


def _be(name: str) -> str:
    last = name.rsplit(maxsplit=1)[-1]
    return (
        "are"
        if name.startswith("the ") and last.islower() and last.endswith("s") and not last.endswith("ss")
        else "is"
    )


def _on_topic(understood: Understanding) -> str:
    if understood.topic in asked_words(understood):
        return " with these words"
    first, _, rest = (understood.topic or "").partition(" ")
    if rest and first in _WHERE_OR_WHEN:
        return f" {understood.topic}"  # "What did Quill say at the trial?"
    if rest and first in _OF_A_VERB:
        return f" on {rest}"  # what she apologised "for", she spoke on
    return f" on {understood.topic}" if understood.topic else ""


def _as_questions(questions: tuple[str, ...]) -> str:
    return " · ".join(f"“{each}”" for each in questions)
