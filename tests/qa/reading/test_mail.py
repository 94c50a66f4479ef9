from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.datatypes import Article
from qa.reading.files import Problem, ProblemKind
from qa.reading.parsing.wrapped import unwrapped
from tests.qa.reading.only_result import the_article, the_problem

ReadAs = Callable[..., list[Article | Problem]]

HEAD = (
    b"Received: by mx.example\r\nFrom: =?utf-8?q?Ann_L=C3=A9e?= <ann@news.example>\r\nTo: bo@example.org\r\n"
    b"Subject: =?utf-8?b?SGFyYm91ciDigJMgc3RyaWtl?=\r\n\t=?utf-8?q?_ends?=\r\n"
    b"Date: Fri, 17 Jan 2025 18:05:00 +0100 (CET)\r\nMessage-ID: <1@news.example>\r\nMIME-Version: 1.0\r\n"
)
BOTH = (
    b'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n'
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\nThe plain =E2=80=9Ctext=E2=80=9D.\r\n"
    b"--b\r\nContent-Type: text/html\r\n\r\n<p>The page.</p>\r\n--b--\r\n"
)


def mail(body: bytes, *headers: bytes) -> bytes:
    return HEAD + b"".join(header + b"\r\n" for header in headers) + b"\r\n" + body


def test_a_mail_is_its_plain_text_with_subject_sender_and_date(read_as: ReadAs) -> None:
    assert read_as("a.eml", HEAD + BOTH) == [
        Article(
            "a.eml",
            "The plain “text”.",
            title="Harbour – strike ends",
            date="2025-01-17T18:05:00+01:00",
            author="Ann Lée",
            path="a.eml",
            reader="mail/1",
        )
    ]


def test_without_plain_text_its_page_is_read_whole(read_as: ReadAs) -> None:
    body = "<p>Hello,</p><p>it “rained”.</p><footer>Unsubscribe</footer>".encode("cp1252")

    article = the_article(read_as("a.eml", mail(body, b"Content-Type: text/html; charset=windows-1252")))

    assert article.text == "Hello,\nit “rained”.\nUnsubscribe"


def test_attachments_and_pictures_are_left_aside(read_as: ReadAs) -> None:
    body = (
        b"--o\r\n"
        + BOTH
        + b"--o\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\n"
        b"Not this.\r\n--o\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0=\r\n--o--\r\n"
    )

    article = the_article(read_as("a.eml", mail(body, b"Content-Type: multipart/mixed; boundary=o")))

    assert article.text == "The plain “text”."


@pytest.mark.parametrize(
    ("headers", "source"),
    [
        ([], ""),
        ([b"List-Id: Morning Brief <brief.news.example>"], "Morning Brief"),
        ([b'List-Id: "The Brief, daily" <brief.news.example>'], "The Brief, daily"),
        ([b"List-Id: <brief.news.example>"], "news.example"),
        ([b"List-Unsubscribe: <https://news.example/u>"], "news.example"),
    ],
    ids=["between people", "list with a name", "name in marks", "list without a name", "newsletter"],
)
def test_only_what_goes_to_many_has_an_outlet(read_as: ReadAs, headers: list[bytes], source: str) -> None:
    assert the_article(read_as("a.eml", mail(b"Rain fell.", *headers))).source == source


def test_broken_bytes_are_said_and_shown(read_as: ReadAs) -> None:
    body = "Rain – “snow” – ".encode() * 3 + b"caf\xe9 now."

    problem, article = read_as("a.eml", mail(body, b"Content-Type: text/plain; charset=utf-8"))

    assert isinstance(problem, Problem)
    assert not problem.fatal
    assert isinstance(article, Article)
    assert article.text.endswith("caf\ufffd now.")


def test_an_encoding_nobody_knows_does_not_stop_it(read_as: ReadAs) -> None:
    data = mail("Rain – “snow”.".encode(), b"Content-Type: text/plain; charset=x-nobody")

    assert the_article(read_as("a.eml", data)).text == "Rain – “snow”."


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", ProblemKind.EMPTY),
        (mail(b""), ProblemKind.EMPTY),
        (mail(b"x", b"Content-Type: image/png"), ProblemKind.EMPTY),
        (b"%PDF-1.7 and more of it", ProblemKind.BROKEN),
        (
            b"From: a\n"
            + b"".join(
                b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(300)
            ),
            ProblemKind.BROKEN,
        ),
        (b"Content-Type: message/rfc822\n\n" * 5_000 + b"x", ProblemKind.BROKEN),
    ],
    ids=[
        "nothing",
        "no body",
        "a picture",
        "no mail",
        "parts in parts",
        "mails in mails",
    ],
)
def test_what_cannot_be_read_is_named(read_as: ReadAs, data: bytes, kind: ProblemKind) -> None:
    assert the_problem(read_as("a.eml", data)).kind is kind


