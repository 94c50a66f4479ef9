"""Read mailboxes (.mbox): one article a mail. They are divided here, and each mail is parsed in the sandbox."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from qa.datatypes import Article
from qa.reading.articles import MAX_FIELD, one_line
from qa.reading.files import FoundFile, Problem, ProblemKind, Unusable
from qa.reading.foreign import EML, articles_of
from qa.reading.lines import lines_of
from qa.reading.many import Seen, limited
from qa.reading.opening import Opened
from qa.reading.sandbox import Sandbox

# A sentence may begin with "From", also after a blank line; only a border between mails has a time of day.
_BORDER = re.compile(rb"From \S.*\d\d:\d\d")
_ESCAPED = re.compile(rb">+From ")


def read(file: Opened, found: FoundFile, max_bytes: int, sandbox: Sandbox) -> Iterator[Article | Problem]:
    """Yield the article of each mail, and what is wrong with mails."""
    yield from limited(found, _articles(file, found, max_bytes, sandbox), "mails")
    file.check_unchanged()


def _articles(
    file: Opened, found: FoundFile, max_bytes: int, sandbox: Sandbox
) -> Iterator[Article | Problem]:
    seen = Seen()
    for number, (line, mail) in enumerate(_mails(lines_of(file.stream, max_bytes), max_bytes), start=1):
        try:
            if mail is None:
                raise Unusable("the mail is longer than the limit for an article", ProblemKind.OVERSIZED)
            results = sandbox.parse(EML.parser, mail, max_characters=max_bytes, hints={"part": "message-id"})
            for each in articles_of(results, EML, origin=found, identity="", line=line):
                if isinstance(each, Article):
                    identity = one_line(each.id)[:MAX_FIELD] or f"mail {number}"
                    seen.refuse_again(identity)
                    seen.add(identity, line)
                    yield replace(each, id=identity)
                else:
                    yield each
        except Unusable as error:
            yield found.problem(error.reason, error.kind, line=line)


def _mails(lines: Iterator[bytes | None], max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield each mail with the line in which it begins; None for one that is too long, which is not kept in memory."""
    mail: list[bytes] | None = None
    size = 0
    begins = 0
    blank = True
    for number, line in enumerate(lines, start=1):
        if line is not None and blank and (_BORDER.match(line) if begins else line.startswith(b"From ")):
            if begins:
                yield begins, None if mail is None else b"".join(mail)
            mail, size, begins = [], 0, number
        elif not begins and (line is None or line.strip()):
            raise Unusable("it does not begin like a mailbox", ProblemKind.BROKEN)
        elif mail is not None:
            size += max_bytes + 1 if line is None else len(line)
            if line is None or size > max_bytes:
                mail = None
            else:
                mail.append(line[1:] if _ESCAPED.match(line) else line)
        blank = line is not None and not line.strip()
    if not begins:
        raise Unusable("it is empty", ProblemKind.EMPTY)
    yield begins, None if mail is None else b"".join(mail)
