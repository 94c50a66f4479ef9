"""Index and ask question sets through the command line, and have the answers scored; keep what is finished."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from machine import ROOT, commit, load_now, product_differs, product_digest, refuse_if_busy
from question_sets import SCRIPTS, TALK_ARCHIVES, QuestionSet

_SECONDS_BETWEEN_LOOKS = 10
"""How often the load is looked at while a command runs."""


class Desk:
    """Measures sets one at a time; libraries, answers and scores lie in a folder, by the code that made them."""

    def __init__(self, work: Path, sets: Sequence[QuestionSet], cores: int) -> None:
        self._work = work.resolve() / product_digest()
        self._sets = {each.name: each for each in sets}
        self._cores = cores
        for name in ("libraries", "answers"):
            (self._work / name).mkdir(parents=True, exist_ok=True)
        self._qa = self._work / "qa"
        # The code beside this script, whatever is installed; and one file to name, as talk.py wants it.
        self._qa.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m bots.terminal "$@"\n')
        self._qa.chmod(0o755)

    def measure(self, asked: QuestionSet) -> dict[str, Any]:
        """Return a set's row for the results: from where it was kept, else measured now."""
        kept = self._work / f"{asked.name}.json"
        if kept.exists():
            found: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
            return found
        self._highest = load_now()
        row = self._scored(asked)
        row = {
            "commit": commit(),
            "dirty": product_differs(),
            "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
            "load": round(self._highest, 1),
            "today": asked.today,
            "asked": counts(asked.rows()),
        } | row
        kept.write_text(json.dumps(row), encoding="utf-8")
        return row

    def _scored(self, asked: QuestionSet) -> dict[str, Any]:
        if asked.judges == "eval":
            library = self._library(asked)
            printed = self._run(self._work / f"{asked.name}.eval.json", self._eval(library, asked))
            return {"eval": without_texts(json.loads(printed.read_text(encoding="utf-8")))}
        assert asked.yardsticks is not None
        answers = self._talk(asked) if asked.judges == "talk" else self._ask(asked, self._library(asked))
        # The natural one prints JSON in any case, and knows no such option.
        form = [] if asked.judges == "natural" else ["--json"]
        found = {asked.judges: self._score(asked, SCRIPTS[asked.judges], answers, form)}
        if asked.has_attributions:
            records = self._answers(asked, "attributions")
            self._run(records, self._command(self._library(asked), asked, "attributions"))
            found["attributions"] = self._score(asked, "score_attributions.py", records, ["--json"])
        return found

    def _library(self, asked: QuestionSet) -> Path:
        library = self._work / "libraries" / asked.articles_digest()
        done = library.with_name(f"{library.name}.done")
        if not done.exists():
            report = library.with_name(f"{library.name}.index.json")
            self._run(report, self._command(library, asked, "index", *map(str, asked.places)))
            done.touch()
        return library

    def _ask(self, asked: QuestionSet, library: Path) -> Path:
        command = self._command(library, asked, "ask", "--questions", str(asked.questions.resolve()))
        return self._run(self._answers(asked, "ndjson"), command)

    def _talk(self, asked: QuestionSet) -> Path:
        assert asked.yardsticks is not None
        pairs = [f"{name}={self._library(self._sets[of])}" for name, of in TALK_ARCHIVES.items()]
        script = [sys.executable, str(asked.yardsticks / "talk.py"), str(asked.folder.resolve()), *pairs]
        return self._run(
            self._answers(asked, "ndjson"), [*script, "--qa", str(self._qa), "--today", asked.today]
        )

    def _score(self, asked: QuestionSet, script: str, answers: Path, form: Sequence[str]) -> dict[str, Any]:
        assert asked.yardsticks is not None
        command = [sys.executable, str(asked.yardsticks / script), str(asked.folder.resolve()), str(answers)]
        scored = self._run(answers.with_name(f"{answers.name}.score.json"), [*command, *form])
        return without_texts(json.loads(scored.read_text(encoding="utf-8")))

    def _eval(self, library: Path, asked: QuestionSet) -> list[str]:
        return self._command(library, asked, "eval", str(asked.questions.resolve()))

    def _command(self, library: Path, asked: QuestionSet, *arguments: str) -> list[str]:
        shared = ["--library", str(library), "--today", asked.today, "--json", "--quiet"]
        return [str(self._qa), *shared, *arguments]

    def _answers(self, asked: QuestionSet, ending: str) -> Path:
        return self._work / "answers" / f"{asked.name}.{ending}"

    def _run(self, output: Path, command: Sequence[str]) -> Path:
        """Run a command with its output in a file, and end it where the machine gets busy."""
        unfinished = output.with_name(f"{output.name}.unfinished")
        environment = {name: value for name, value in os.environ.items() if not name.startswith("QA_")}
        environment |= {"HF_HUB_OFFLINE": "1", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        # The user's own settings are not measured, and the user's chat history is not written to.
        environment |= {
            "XDG_CONFIG_HOME": str(self._work / "config"),
            "XDG_STATE_HOME": str(self._work / "state"),
        }
        with unfinished.open("wb") as out:
            status = self._watched(command, out, environment)
        if status:
            raise SystemExit(f"{Path(command[0]).name} {' '.join(command[1:])} ended with {status}")
        unfinished.replace(output)
        return output

    def _watched(self, command: Sequence[str], out: IO[bytes], environment: dict[str, str]) -> int:
        with subprocess.Popen(command, stdout=out, env=environment, cwd=self._work) as running:
            try:
                while True:
                    load = load_now()
                    self._highest = max(self._highest, load)
                    refuse_if_busy(load, self._cores)
                    try:
                        return running.wait(_SECONDS_BETWEEN_LOOKS)
                    except subprocess.TimeoutExpired:
                        continue
            except BaseException:
                running.terminate()
                raise


def counts(rows: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Count a set's questions by what the measures are shares of."""
    return {
        "questions": len(rows),
        "answerable": sum(row.get("answerable") is True for row in rows),
        "unanswerable": sum(row.get("answerable") is False for row in rows),
        "with_speaker": sum(bool(row.get("answerable") and row.get("speaker")) for row in rows),
        "to_be_refused": sum(row.get("want") == "not_answered" for row in rows),
    }


def without_texts(printed: dict[str, Any]) -> dict[str, Any]:
    """Return what a yardstick printed without words of articles and places on this machine."""
    kept = {name: value for name, value in printed.items() if name not in ("set", "schema", "file", "misses")}
    if "wrong_speakers" in kept:
        kept["wrong_speakers"] = [each["id"] for each in kept["wrong_speakers"]]
    return kept
