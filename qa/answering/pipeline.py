"""Answer an understood question: retrieve, rank, choose, weigh, and decide how it ends."""

from __future__ import annotations

from dataclasses import replace

from qa.answering.articles_of_a_time import FIRST_WORDS, NOTHING_DATED, OF_OTHER_DAYS, first_words, with_days
from qa.answering.denials.in_other_words import in_other_words
from qa.answering.denials.missing_name import name_is_missing
from qa.answering.denials.proof import BESIDE_TOPIC, called, perhaps, proved, said_in
from qa.answering.ending.asked_in_interview import asked_in_interview
from qa.answering.ending.draft import Draft
from qa.answering.ending.outcome import Conclusion, conclude
from qa.answering.ending.unquoted_speaker import found_nobody_by_clause, may_be_told, tells_of
from qa.answering.ending.words_of_no_record import of_no_record
from qa.answering.loaded_models import LoadedModels
from qa.answering.objections.asked_day import names_asked_day
from qa.answering.outside_bounds import only_elsewhere, outside
from qa.answering.people.bodies_of_kind import of_body
from qa.answering.people.described_in_article import described, undecided
from qa.answering.people.introductions import introduced
from qa.answering.people.loosely_described import meant_in_article
from qa.answering.people.namesakes import of_nobody_named, of_one, put_to
from qa.answering.people.other_names import by_other_names
from qa.answering.people.people_of_kind import of_kind
from qa.answering.people.told_apart import introduced_so
from qa.answering.respelled_question import respelled_question
from qa.answering.shown_before import within_articles
from qa.answering.spans.candidates import Considered, consider
from qa.answering.spans.quotes import quotes_of
from qa.answering.spans.retrieval import narrowed
from qa.answering.spans.thresholds import in_force
from qa.answering.topics.browsed_topic import quotes_on_topic
from qa.answering.topics.relative_topic import with_relative_named
from qa.answering.topics.topic_timeline import topic_timeline
from qa.answering.topics.words_on_topic import words_of
from qa.answering.who_spoke.holders_of_office import only_officers
from qa.answering.who_spoke.whether_done import asked_act, asks_for_deed, did
from qa.answering.who_spoke.who_said import hear
from qa.answering.who_spoke.who_said_outcome import is_left_open, settle, without_others
from qa.answering.who_spoke.words_to_addressee import as_topic, names_hearer, told_to
from qa.answers import Answer, Outcome, QuestionKind, Understanding
from qa.archive.corpus_summary import summary
from qa.archive.protocol import View
from qa.archive.shown_quotes import Shown
from qa.conversation.earlier.followed import Followed
from qa.datatypes import Scope
from qa.understanding.understand import as_content


