"""Define the articles that were read and wait for a worker, which an engine that several machines write to keeps."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager
from typing import Protocol

from qa.datatypes import Article
from qa.tables.writing.places import Place


class JobTable(Protocol):
    """Articles that wait, each under its uid; changed inside the caller's transaction."""

    def put(self, place: Place, article: Article) -> bool:
        """File an article, in the place of an earlier one that still waits; return whether it was not filed already."""

    def withdraw(self, uid: str) -> None:
        """Delete the job of an article, if it has one."""

    def withdraw_file(self, place: int, path: str, keep: Collection[str] = ()) -> None:
        """Delete the jobs of a file, but for the articles with these ids."""

    def withdraw_forgotten(self) -> None:
        """Delete the jobs of what a person has forgotten."""

    def paths(self, place: int) -> dict[str, str]:
        """Return the path of each article of a place that waits, by its id."""

    def waiting(self) -> set[str]:
        """Return the uids of all articles that wait."""

    def held(self) -> AbstractContextManager[None]:
        """Let no worker commit inside the block, which may hold several transactions."""
