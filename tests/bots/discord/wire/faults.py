"""Find in a message what Discord would refuse, and what would mention somebody."""

from __future__ import annotations

from tests.bots.discord.wire.shapes import Json

NO_MENTIONS: Json = {"parse": [], "replied_user": False}


def faults(body: Json, *, editing: bool = False) -> list[str]:
    """Return what Discord would refuse, or what would mention somebody."""
    found = []
    if body.get("allowed_mentions") != NO_MENTIONS and not (editing and "allowed_mentions" not in body):
        mentions = body.get("allowed_mentions")
        if mentions is None or mentions.get("parse") or mentions.get("users") or mentions.get("replied_user"):
            found.append(f"mentions allowed: {mentions}")
    if len(body.get("content") or "") > 2000:
        found.append("content too long")
    embeds = body.get("embeds") or []
    total = 0
    for embed in embeds:
        texts = [embed.get("title") or "", embed.get("description") or ""]
        fields = [text for each in embed.get("fields", []) for text in (each["name"], each["value"])]
        texts += [
            *fields,
            (embed.get("footer") or {}).get("text") or "",
            (embed.get("author") or {}).get("name") or "",
        ]
        total += sum(map(len, texts))
        if len(texts[0]) > 256 or len(texts[1]) > 4096 or len(embed.get("fields", [])) > 25:
            found.append("embed too long")
    if total > 6000 or len(embeds) > 10:
        found.append("embeds too long")
    if not (body.get("content") or embeds or body.get("components") or editing):
        found.append("empty message")
    return found
