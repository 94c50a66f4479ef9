"""Say that an outlet that was asked for has no article: a misspelt one would look like an archive without answers."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.archive.protocol import View
    from qa.datatypes import Scope


def unknown_outlets(view: View, scope: Scope, *, instead: str = "") -> list[str]:
    """Return a sentence for each outlet of a scope without articles: with those that may be meant, else `instead`."""
    known = {source.casefold(): source for source in view.sources()} if scope.sources else {}
    said = []
    for source in scope.sources:
        if (typed := source.strip().casefold()) not in known:
            meant = " or ".join(f"“{known[each]}”" for each in _alike(typed, known))
            said.append(
                f"No article here is from “{source}”. {f'Is {meant} meant?' if meant else instead}".rstrip()
            )
    return said


def _alike(typed: str, outlets: Collection[str]) -> list[str]:
    """Return at most three outlets that may be meant: "the harwick lantern" by "lantern", or by a typing error."""
    words = set(typed.split())
    holding = [outlet for outlet in outlets if words and words <= set(outlet.split())]
    return (holding or get_close_matches(typed, outlets))[:3]
