"""Fuzz what the bytes of an article's file reach: the readers, and the parsers of formats that others made.

Those run in a process of their own, which is killed when it takes too long. Here they run in this one: what they
raise is a reason for a file that is left out, so only what ends the process, or hangs, or is not fit to be sent over
and made an article of, is a fault.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable
from email.message import EmailMessage

from qa.datatypes import Article
from qa.reading.files import FoundFile, Problem, ProblemKind
from qa.reading.foreign import DOCX, EML, EPUB, HTML, MHT, PDF, ForeignFormat, articles_of
from qa.reading.readers import read
from qa.reading.sandbox import Sandbox
from qa.reading.stories import from_wire
from qa.reading.worker import answer
from tests.fuzz.target import BREAK, PLACE, Target, values

_ENDINGS = (".txt", ".md", ".jsonl", ".jsonl.gz", ".csv", ".json")
_FEED = ForeignFormat("feed", 1)
_FOREIGN = {
    b"p": PDF, b"h": HTML, b"e": EPUB, b"d": DOCX, b"m": EML, b"w": MHT, b"f": _FEED, b"E": EPUB, b"D": DOCX,
}  # fmt: skip
_PACKED = {
    b"E": ("META-INF/container.xml", "a.opf", "a.xhtml"),
    b"D": ("word/document.xml", "docProps/core.xml", "[Content_Types].xml"),
}
_MOST = 100_000


def readers(data: bytes) -> None:
    ending = _ENDINGS[data[0] % len(_ENDINGS)] if data else ".txt"
    path = PLACE / f"a{ending}"
    path.write_bytes(data[1:])
    status = path.stat()
    found = FoundFile(path, path.name, status.st_size, status.st_mtime_ns, status.st_ino)
    with Sandbox() as sandbox:
        _accept(read(found, max_bytes=_MOST, sandbox=sandbox))


def foreign(data: bytes) -> None:
    number, given = data[:1], data[1:]
    format_ = _FOREIGN.get(number, HTML)
    if number in _PACKED:
        # A checksum in the container would keep every change of what is in it from being read.
        given = _zipped(dict(zip(_PACKED[number], values(given, 3), strict=False)))
    request = {"format": format_.parser, "max_characters": _MOST, "hints": {"url": "https://a.example/b"}}
    answers = io.BytesIO()
    assert not answer(request, given, answers), "memory ran out"
    *messages, end = map(json.loads, answers.getvalue().splitlines())
    if "unusable" in end:
        assert end["unusable"] and ProblemKind(end["kind"])
        return
    assert end == {"end": True}
    found = [from_wire(message) for message in messages]
    _accept(articles_of(found, format_, origin=FoundFile(PLACE / "a", "a", 1, 1, 1), identity="a"))


def _accept(found: Iterable[Article | Problem]) -> None:
    for each in found:
        if isinstance(each, Problem):
            assert each.reason
        else:
            assert each.text.strip()
            assert each.sha256()
            each.day  # noqa: B018 - a date that is no day would raise


def _zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


_CONTAINER = b'<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
_BOOK = (
    b'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>T</dc:title></metadata><manifest>'
    b'<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
    b'<spine><itemref idref="a"/></spine></package>'
)
_PAGE = (
    b'<html><head><title>T</title><script type="application/ld+json">{"@type": "NewsArticle", "datePublished": '
    b'"2025-01-01", "author": {"name": "Ada Quill"}}</script></head><body><article><h1>T</h1>'
    b"<p>The pier of Harwick is shut, said Ada Quill, who looks after it for the town.</p></article></body></html>"
)
_RSS = (
    b'<rss version="2.0"><channel><title>N</title><item><title>T</title><link>https://a.example/b</link>'
    b"<pubDate>Wed, 01 Jan 2025 10:00:00 GMT</pubDate>"
    b"<description>It &lt;b&gt;rained&lt;/b&gt;.</description></item></channel></rss>"
)


def _pdf() -> bytes:
    content = b"BT /F1 12 Tf 72 700 Td (The pier is shut.) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    whole = b"".join(b"%d 0 obj%sendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    # Without a table of its objects: PDFium looks for them, as in a damaged file.
    return b"%PDF-1.4\n" + whole + b"trailer<</Root 1 0 R>>\n%%EOF"


def _mail() -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = "T", "Ada <a@b.example>", "Wed, 01 Jan 2025 10:00:00 +0000"
    mail.set_content("It rained.")
    mail.add_alternative("<p>It <b>rained</b>.</p>", subtype="html")
    return bytes(mail)


_MHT = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n"
    b"Content-Location: https://a.example/b\r\n\r\n" + _PAGE + b"\r\n--b--\r\n"
)
_CHAPTER = b"<html><body><h1>T</h1><p>It rained.</p></body></html>"
_DOCUMENT = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    b"<w:t>It rained.</w:t></w:r></w:p></w:body></w:document>"
)
_CORE = (
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>T</dc:title>'
    b"<dc:creator>Ada Quill</dc:creator><dcterms:created>2025-01-01T00:00:00Z</dcterms:created></cp:coreProperties>"
)

TARGETS = {
    "readers": Target(
        readers,
        [
            b"\0It rained.",
            b"\1---\ntitle: a\n---\nb",
            b'\2{"id": 1, "text": "a"}\n',
            b"\4id,text\n1,a\n",
            b'\5[{"id": 1, "text": "a"}]',
        ],
    ),
    "foreign": Target(
        foreign,
        [
            b"p" + _pdf(),
            b"h" + _PAGE,
            b"e" + _zipped(dict(zip(_PACKED[b"E"], (_CONTAINER, _BOOK, _CHAPTER), strict=True))),
            b"E" + BREAK.join((_CONTAINER, _BOOK, _CHAPTER)),
            b"d" + _zipped({"word/document.xml": _DOCUMENT}),
            b"D" + BREAK.join((_DOCUMENT, _CORE)),
            b"m" + _mail(),
            b"w" + _MHT,
            b"f" + _RSS,
        ],
        (
            b"<p>", b"<article>", b"</div>", b"&#0;", b"&#xd800;", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<![CDATA[",
            b"xmlns=",
            b"Content-Type: ", b"Content-Transfer-Encoding: base64\r\n", b"charset=utf-7", b"multipart/mixed",
            b"\r\n\r\n",
            b"=?utf-8?B?", b" obj<<", b"stream\n", b"/FlateDecode", b"PK\x03\x04", b"<updated>", b"<entry>",
        ),
    ),
}  # fmt: skip
