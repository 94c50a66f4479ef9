"""Look up what an archive's articles say that a speaker is: offices, jobs, relatives, whom they speak for."""

from __future__ import annotations

from collections import defaultdict

from qa.archive.protocol import View
from qa.datatypes import Bearer, DescriptionKind, Scope, Speaker, Version, VersionHandle
from qa.language.terms import terms

MOST_ARTICLES = 300
"""How many articles are read for what they say of a speaker."""


def roles_of(view: View, speaker: Speaker, scope: Scope | None = None) -> tuple[Bearer, ...]:
    """Return what articles say that a speaker is, what most of them say first.

    They are the articles that quote the speaker, and those that give the name in full.
    """
    scope = scope or Scope()
    said = view.attributed_to(speaker.name, scope)
    names = {speaker.name, *speaker.aliases, *(record.speaker for _, record in said)}
    keys = dict.fromkeys(key for key, _ in said)
    if len(keys) < MOST_ARTICLES:
        hits = [handle for handle, _ in view.phrase(terms(speaker.name), scope, MOST_ARTICLES)]
        keys |= dict.fromkeys(view.versions_of(hits))
    chosen = list(keys)[:MOST_ARTICLES]
    versions, described = view.versions(chosen), view.descriptions(chosen)
    found: dict[tuple[DescriptionKind, str, str | None, bool], dict[VersionHandle, Version]] = defaultdict(
        dict
    )
    for key in chosen:
        for each in described[key]:
            if each.who in names and each.kind is not DescriptionKind.ALSO_CALLED:
                found[each.kind, each.what, each.of, each.former][key] = versions[key]
    bearers = [_bearer(what, speaker.name, list(own.values())) for what, own in found.items()]
    return tuple(sorted(bearers, key=lambda each: (-each.articles, each.what, each.of or "")))


def _bearer(
    what: tuple[DescriptionKind, str, str | None, bool], name: str, versions: list[Version]
) -> Bearer:
    days = sorted(day for version in versions if (day := version.article.day))
    first, last = (days[0], days[-1]) if days else (None, None)
    return Bearer(*what, who=name, speaker=name, articles=len(versions), first=first, last=last)
