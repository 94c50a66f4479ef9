"""Write a speaker's profile as text, as a row and as JSON."""

from __future__ import annotations

from bots.terminal.contract import Json, quote_object
from bots.terminal.rendering import INDENT, Look
from bots.visible import visible, visible_line
from bots.wording import in_words
from qa.archive.speaker_lookup import Profile

HEAD = ("speaker", "kind", "quotes", "about", "best")


def as_text(profile: Profile, *, look: Look) -> str:
    speaker = profile.speaker
    times = "once" if speaker.count == 1 else f"{speaker.count:,} times"
    lines = [f"{look.bold(visible_line(speaker.name))} ({speaker.kind}), quoted {times}"]
    if speaker.aliases:
        lines.append(look.dim(f"{INDENT}also as {visible_line(', '.join(speaker.aliases))}"))
    if profile.topics:
        lines.append(f"{INDENT}about {visible_line(_topics(profile))}")
    if profile.best:
        article = profile.best.version.article
        lines.append(look.wrapped(visible(profile.best.text), INDENT))
        origin = ", ".join(visible_line(part) for part in (article.source, in_words(article.date)) if part)
        lines.append(look.dim(f"{INDENT}— {origin} · qa show {profile.best.id}"))
    return "\n".join(lines)


def as_row(profile: Profile) -> tuple[str, ...]:
    speaker = profile.speaker
    best = profile.best.text if profile.best else ""
    return (speaker.name, speaker.kind, str(speaker.count), _topics(profile), best)


def as_object(profile: Profile) -> Json:
    speaker = profile.speaker
    return {
        "name": speaker.name,
        "kind": speaker.kind,
        "aliases": list(speaker.aliases),
        "count": speaker.count,
        "topics": [{"name": name, "count": count} for name, count in profile.topics],
        "best": quote_object(profile.best) if profile.best else None,
    }


def _topics(profile: Profile) -> str:
    return ", ".join(f"{name} ({count})" for name, count in profile.topics)
