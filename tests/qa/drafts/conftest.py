"""An archive in memory over a few articles, without an encoder: checking a draft needs no vectors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from embeddings.encoder import ModelIdentity
from qa.archive.protocol import Said
from qa.attribution.extractor import extract
from qa.datatypes import Article, Passage, PassageHandle, Speaker, StoredPassage, Version, VersionHandle
from qa.drafts.checked_drafts import check_text
from qa.drafts.verdicts import CheckedQuotation
from qa.language.sentences import split
from tests.qa.archive.memory import MemoryArchive

Check = Callable[[str], list[CheckedQuotation]]


class WithFormerText(MemoryArchive):
    """An archive that still keeps a former text of its only article."""

    former: Version | None = None

    def kept_versions(self, uid: str) -> list[Version]:
        old = [replace(self.former, uid=uid)] if self.former else []
        return [*super().kept_versions(uid), *old]

    def attributions(self, handles: Iterable[VersionHandle]) -> dict[VersionHandle, list[Said]]:
        if self.former is None or list(handles) != [self.former.key]:
            return super().attributions(handles)
        return {self.former.key: [(record, record.speaker) for record in extract(self.former.article)]}


def in_memory(articles: Sequence[Article], sentences_shown: int | None = None) -> WithFormerText:
    """Keep articles with their attributions; each paragraph is a passage, and every vector is empty."""
    kept = []
    names: dict[str, int] = {}
    for number, article in enumerate(articles):
        key = VersionHandle(number)
        passages = [
            StoredPassage(
                PassageHandle((number, each.start)),
                key,
                Passage(each.start, each.end, each.sentences),
                np.zeros(2, np.float32),
                np.zeros((len(each.sentences), 2), np.float32),
            )
            for each in split(article.text)
        ]
        said = [(record, record.speaker) for record in extract(article)]
        for _, name in said:
            if name:
                names[name] = names.get(name, 0) + 1
        uid = f"{number:a>10}".replace("0", "b").translate(str.maketrans("123456789", "cdefghijk"))
        version = Version(key, uid, article.sha256(), article, sentences_shown=sentences_shown)
        kept.append((version, passages, said))
    speakers = [Speaker(name, "person", (), count) for name, count in names.items()]
    descriptions = {version.uid: () for version, _, _ in kept}
    return WithFormerText(kept, speakers, ModelIdentity("none", "0" * 64, 2, 256), descriptions)


def checker(articles: Sequence[Article], former: Article | None = None) -> Check:
    archive = in_memory(articles)
    if former is not None:
        archive.former = Version(VersionHandle("former"), "", former.sha256(), former, current=False)
    return lambda text: list(check_text(archive, text, name="draft.txt").findings)


HARBOUR = """The council of Westerhaven met on Monday to speak about the old harbour.

“The harbour must stay open to fishing boats,” Mayor Anna Lindqvist said. “We will not sell it for 40 million crowns.”

“I was never asked about the long-term plan, and it’s a ‘hole in the budget’,” said Peter Okafor of the opposition.

Okafor said that the council had not read the plan before the vote.

“We would support a new quay,” Okafor said, “but not at any price.”

“We will repair the road to the lighthouse this winter if the county pays its share,” Lindqvist said.

The repair of the quay cost about 900,000 crowns in all.
"""
LIBRARY = """The town library will open on Sundays from June.

“Families have asked us for Sunday hours for more than ten years,” said Maria Stein, the director.

“It is not about money. It is about people who work all week,” Stein said.

“No decision on the old reading room has been taken,” Stein said.

“We have asked the owner to re-sign the contract,” Stein said. “The books have cost about twenty thousand crowns.”

“Should we close the old reading room?” Stein said.
"""
REPRINT = """News in brief from the coast.

“The harbour must stay open to fishing boats,” said Anna Lindqvist, the mayor of Westerhaven.
"""


@pytest.fixture(scope="session")
def coast() -> list[Article]:
    return [
        Article("harbour", HARBOUR, "The old harbour", "2024-03-04", "Coast Gazette"),
        Article("library", LIBRARY, "New hours for the library", "2024-05-20", "Inland Post"),
        Article("brief", REPRINT, "In brief", "2024-03-06", "Inland Post"),
    ]


@pytest.fixture(scope="session")
def check(coast: list[Article]) -> Check:
    return checker(coast)