class Pipeline:
    """Answers understood questions from one view at a time. Safe to call from several threads."""

    def __init__(self, models: LoadedModels) -> None:
        self._models = models

    def answer(
        self, snapshot: View, understood: Understanding, scope: Scope, followed: Followed | None = None
    ) -> Answer:
        """Answer an understood question.

        Args:
            followed: What its conversation adds: what to search with, and what was shown already.
        """
        corpus = summary(snapshot)
        undated = corpus.first_date is None and (understood.since or understood.until) is not None
        if undated:
            # No article can be told by its date: what is found may be of any time, and is shown as that.
            understood = replace(understood, since=None, until=None)
        browses = understood.browses
        understood = with_days(snapshot, understood, narrowed(scope, understood))
        of_other_days = browses and not understood.browses
        understood = respelled_question(snapshot, understood, self._models.encoder)
        understood = with_relative_named(snapshot, understood, scope)
        understood = of_one(snapshot, understood, scope)
        if understood.ambiguous and followed and followed.shown:  # of two Hales, the one of what was shown
            understood = of_one(snapshot, understood, within_articles(scope, followed.shown))
        missing = name_is_missing(snapshot, understood)
        draft = self._ranked(snapshot, understood, scope, followed, missing=missing)
        draft = self._under_other_names(snapshot, draft, scope, followed)
        draft = self._described(snapshot, draft, scope, followed)
        draft = of_body(snapshot, draft, lambda u: self._ranked(snapshot, u, scope, followed, missing=False))
        draft = self._heard(snapshot, draft, scope, followed)
        shown = Shown(snapshot, followed.exclude if followed else frozenset())
        draft = introduced(snapshot, draft, narrowed(scope, draft.understood), shown)
        draft = of_kind(snapshot, draft, narrowed(scope, draft.understood), shown)
        draft = self._did(snapshot, draft, scope, followed)
        draft = self._told_to(snapshot, draft, scope, followed)
        draft = _browsed(snapshot, draft, scope, followed).in_any_order()
        if draft.denies:
            draft = self._outside_bounds(snapshot, draft, scope, followed, missing=missing)
        if draft.denies:
            draft = of_no_record(snapshot, draft, scope)
        draft = of_nobody_named(draft)
        draft = draft.unproved() if draft.understood.loosely_described else draft
        named = any(names_asked_day(understood.question, each.text) for each in draft.quotes[:1])
        if (undated or of_other_days) and not named:
            unsure = Outcome.UNSURE if draft.outcome is Outcome.ANSWERED else draft.outcome
            of_time = NOTHING_DATED if undated else OF_OTHER_DAYS
            draft = replace(draft, outcome=unsure, note=f"{draft.note} {of_time}".strip())
        return draft.answer(corpus)

    def consider(
        self, snapshot: View, understood: Understanding, scope: Scope, followed: Followed | None = None
    ) -> Considered:
        """Retrieve, score and choose spans, without deciding how the answer ends."""
        models = self._models
        if understood.kind is QuestionKind.CONTENT:
            models.begin_reader()
        return consider(snapshot, models.encoder(), models.reader, understood, scope, followed)

    def _ranked(
        self,
        snapshot: View,
        understood: Understanding,
        scope: Scope,
        followed: Followed | None,
        *,
        missing: bool,
    ) -> Draft:
        """Draft an answer from what ranks first; a denial of it is held against the records."""
        considered = self.consider(snapshot, understood, scope, followed)
        end = conclude(considered, understood, in_force(snapshot), name_missing=missing)
        if may_be_told(understood, end, missing=missing):
            told = self._told_of(snapshot, understood, scope, followed)
            considered, end = told or (considered, end)
        draft = Draft.of(snapshot, understood, considered, end)
        shown = Shown(snapshot, followed.exclude if followed else frozenset())
        if missing and (named := called(snapshot, draft, narrowed(scope, understood), shown)) is not None:
            return named  # "The Polish ministry" is nowhere, and an article on Poland has a ministry.
        if missing:  # Nor is anything near, where nothing else is asked for.
            return draft if understood.topic or not draft.denies else replace(draft, quotes=(), related=())
        draft = proved(snapshot, draft, narrowed(scope, draft.understood), shown)
        draft = asked_in_interview(snapshot, draft, shown)
        # Who asks for more has seen what is nearest.
        return draft if followed and followed.exclude else in_other_words(draft, self._models.encoder)

    def _under_other_names(
        self, snapshot: View, draft: Draft, scope: Scope, followed: Followed | None
    ) -> Draft:
        """Answer by the other name of a body, FTC or DOJ, where that is answered more surely.

        Whose words a speaker's are is known by all names of theirs: here are those whom the archive does not quote.
        """
        asked = draft.understood
        of_fact = asked.kind is QuestionKind.CONTENT and not asked.browses
        of_unquoted = asked.kind is QuestionKind.SAID and not asked.speaker_known and draft.denies
        for renamed in by_other_names(snapshot, asked) if of_fact or of_unquoted else ():
            missing = name_is_missing(snapshot, renamed)
            other = self._ranked(snapshot, renamed, scope, followed, missing=missing)
            draft = other.as_asked(asked.question) if other.surer_than(draft) else draft
        return draft

    def _told_of(
        self, snapshot: View, understood: Understanding, scope: Scope, followed: Followed | None
    ) -> tuple[Considered, Conclusion] | None:
        """Return what the articles tell that may answer a question for the words of somebody they do not quote.

        "What do survivors say about the checks?" may be answered by "The survivors allege that they were shallow". None
        where they tell nothing of it, or only in the words of somebody else.
        """
        content = as_content(understood)
        considered = self.consider(snapshot, content, scope, followed)
        end = conclude(considered, content, in_force(snapshot), name_missing=False)
        if end.outcome is not Outcome.ANSWERED:
            return None
        nobodys = tuple(each for each in end.quotes if tells_of(considered, each, understood.speaker or ""))
        if not nobodys or nobodys[0] != end.quotes[0]:
            return None
        return considered, replace(end, outcome=Outcome.UNSURE, quotes=nobodys)

    def _described(self, snapshot: View, draft: Draft, scope: Scope, followed: Followed | None) -> Draft:
        """Answer by the words of whoever an article as a whole describes as was typed, as unsure where it may not."""
        if (phrase := undecided(draft)) is None:
            return self._loosely(snapshot, draft, scope, followed)
        found = described(snapshot, draft.understood, phrase, narrowed(scope, draft.understood))
        shown = Shown(snapshot, followed.exclude if followed else frozenset())
        if found.who is not None:
            meant = put_to(found.who, draft.understood)
            meant = replace(meant, speaker_known=True, speaker_is_role=False, described=phrase)
            words = self._ranked(snapshot, meant, scope, followed, missing=False)
            unsure = perhaps(replace(draft, understood=meant), found.quotes, shown)
            return words if not words.denies else unsure or draft
        loosely = self._loosely(snapshot, draft, scope, followed)
        if not loosely.denies and not (found.sure and all(one.speaker is None for one in loosely.quotes[:1])):
            return loosely
        return perhaps(draft, found.quotes, shown, "" if found.on_topic else BESIDE_TOPIC) or loosely

    def _loosely(self, snapshot: View, draft: Draft, scope: Scope, followed: Followed | None) -> Draft:
        """Show as unsure the words of whoever "the casino manager" seems to mean in an article on the topic."""
        bounds = narrowed(scope, draft.understood)
        found = meant_in_article(snapshot, draft) or introduced_so(snapshot, draft, bounds)
        if found is None:
            return draft
        meant, version = found
        words = self._ranked(snapshot, meant, scope, followed, missing=False)
        if words.denies or not words.quotes or words.quotes[0].version.key != version:
            shown = Shown(snapshot, followed.exclude if followed else frozenset())
            return said_in(snapshot, replace(draft, understood=meant), version, shown) or draft
        return replace(words, outcome=Outcome.UNSURE)

    def _heard(self, snapshot: View, draft: Draft, scope: Scope, followed: Followed | None) -> Draft:
        """Answer "Who said it?" and "Who criticised it?" by the records of all who speak on the topic."""
        heard = hear(snapshot, draft.understood, narrowed(scope, draft.understood), followed)
        if heard is None:
            return draft
        heard, draft = without_others(*only_officers(snapshot, heard, draft, scope))
        if is_left_open(heard, draft.outcome):
            content = as_content(draft.understood)
            beside = self.consider(snapshot, content, scope, followed)
            told = conclude(beside, content, in_force(snapshot), name_missing=False)
            if told.outcome is Outcome.ANSWERED:
                quotes = tuple(quotes_of(snapshot, beside, told.quotes, told.confidence))
                draft = replace(draft, outcome=Outcome.UNSURE, quotes=quotes)
                heard, draft = without_others(*only_officers(snapshot, heard, draft, scope))
        return settle(draft, heard)

    def _did(self, snapshot: View, draft: Draft, scope: Scope, followed: Followed | None) -> Draft:
        """Answer "Did Quill endorse Brandt?" by what tells that she did, or did not."""
        sought = asked_act(draft.understood)
        if sought is not None:
            shown = Shown(snapshot, followed.exclude if followed else frozenset())
            draft = did(snapshot, draft, sought, narrowed(scope, draft.understood), shown)
        # "Did Quill concede?": her words on anything else are no answer, and what is told of it may be one.
        deed = asks_for_deed(draft.understood)
        if draft.outcome is Outcome.ANSWERED or not (deed or found_nobody_by_clause(draft)):
            return draft
        content = as_content(draft.understood)
        considered = self.consider(snapshot, content, scope, followed)
        end = conclude(considered, content, in_force(snapshot), name_missing=False)
        outcome = Outcome.UNSURE if end.outcome is Outcome.ANSWERED else end.outcome
        quotes = tuple(quotes_of(snapshot, considered, end.quotes, end.confidence))
        if not deed:
            return replace(draft, quotes=quotes)
        draft = replace(draft, outcome=outcome, nearest=end.nearest, confidence=end.confidence)
        return replace(draft, quotes=quotes, note=end.note)

    def _told_to(self, snapshot: View, draft: Draft, scope: Scope, followed: Followed | None) -> Draft:
        """Answer "What did Quill tell the council?" by what she told it, or else by her words on it."""
        if not names_hearer(draft.understood) or asked_act(draft.understood) is not None:
            return draft
        shown = Shown(snapshot, followed.exclude if followed else frozenset())
        told = told_to(snapshot, draft, narrowed(scope, draft.understood), shown)
        if told is not None:
            return told
        on_hearer = as_topic(snapshot, draft.understood)
        if on_hearer is None:
            return draft
        return self._ranked(snapshot, on_hearer, scope, followed, missing=False).unproved()

    def _outside_bounds(
        self,
        snapshot: View,
        draft: Draft,
        scope: Scope,
        followed: Followed | None,
        *,
        missing: bool,
    ) -> Draft:
        """Show what would answer outside the dates and the outlet that the question names, if anything does.

        The outlets of the scope itself still hold: the person who gave them wants nothing else shown.
        """
        bounds = narrowed(scope, draft.understood)
        if bounds.everything or words_of(snapshot, draft.understood, bounds):
            return draft  # what was shown before is not only outside
        free = replace(draft.understood, since=None, until=None, source=None)
        outlets = Scope(sources=scope.sources)
        considered = self.consider(snapshot, free, outlets, followed)
        end = conclude(considered, free, in_force(snapshot), name_missing=missing)
        wider = _browsed(snapshot, Draft.of(snapshot, free, considered, end), outlets, followed)
        nearest = outside(wider.quotes[0], bounds) if wider.outcome is Outcome.ANSWERED else None
        if nearest is None:
            return only_elsewhere(snapshot, draft, bounds)
        return replace(draft, outcome=Outcome.NEAREST, nearest=nearest, quotes=wider.quotes, note="")


def _browsed(snapshot: View, draft: Draft, scope: Scope, followed: Followed | None) -> Draft:
    """Show what there is on a topic that was typed without a question; nothing that was shown before."""
    understood = draft.understood
    bounds = narrowed(scope, understood)
    if not understood.browses or (understood.topic is None and bounds.everything):
        return draft
    note = FIRST_WORDS if understood.topic is None else draft.note
    in_time = topic_timeline(snapshot, understood.topic or "", bounds) if understood.over_time else None
    if understood.topic is None:
        found = first_words(snapshot, bounds)
    elif in_time is not None:
        found, note = list(in_time.quotes), in_time.note
    else:
        found = quotes_on_topic(snapshot, understood, bounds, draft.quotes, draft.confidence)
    shown = Shown(snapshot, followed.exclude if followed else frozenset())
    new = tuple(quote for quote in found if not shown.holds(quote.version, quote.start, quote.end))
    if not new:
        return draft
    return replace(draft, outcome=Outcome.ANSWERED, nearest=None, quotes=new, in_order=True, note=note)
