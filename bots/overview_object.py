"""Write what is in an archive as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from bots.contract import SCHEMA, Json, corpus_object
from qa.answering.overview.describing import ArchiveOverview, MainSpeaker
from qa.answering.overview.telling_topics import TopicCount


def overview_object(overview: ArchiveOverview) -> Json:
    return {
        "schema": SCHEMA,
        "corpus": corpus_object(overview.corpus),
        "undated": overview.undated,
        "periods": [
            {"name": each.period.name, "articles": each.period.articles, "topics": _topics(each.topics)}
            for each in overview.periods
        ],
        "outlets": [
            {
                "source": each.outlet.source or None,
                "articles": each.outlet.articles,
                "first_date": each.outlet.first,
                "last_date": each.outlet.last,
                "undated": each.undated,
            }
            for each in overview.outlets
        ],
        "speakers": overview.speakers,
        "people": [_speaker(each) for each in overview.people],
        "bodies": [_speaker(each) for each in overview.bodies],
        "topics": _topics(overview.topics),
        "read": overview.read,
        "questions": list(overview.questions),
    }


def _topics(topics: Sequence[TopicCount]) -> list[Json]:
    return [{"words": each.words, "articles": each.articles} for each in topics]


def _speaker(each: MainSpeaker) -> Json:
    role = each.role
    return {
        "name": each.speaker.name,
        "count": each.speaker.count,
        "role": None if role is None else {"what": role.what, "of": role.of, "former": role.former},
        "about": list(each.about),
    }
