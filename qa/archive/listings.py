"""Define the lines of a listing of articles or outlets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One indexed article, as a listing shows it."""

    uid: str
    id: str
    title: str
    date: str | None
    source: str
    url: str
    path: str
    place: str
    passages: int


@dataclass(frozen=True, slots=True)
class Outlet:
    """One source in a listing; "" is for articles without one. `first` and `last` are days, if any article has one."""

    source: str
    articles: int
    first: str | None
    last: str | None
