"""Spreadsheets made in the tests, new (.xlsx), open (.ods) and old (.xls)."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

ZipOf = Callable[..., bytes]

_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"

_OLD = """
c-rk)O=uHA6#i!OAKEmHsnA->Qm|@G3+ly7-A1Cdhm^Jo{vhbKSuixDl15MuTCF(>f+xjGp&q<cz4(J3^yWcm(Sslq5<Pkn6g;$9
-@M(Fv??^9g_ix6dGqGInKy4|=FRNv{9I#k`bkR(t8fr5l+6IVRWd;-P$`5#def9_CHGS@9c(BB{4|kX4_?;4^T|1s^Id|1$L=>o
fzOoA-~tB5vxd5kIK)2aLi*4{RNy{ILTF~MB1}h_ZejX}YrbOI%aU76d#G+voW`6s(0RaK#V3_^)`cMLKI1l@Sh5#Qcq>=&wcEm~
>p?u1)-xMS(dMqh3}{08jI5E9<pw-J5I9BXN+!D!i6Wvj*)#ZIs=)V3RKHdo`TEKQNd9xB-1ir`pC)m&{Ep%VCSjiAASuwke9Uca
#_?P}J(@8l7IB`#+G}mmM-4rdNoNhJmC*AtJ8oRc)9UX}5I?M^v#k)VYCrPSQw}=P$ihGhF>F^=Ot2(Hx;Rmt@*!L#Nrs+oxx`>?
Dd81cN<D{K9nlmTm~Z5O3zJ8S55K)njtpvNSu)ATh;`WPknaW)*JTT89Ab^aRBAez-^26<TiwQd3)3h?1LYlqO*V66itF5DZ3p$U
pYcK4S;g-nzVLPEd0XL&www6bzS5QG>_=@H?R5C1sJ(oq5EC(R@2<oPt&$6SV_IO^{M#nwSHiaMrhTF|V2Q^JG#(OGNsf+KE-Cg{
StS>hT(&Lo2U~(|$<ev01liXJy5|*JCvAC_b<);8dDtrvJmq2Stvc?5aNxj!0|yQqIB>A(AnXrnm;FiYu|L>-_J5rvN@eFa$)?3H
#_5q)y~A|P%hQGLa!u=JD?FlNORTX?<$s~X3F<wEF^sSuV>Pc|x^Ri=_gQnp@V^V8TKg~8;^%+v{}-L3-^~
"""


def old_excel() -> bytes:
    """Return a .xls file with a row: Rain, 2026-03-10, “It rained,” said Ada Quill., 12."""
    return zlib.decompress(base64.b85decode(_OLD.replace("\n", "")))


def open_sheet(zip_of: ZipOf, *texts: Sequence[str]) -> bytes:
    """Make a .ods file of rows of texts."""
    item = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    content = "".join(f"<table:table-row>{''.join(map(item.format, row))}</table:table-row>" for row in texts)
    return zip_of(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest:manifest "
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
            "content.xml": f'<office:document-content xmlns:office="{_OFFICE}" xmlns:table="{_TABLE}" '
            f'xmlns:text="{_TEXT}"><office:body><office:spreadsheet><table:table table:name="Sheet1">{content}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        }
    )


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def rows(*texts: Sequence[str]) -> str:
    """Write rows of texts from the first row on; "" is no cell."""
    written = []
    for number, row in enumerate(texts, start=1):
        cells = [cell(f"{chr(65 + at)}{number}", text) for at, text in enumerate(row) if text]
        written.append(f'<row r="{number}">{"".join(cells)}</row>')
    return "".join(written)


def workbook(zip_of: ZipOf, sheets: dict[str, str]) -> bytes:
    """Make a .xlsx file of sheets, given as the XML of their rows by name."""
    numbered = list(enumerate(sheets.items(), start=1))
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>' for number, (name, _) in numbered
    )
    related = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number, _ in numbered
    )
    styles = (
        '<numFmts/><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    )
    return zip_of(
        {
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="b" '
            f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{_SHEETS}" xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets>'
            "</workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{related}</Relationships>',
            "xl/styles.xml": f'<styleSheet xmlns="{_SHEETS}">{styles}</styleSheet>',
            **{
                f"xl/worksheets/sheet{number}.xml": f'<worksheet xmlns="{_SHEETS}"><sheetData>{content}</sheetData>'
                "</worksheet>"
                for number, (_, content) in numbered
            },
        }
    )
