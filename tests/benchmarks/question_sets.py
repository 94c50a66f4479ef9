"""Find question sets in a folder: where their articles are, for which day they ask, and which yardstick judges them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).parents[2]

Judges = Literal["answers", "natural", "talk", "eval"]
"""`score.py`, `score_natural.py`, `score_talk.py`, or where none of them is there `qa eval`."""
SCRIPTS: dict[Judges, str] = {
    "answers": "score.py",
    "natural": "score_natural.py",
    "talk": "score_talk.py",
}

TALK_ARCHIVES = {"mh": "multihop_rag", "gum": "gum_news"}
"""The sets whose articles a dialogue is about, by what the dialogues call them."""
TALK_TODAY = "2023-12-31"
TODAY = "2026-11-25"
"""For sets that name no day: a fixed one, so that "last week" means the same in each run."""


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A folder with questions, and what is needed to ask and judge them.

    `places` are what is indexed for it; empty for dialogues, which use the libraries of other sets.
    `yardsticks` is the folder that the scripts are in.
    """

    name: str
    folder: Path
    places: tuple[Path, ...]
    today: str
    judges: Judges
    yardsticks: Path | None

    @property
    def questions(self) -> Path:
        return self.folder / "questions.jsonl"

    @property
    def has_attributions(self) -> bool:
        return self.yardsticks is not None and (self.folder / "attributions.jsonl").exists()

    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.questions.read_text(encoding="utf-8").splitlines() if line]

    def articles_digest(self) -> str:
        """Return a hash of all that is indexed: sets with equal articles share a library."""
        digest = hashlib.sha256()
        for place in self.places:
            for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
                if path.is_file():
                    digest.update(path.read_bytes())
        return digest.hexdigest()[:10]


def find_sets(folder: Path) -> tuple[list[QuestionSet], list[str]]:
    """Return the sets in a folder, by name, and the names of those without articles."""
    found, left_out = [], []
    for each in sorted(path for path in folder.iterdir() if (path / "questions.jsonl").exists()):
        places = _places(each)
        if places is None:
            left_out.append(each.name)
            continue
        judges, yardsticks = _yardstick(folder, each)
        found.append(QuestionSet(each.name, each, places, _today(each), judges, yardsticks))
    return found, left_out


def fitted_sets() -> set[str]:
    """Return the sets that the shipped coefficients were fitted on, as the coefficients' files name them."""
    found = set()
    for path in (ROOT / "qa").rglob("*.json"):
        for named in json.loads(path.read_text(encoding="utf-8")).get("fitted_on", ()):
            found.add(named.split(" (")[0])
    return found


def in_sample(asked: QuestionSet, sets: Sequence[QuestionSet]) -> str:
    """Return "yes" for a set that was fitted on, "articles" where only its articles were, else "no"."""
    fitted = fitted_sets()
    if asked.name in fitted:
        return "yes"
    if asked.judges == "talk":
        return "articles" if set(TALK_ARCHIVES.values()) & fitted else "no"
    used = {each.articles_digest() for each in sets if each.name in fitted and each.places}
    return "articles" if asked.articles_digest() in used else "no"


def _places(folder: Path) -> tuple[Path, ...] | None:
    for name in ("articles.jsonl", "articles.jsonl.gz"):
        if (folder / name).exists():
            return (folder / name,)
    if (folder / "articles").is_dir():
        # The made archive: its questions are about the seeds as well.
        return (folder / "articles", ROOT / "seeds")
    return () if folder.name.startswith("talk_") else None


def _yardstick(folder: Path, each: Path) -> tuple[Judges, Path | None]:
    if (each / "articles").is_dir():
        # The other yardsticks compare quotes with `articles.jsonl`.
        return "eval", None
    wanted: Judges = "answers"
    if each.name.startswith(("natural_", "talk_")):
        wanted = "natural" if each.name.startswith("natural_") else "talk"
    # A folder may hold links to sets that lie beside the yardsticks.
    beside = [folder, folder.resolve().parent, *(path.resolve().parent for path in sorted(folder.iterdir()))]
    for place in beside:
        if (place / SCRIPTS[wanted]).exists():
            return wanted, place
    return "eval", None


def _today(folder: Path) -> str:
    if folder.name.startswith("talk_"):
        return TALK_TODAY
    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    named = {json.loads(line).get("today") for line in lines}
    named.discard(None)
    return named.pop() if len(named) == 1 else TODAY
