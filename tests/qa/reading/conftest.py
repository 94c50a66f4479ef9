from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from qa.datatypes import Article
from qa.reading.discovery import discover
from qa.reading.files import FoundFile, Problem
from qa.reading.limits import SandboxLimits
from qa.reading.readers import read
from qa.reading.sandbox import Sandbox

MAX_BYTES = 50_000_000


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(SandboxLimits(seconds=60, memory_mb=1000)) as opened:
        yield opened


@pytest.fixture(scope="session")
def read_as(
    tmp_path_factory: pytest.TempPathFactory, sandbox: Sandbox
) -> Callable[..., list[Article | Problem]]:
    """Write bytes to a file with this name, and return all that reading it yields."""
    folder = tmp_path_factory.mktemp("files")

    def result(name: str, data: bytes, max_bytes: int = MAX_BYTES) -> list[Article | Problem]:
        path = folder / name
        path.write_bytes(data)
        found = list(discover(path, max_bytes=max_bytes))
        problems = [each for each in found if isinstance(each, Problem)]
        read_all = [
            result
            for each in found
            if isinstance(each, FoundFile)
            for result in read(each, max_bytes=max_bytes, sandbox=sandbox)
        ]
        return [*problems, *read_all]

    return result


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Make a folder with a short path that every user may enter; pytest's own are closed to others."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.fixture
def somebody_else() -> Callable[[], object]:
    """Become nobody for a while if the tests run as root, who may read everything."""

    @contextmanager
    def nobody() -> Iterator[None]:
        user = os.geteuid()
        if user == 0:
            os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(user)

    return nobody


@pytest.fixture(scope="session")
def zip_of() -> Callable[..., bytes]:
    """Pack members, given by name, into a zip file."""

    def pack(members: dict[str, str | bytes]) -> bytes:
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, content in members.items():
                packed.writestr(name, content)
        return data.getvalue()

    return pack


@pytest.fixture(scope="session")
def docx_of(zip_of: Callable[..., bytes]) -> Callable[..., bytes]:
    """Make a .docx file of the XML inside its body; `before` comes before the root element."""

    def make(body: str, *, before: str = "", members: dict[str, str | bytes] | None = None) -> bytes:
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        relations = "http://schemas.openxmlformats.org/package/2006/relationships"
        return zip_of(
            {
                "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="a" '
                'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
                'Target="word/document.xml"/></Relationships>',
                "word/document.xml": f'{before}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>',
                **(members or {}),
            }
        )

    return make


@pytest.fixture(scope="session")
def epub_of(zip_of: Callable[..., bytes]) -> Callable[..., bytes]:
    """Make a book of chapters (file name to XHTML), with metadata as XML."""

    def make(chapters: dict[str, str | bytes], *, metadata: str = "", before: str = "") -> bytes:
        items = "".join(
            f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"/>'
            for number, name in enumerate(chapters)
        )
        spine = "".join(f'<itemref idref="i{number}"/>' for number in range(len(chapters)))
        return zip_of(
            {
                "mimetype": "application/epub+zip",
                "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
                '<rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
                "OPS/book.opf": f'{before}<package xmlns="http://www.idpf.org/2007/opf" '
                'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
                f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
                **{f"OPS/{name}": text for name, text in chapters.items()},
            }
        )

    return make


@pytest.fixture(scope="session")
def pdf_objects() -> Callable[..., bytes]:
    """Make a PDF file of these objects, numbered from 1; the first is the catalogue."""

    def make(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
        data, offsets = bytearray(b"%PDF-1.4\n"), []
        for number, content in enumerate(objects, start=1):
            offsets.append(len(data))
            data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
        end = len(data)
        data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        data += b"trailer << /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF" % (
            len(objects) + 1, trailer, end,
        )  # fmt: skip
        return bytes(data)

    return make


@pytest.fixture(scope="session")
def pdf_of(pdf_objects: Callable[..., bytes]) -> Callable[..., bytes]:
    """Make a PDF whose pages show lines of text, 12 point Helvetica, 14 points apart; "" leaves a gap."""

    def make(pages: Sequence[Sequence[str]], *, title: str = "", author: str = "") -> bytes:
        kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(pages)),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ]
        for number, lines in enumerate(pages):
            shown = b" ".join(
                b"(%b) Tj T*" % line.encode("cp1252").replace(b"(", rb"\(").replace(b")", rb"\)")
                for line in lines
            )
            content = b"BT /F1 12 Tf 14 TL 72 720 Td %b ET" % shown
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
                b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number)
            )
            objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
        objects.append(b"<< /Title (%b) /Author (%b) >>" % (title.encode(), author.encode()))
        return pdf_objects(objects, b"/Info %d 0 R" % len(objects))

    return make
