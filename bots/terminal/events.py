"""Print what happens while a library is kept up to date, one line for each event: `qa watch`, `qa work`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bots.terminal.session import Session

if TYPE_CHECKING:
    from bots.contract import Json
    from qa.ingest.watch import Event


def tell_event(session: Session, event: Event) -> None:
    """Print an event at once, as a line or as a JSON object."""
    import sys

    from bots.contract import SCHEMA, as_json

    if session.json:
        session.write(as_json({"schema": SCHEMA, **_as_object(event)}))
    elif event.kind == "error":
        session.note(f"error: {event.text}")
    else:
        session.write(_as_line(event))
    # A program that reads this through a pipe must get it now.
    sys.stdout.flush()


def _as_object(event: Event) -> Json:
    from bots.contract import plain_object

    if event.change is not None:
        return {"event": event.change.kind, **plain_object(event.change), "kind": "article"}
    if event.report is not None or event.skipped is not None:
        return {"event": event.kind, **plain_object(event.report or event.skipped)}
    return {"event": event.kind, "text": event.text or None}


def _as_line(event: Event) -> str:
    from bots.terminal.library_status import skipped_lines
    from bots.visible import visible_line
    from bots.wording import counted

    if event.change is not None:
        change = event.change
        article = f" ({change.id})" if change.id not in {"", change.path} else ""
        origin = f"{change.before} -> " if change.before else ""
        return visible_line(f"{change.kind}: {origin}{change.path}{article}")
    if event.report is not None:
        report = event.report
        return f"up to date: {counted(report.articles, 'article')}, {counted(report.passages, 'passage')}"
    if event.skipped is not None:
        kind = "note" if event.skipped.indexed else "skipped"
        return f"{kind}: {skipped_lines([event.skipped])[0]}"
    match event.kind:
        case "watching":
            return f"watching {counted(int(event.text), 'place')}"
        case "working":
            return "taking in what was filed"
        case "missing":
            return visible_line(f"not found, so its articles are kept: {event.text}")
        case "back":
            return visible_line(f"there again: {event.text}")
        case _:
            return "stopped"
