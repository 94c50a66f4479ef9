"""Measure answers, report wrong ones, and fit thresholds: `qa eval`, `qa report`, `qa calibrate`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bots.amounts import UNKNOWN_ARTICLES
from bots.exit_codes import NO_ANSWER
from bots.terminal.opening import open_library, opened, opened_answerer
from bots.terminal.parameters import Model
from bots.terminal.session import Session
from bots.terminal.values import share, whole
from qa.errors import UsageError

if TYPE_CHECKING:
    from qa.archive.protocol import Archive
    from qa.evaluation.questions import Expected
    from qa.evaluation.scoring import Measure


def evaluate(
    session: Session,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="Questions with known answers, as JSON Lines (`-`: standard input)."
        ),
    ],
    fail_under: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-under",
            metavar="METRIC=VALUE",
            help="Exit with 1 if a metric is lower (ece: higher); can be repeated.",
        ),
    ] = None,
    misses: Annotated[
        bool, typer.Option("--misses", metavar="", help="Also show every question that went wrong.")
    ] = False,
    model: Model = None,
) -> None:
    """Measure how well the archive answers questions whose answers are known.

    A line is an object with `question`, and `answers` or `article_ids` or both;
    or `"answerable": false`.

    Examples:

    \b
      qa eval questions.jsonl
      qa eval questions.jsonl --fail-under quote@1=0.8 --fail-under refusal=0.6
    """
    from bots import contract
    from bots.terminal import measures
    from bots.terminal.progress import counting_questions
    from qa.evaluation.scoring import ask_all, score
    from qa.open_archive import open_archive

    wanted = _wanted(fail_under or [])
    questions = _questions(file)
    answerer = opened_answerer(session.with_settings(model=model))
    with open_archive(session.library) as library:
        _tell_unknown(session, library, questions)
        with counting_questions(session, len(questions)) as progress:
            judged = ask_all(answerer, library, questions, progress=progress)
    found = score(judged)
    under = [message for name, least in wanted.items() if (message := _under(found, name, least))]
    if session.json:
        session.write(contract.as_json(measures.measures_object(file, judged, found)))
    else:
        session.write(measures.measures_as(session.settings.format, found, session.width))
        if misses:
            session.write(measures.misses_as_text(judged))
    for message in under:
        typer.echo(f"qa: {message}", err=True)
    raise typer.Exit(NO_ANSWER if under else 0)


def report(
    session: Session,
    quote_id: Annotated[
        str, typer.Argument(metavar="QUOTE_ID", help="The quote's id, short or whole, as `qa ask` prints it.")
    ],
    wrong: Annotated[
        bool, typer.Option("--wrong", metavar="", help="The quote does not answer the question.")
    ] = False,
    wrong_speaker: Annotated[
        bool,
        typer.Option(
            "--wrong-speaker", metavar="", help="The words are not those of the speaker who is named."
        ),
    ] = False,
    question: Annotated[
        str | None,
        typer.Option(
            "--question", metavar="QUESTION", help="The question. Default: the last one asked here."
        ),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file", metavar="FILE", help="The file to add it to. Default: reports.jsonl in the library."
        ),
    ] = None,
) -> None:
    """Report a quote that is no answer, or has a wrong speaker, so that `qa eval` checks for it from now on.

    `qa correct` puts a wrong speaker right.

    Examples:

    \b
      qa report abcdefghijklmnopqrstuvwxyz --wrong
      qa report abcdefghijklmnopqrstuvwxyz --wrong --question "Who sold the harbour?"
      qa report abcdefghijklmnopqrstuvwxyz --wrong-speaker
    """
    from bots import contract
    from bots.terminal.short_ids import quote_id as whole_id
    from bots.visible import visible_line
    from qa.archive.quote_lookup import find_quote
    from qa.evaluation.complaints import REPORTS, asked_before, complain, complain_of_speaker, who_said
    from qa.open_archive import open_archive

    if wrong == wrong_speaker:
        raise UsageError(
            "Say what is wrong with the quote: give --wrong if it does not answer the question, or "
            "--wrong-speaker if somebody else said it."
        )
    quote_id = whole_id(session.own, quote_id)
    with open_archive(session.library) as library, library.snapshot() as snapshot:
        quote = find_quote(snapshot, quote_id)
    target, text = file or session.own / REPORTS, (question or "").strip()
    if wrong_speaker:
        done = complain_of_speaker(target, text or who_said(session.own, quote), quote)
    else:
        done = complain(target, text or asked_before(session.own, quote_id), quote)
    if session.json:
        row: contract.Json = {"file": str(done.file), "question": done.question, "new": done.new}
        session.write(contract.as_json({"schema": contract.SCHEMA, "id": done.id, **row}))
        return
    where = visible_line(str(done.file))
    session.write(
        f"{'Saved' if done.new else 'Already'} in {where}\n"
        f"  question         {visible_line(done.question)}\n"
        f"  {'not said by    ' if wrong_speaker else 'not answered by'}  {visible_line(done.words)}\n"
        f"`qa eval {where}` counts it under complaints.\n"
    )


Probes = Annotated[
    int,
    typer.Option("--count", "-n", parser=whole(80, 10_000), metavar="N", help="How many questions to make."),
]
Seed = Annotated[
    int, typer.Option("--seed", parser=whole(), metavar="N", help="Another seed makes other questions.")
]
Coverage = Annotated[
    float,
    typer.Option(
        "--coverage",
        parser=share(0.1),
        metavar="SHARE",
        help="Answer at least this share of the answerable questions that the shipped threshold answers.",
    ),
]
Refusal = Annotated[
    float,
    typer.Option(
        "--refusal",
        parser=share(0),
        metavar="SHARE",
        help="Leave this share of the unanswerable questions unanswered, as far as --coverage allows.",
    ),
]
Reset = Annotated[bool, typer.Option("--reset", metavar="", help="Go back to the shipped thresholds.")]


def calibrate(
    session: Session,
    count: Probes = 400,
    seed: Seed = 0,
    coverage: Coverage = 0.9,
    refusal: Refusal = 0.95,
    reset: Reset = False,
    model: Model = None,
) -> None:
    """Fit the confidence threshold for an answer to this archive, with questions made from it.

    The table shows what each threshold gives on those questions. Risk is the
    share of answers that are wrong.

    Examples:

    \b
      qa calibrate
      qa calibrate --refusal 0.99
      qa calibrate --reset
    """
    from bots import contract
    from bots.terminal import measures
    from bots.terminal.progress import counting_questions
    from qa.calibration import calibrating

    if reset:
        had = calibrating.reset(session.library)
        words = "The shipped thresholds apply again." if had else "The shipped thresholds already apply."
        session.write(
            contract.as_json({"schema": contract.SCHEMA, "reset": had}) if session.json else f"{words}\n"
        )
        return
    archive, answerer = open_library(session.with_settings(model=model), ahead=True)
    with counting_questions(session, count) as progress:
        done = calibrating.calibrate(
            session.library,
            archive,
            answerer,
            today=session.today,
            count=count,
            seed=seed,
            coverage=coverage,
            refusal=refusal,
            progress=progress,
        )
    if session.json:
        session.write(contract.as_json(measures.calibration_object(done)))
    else:
        session.write(measures.calibration_as(session.settings.format, done, session.width))
    for kind in (done.said, done.content):
        if kind.fitted is None:
            session.note(
                f"Too few questions about {measures.KINDS[kind.kind]} could be made ({kind.answerable} with "
                f"an answer, {kind.unanswerable} without), so their threshold stays as it is."
            )
    if done.said.fitted or done.content.fitted:
        session.note("Stored in the library. `qa calibrate --reset` goes back to the shipped thresholds.")


def _questions(file: str) -> list[Expected]:
    from qa.evaluation.questions import read_questions

    with opened(file) as lines:
        return read_questions(lines)


def _tell_unknown(session: Session, library: Archive, questions: Iterable[Expected]) -> None:
    """Warn about articles in the file that are not in the library: no answer can be right for them."""
    from qa.evaluation.scoring import article_ids

    with library.snapshot() as snapshot:
        named = dict.fromkeys(each for question in questions for each in question.article_ids)
        unknown = [each for each in named if not article_ids(snapshot, each)]
    if unknown:
        shown = ", ".join(unknown[:UNKNOWN_ARTICLES]) + (" ..." if len(unknown) > UNKNOWN_ARTICLES else "")
        session.note(f"Not in this library: {len(unknown)} of the articles that the file names ({shown}).")


def _wanted(given: Iterable[str]) -> dict[str, float]:
    from qa.evaluation.scoring import score

    wanted = {}
    names = list(score([]))
    for each in given:
        name, sign, value = each.partition("=")
        try:
            wanted[name.strip()] = float(value)
        except ValueError:
            sign = ""
        if not sign:
            raise UsageError(f"{each!r} is not METRIC=VALUE, such as quote@1=0.8.")
        if name.strip() not in names:
            raise UsageError(f"There is no metric {name.strip()!r}. Metrics: {', '.join(names)}.")
    return wanted


def _under(found: Mapping[str, Measure], name: str, least: float) -> str | None:
    from qa.evaluation.scoring import LESS_IS_BETTER

    value = found[name].value
    if value is None:
        return f"{name} could not be measured: no question in the file says anything about it."
    if name in LESS_IS_BETTER:
        return f"{name} is {value:.3f}, over {least:g}." if value > least else None
    return f"{name} is {value:.3f}, under {least:g}." if value < least else None
