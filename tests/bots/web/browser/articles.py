"""More articles than the other web tests need: a long one, and enough speakers and quotes for a second page."""

from __future__ import annotations

from pathlib import Path

DEEP = "“The ferry timetable must be printed in large letters,” Ingrid Solberg said on the last day."
"""A quote far down in the long article."""
_SENTENCE = (
    "The ferry crossed the sound on day {} of the trial, and nobody on board was asked about it afterwards."
)
_DAYS = [_SENTENCE.format(day) for day in range(1, 1_101)]
LONG_TITLE = "A year on the ferry"
LONG_TEXT = "\n\n".join([*_DAYS[:550], DEEP, *_DAYS[550:]])
"""More than one page of an article holds."""
FIRST = ("Ada", "Bo", "Carla", "Dag", "Edda", "Finn", "Greta")
LAST = ("Nyman", "Ostlund", "Persson", "Rask")
PLENTY = 25
"""Quotes of one speaker, more than a page of them shows."""
WIDE = "w" * 300
"""A word that no screen is wide enough for."""


def write_more_articles(folder: Path) -> None:
    _write(folder, "ferry", LONG_TITLE, "2023-06-01", LONG_TEXT)
    names = [f"{first} {last}" for last in LAST for first in FIRST]
    said = (
        f"“The bus stop near house number {number} needs a roof,” {name} said on Tuesday.\n\n"
        for number, name in enumerate(names, 1)
    )
    _write(folder, "bus", "What the street says about buses", "2023-09-05", "".join(said))
    for number in range(1, PLENTY + 1):
        text = f"“Bridge number {number} will be painted before winter comes,” Tove Hallberg said at the meeting.\n"
        _write(folder, f"bridge-{number}", f"Bridge number {number}", f"2023-10-{number:02}", text)
    text = f"“The sign says {WIDE} and nothing else,” Viggo Wide said about the sign.\n"
    _write(folder, "wide", f"A sign that says {WIDE}", "2023-11-01", text)


def _write(folder: Path, name: str, title: str, day: str, text: str) -> None:
    head = f"---\ntitle: {title}\ndate: {day}\nsource: Coast Gazette\n---\n"
    (folder / f"{name}.md").write_text(f"{head}{text}", encoding="utf-8")