def test_comments_in_comments_are_read_or_named(read_as: ReadAs) -> None:
    (result,) = read_as("a.eml", b"From: " + b"(" * 100_000 + b"\n\nRain.")

    # Python 3.13 reads such a header; for an older Python it is nested too deeply.
    assert (result.text if isinstance(result, Article) else result.kind) in ("Rain.", ProblemKind.BROKEN)


@pytest.mark.parametrize(
    "header",
    [
        b"Subject: " + b"=?utf-8?b?" * 3000,
        b"To: " + b"<" * 3000,
        b"Date: " + b"9" * 3000,
        b"Message-ID: <<<>",
        b"X",
    ],
    ids=["subject", "address", "date", "id", "no header"],
)
def test_a_broken_header_costs_no_article(read_as: ReadAs, header: bytes) -> None:
    *_, article = read_as("a.eml", b"From: Ann <a@b.example>\r\n" + header + b"\r\n\r\nRain fell.")

    assert isinstance(article, Article)
    assert article.text.endswith("Rain fell.")


FIRST = b"From ann@news.example Fri Jan 17 18:05:00 2025\n"


def test_a_mailbox_has_an_article_for_each_mail_by_its_own_id(read_as: ReadAs) -> None:
    second = (
        b"From: bo@example.org\nSubject: Flood\nDate: Sat, 18 Jan 2025 08:00:00 +0100\n\nThe river rose.\n\n"
        b">From the bridge nobody was seen.\n\nFrom what we know, the dam holds.\n"
    )
    data = FIRST + HEAD.replace(b"\r\n", b"\n") + b"\nRain fell.\n\n" + FIRST + second

    one, two = read_as("2025-02-03.mbox", data)

    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.id, one.text, one.date) == ("1@news.example", "Rain fell.", "2025-01-17T18:05:00+01:00")
    assert (two.id, two.title, two.author) == ("mail 2", "Flood", "bo@example.org")
    assert (
        two.text == "The river rose.\n\nFrom the bridge nobody was seen.\n\nFrom what we know, the dam holds."
    )


def test_a_broken_mail_hides_none_of_the_others(read_as: ReadAs) -> None:
    good = b"Message-ID: <%d@x>\nSubject: %d\n\nIt rained %d times.\n\n"
    mails = [good % (n, n, n) for n in range(4)]
    mails[1] = b"Content-Type: message/rfc822\n\n" * 5_000 + b"x\n\n"
    mails[2] = mails[0]
    data = b"".join(FIRST + each for each in mails)

    results = read_as("a.mbox", data)

    assert [each.id for each in results if isinstance(each, Article)] == ["0@x", "3@x"]
    broken, repeated = (each for each in results if isinstance(each, Problem))
    assert (broken.kind, broken.line) == (ProblemKind.BROKEN, 1 + mails[0].count(b"\n") + 1)
    assert repeated.reason == "the id '0@x' was given before, in line 1"


def test_a_mail_above_the_limit_is_passed_over(read_as: ReadAs) -> None:
    data = FIRST + b"Subject: a\n\n" + b"Rain again.\n" * 1000 + b"\n" + FIRST + b"Subject: b\n\nSnow.\n"

    problem, article = read_as("a.mbox", data, max_bytes=1000)

    assert isinstance(problem, Problem)
    assert (problem.kind, problem.line) == (ProblemKind.OVERSIZED, 1)
    assert isinstance(article, Article)
    assert article.text == "Snow."


@pytest.mark.parametrize("data", [b"\n\n", b"Rain fell.\n", b"\x00" * 1000], ids=["blank", "text", "nuls"])
def test_what_is_no_mailbox_is_named(read_as: ReadAs, data: bytes) -> None:
    assert the_problem(read_as("a.mbox", data)).fatal


def test_lines_that_a_width_ended_are_joined() -> None:
    text = (
        "Dock workers at the northern harbour walked out on Friday morning, and the\r\n"
        "port authority closed two terminals.\r\n"
        "\r\n"
        "> “We will not go back until the overtime is paid,” said union leader\r\n"
        "> Pavel Novak, speaking at the gates.\r\n"
        "Kind regards,\r\n"
        "Ann\r\n"
        "* one thing that was asked for by readers of the brief of last week all\r\n"
        "* another\r\n"
    )

    assert unwrapped(text).split("\n") == [
        "Dock workers at the northern harbour walked out on Friday morning, and the "
        "port authority closed two terminals.",
        "",
        "> “We will not go back until the overtime is paid,” said union leader Pavel Novak, speaking at the gates.",
        "Kind regards,",
        "Ann",
        "* one thing that was asked for by readers of the brief of last week all",
        "* another",
    ]


def test_flowed_text_says_itself_where_a_line_goes_on() -> None:
    assert (
        unwrapped("It rained \nall day.\nIt snowed.\n-- \nAnn", flowed=True)
        == "It rained all day.\nIt snowed.\n--\nAnn"
    )


@given(st.text(), st.booleans())
def test_joining_lines_loses_no_word(text: str, flowed: bool) -> None:
    text = text.replace(">", "")

    assert unwrapped(text, flowed=flowed).split() == text.split()
