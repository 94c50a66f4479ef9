"""Write a speaker's profile as text and as a row."""

from __future__ import annotations

from bots.terminal.rendering import INDENT, Look, called
from bots.visible import visible, visible_line
from bots.wording import in_words, speaker_label
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
        # The name stands above; only what it leaves out is said again.
        label = speaker_label(profile.best.attribution, speaker.name)
        parts = ("" if label == speaker.name else label, article.source, in_words(article.date))
        origin = ", ".join(visible_line(part) for part in parts if part)
        lines.append(look.dim(f"{INDENT}— {origin} · {called(profile.best, look, numbered=False)}"))
    return "\n".join(lines)


def as_row(profile: Profile) -> tuple[str, ...]:
    speaker = profile.speaker
    best = profile.best.text if profile.best else ""
    return (speaker.name, speaker.kind, str(speaker.count), _topics(profile), best)


def _topics(profile: Profile) -> str:
    return ", ".join(f"{name} ({count})" for name, count in profile.topics)
