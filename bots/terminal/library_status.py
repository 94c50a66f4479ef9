"""Write the state of a library as text, for `qa status` and after indexing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bots.amounts import SKIPPED_IN_STATUS, WORDS_IN_STATUS
from bots.visible import visible_line
from bots.wording import counted
from qa.reading.web_addresses import is_address
from qa.settings import MEGABYTE
from qa.upkeep.findings import AliasStatus, Backup, CorrectionStatus, PlaceStatus, Status

if TYPE_CHECKING:
    # SQLite, which it imports, takes longer to load than --help may.
    from qa.tables.writing.places import Skipped

_THRESHOLDS = {
    "none": "as shipped",
    "holds": "the library's own",
    "stale": "as shipped; the library's own are out of date: run `qa calibrate` again",
}

_VECTOR_INDEX = {
    "whole": "whole",
    "previous": "damaged, so the previous one is used: run `qa doctor --repair`",
    "none": "damaged or missing, so every passage is compared: run `qa doctor --repair`",
    "exact": "none: the server compares every vector (pgvector)",
    "hnsw": "approximate (HNSW of pgvector); what a scope leaves little of is compared",
    "lacking": "lacking, so the server compares every vector (pgvector)",
}


PURGE_UNFINISHED = (
    "A purge ended early: parts of its texts may be left in the library's files. "
    "Run `qa forget --purge` again with the same name."
)


def status_as_text(status: Status, *, verbose: bool) -> str:
    model = "none yet" if status.model is None else f"{status.model.name} ({status.model.sha256[:12]})"
    lines = [
        f"library      {visible_line(str(status.folder))}",
        f"articles     {status.articles:,} (versions kept: {status.versions:,}, undated: {status.undated:,})",
        *([f"waiting      {status.waiting:,} for `qa work`"] if status.waiting else []),
        f"passages     {status.passages:,}",
        f"attributions {status.attributions:,} by {counted(status.speakers, 'speaker')}",
        f"model        {visible_line(model)}",
        f"generation   {status.generation} (outside it: {status.unpublished:,} new, {status.dead:,} gone)",
        f"vector index {_vector_index(status)}",
        f"sizes        database {megabytes(status.database_bytes)}, "
        f"generation {megabytes(status.generation_bytes)}",
        *(["full text    by postings in plain SQL"] if status.data_checksums is not None else []),
        *_checksums(status),
        *([f"purge        {PURGE_UNFINISHED}"] if status.unfinished_purge else []),
        f"last backup  {_backup(status.last_backup)}",
        f"thresholds   {_THRESHOLDS[status.calibration]}",
        f"shows        {shown_in_words(status.sentences_shown)}",
        "places",
        *(_place(place) for place in status.places),
    ]
    lines += _by_hand(status, verbose=verbose)
    for name, indexed in (("skipped", False), ("notes", True)):
        found = [each for each in status.skipped if each.indexed is indexed]
        shown = skipped_lines(found if verbose else found[:SKIPPED_IN_STATUS])
        lines += [f"{name:<13}{len(found):,}"] if found else []
        lines += [f"  {line}" for line in shown]
        if len(shown) < len(found):
            lines.append(f"  ... and {len(found) - len(shown):,} more (-v shows all)")
    return "\n".join(lines) + "\n"


def _vector_index(status: Status) -> str:
    why = "" if status.vector_index == "none" else f"; {status.vector_index_why}"
    return visible_line(f"{_VECTOR_INDEX[status.vector_index]}{why}")


def _checksums(status: Status) -> list[str]:
    if status.data_checksums is None:
        return []
    off = "off: the server does not notice damage on its disks; stop it and run `pg_checksums --enable`"
    return [f"checksums    {'on' if status.data_checksums else off}"]


def _backup(last: Backup | None) -> str:
    if last is None:
        return "none known: run `qa backup FILE`"
    return visible_line(f"{last.file} of {last.made_at[:10]}, {counted(last.articles, 'article')}")


def shown_in_words(sentences: int | None) -> str:
    """Write how much of its articles a library lets be shown: "whole articles"."""
    if sentences is None:
        return "whole articles"
    around = f", and {counted(sentences, 'sentence')} before and after them" if sentences else " only"
    return f"quotes{around}"


def _by_hand(status: Status, *, verbose: bool) -> list[str]:
    """Write how much was corrected by hand; with `verbose` one line for each."""
    lines = []
    if status.corrections:
        idle = sum(not each.applied for each in status.corrections)
        lines.append(f"corrections  {len(status.corrections):,} by hand{_idle(idle)}")
        lines += [f"  {_correction(each)}" for each in status.corrections if verbose]
    if status.aliases:
        idle = sum(not each.applied for each in status.aliases)
        lines.append(f"aliases      {len(status.aliases):,} by hand{_idle(idle)}")
        lines += [f"  {_alias(each)}" for each in status.aliases if verbose]
    if lines and not verbose:
        lines.append("  (-v lists them)")
    return lines


def _idle(count: int) -> str:
    return f" (not applied: {count:,})" if count else ""


def _correction(each: CorrectionStatus) -> str:
    words = " ".join(each.words.split())
    words = f"{words[:WORDS_IN_STATUS]}..." if len(words) > WORDS_IN_STATUS else words
    lost = "" if each.applied else " (not applied: nobody is recorded there now)"
    return visible_line(f"{each.quote}  {each.speaker or 'nobody'}: {words}  ({each.path}){lost}")


def _alias(each: AliasStatus) -> str:
    lost = "" if each.applied else " (not applied)"
    return visible_line(f"{each.first} {'is not' if each.apart else 'is'} {each.second}{lost}")


def _place(place: PlaceStatus) -> str:
    articles = counted(place.articles, "article")
    if place.kind == "web":
        looked = "not asked yet" if place.looked_at is None else f"asked on {moment(place.looked_at)}"
        return visible_line(f"  {place.path} ({articles}, {looked})")
    gone = "" if place.present else ", not there now"
    left_out = f", without {', '.join(place.exclude)}" if place.exclude else ""
    dated = ", dated by the days of their files where they give none" if place.dated_by_files else ""
    return visible_line(f"  {place.path} ({counted(place.files, 'file')}, {articles}{dated}{left_out}{gone})")


def megabytes(size: int) -> str:
    return f"{size / MEGABYTE:,.1f} MB"


def skipped_lines(skipped: Sequence[Skipped]) -> list[str]:
    lines = []
    for each in skipped:
        # The only article of a file has the file's own name as its id.
        inside = f" ({each.id})" if each.id not in ("", each.path) else ""
        lines.append(visible_line(f"{_where(each)}{inside}: {each.reason}"))
    return lines


def moment(seconds: float) -> str:
    """Write seconds since 1970 in local time: "2025-01-31 08:00"."""
    return f"{datetime.fromtimestamp(seconds).astimezone():%Y-%m-%d %H:%M}"


def _where(skipped: Skipped) -> str:
    if is_address(skipped.place):
        return skipped.path or skipped.place
    place = Path(skipped.place)
    # If the place is the file itself, its path in that place is its name.
    return str(place if place.name == skipped.path and not place.is_dir() else place / skipped.path)
