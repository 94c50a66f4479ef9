from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.decoding import decode
from qa.reading.files import ProblemKind, Unusable

ENGLISH = "“We won’t sign,” the minister said — not for €5 billion. The café was closed…\r\n"
POLISH = "Premier powiedział, że rząd nie zgodzi się na ustępstwa wobec sąsiadów; święta będą spokojne.\n"
RUSSIAN = "Министр заявил, что переговоры будут продолжены на следующей неделе в Женеве.\n"
CHINESE = "外交部发言人表示，两国关系应当建立在相互尊重的基础上。会议将于下周举行。\n"
JAPANESE = "首相は記者会見で、来週の首脳会談について「両国の協力が重要だ」と述べた。\n"
TURKISH = "Başbakan, görüşmelerin önümüzdeki hafta süreceğini söyledi; dışişleri açıklama yapmadı.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (ENGLISH * 100, "cp1252"),
        ("The café owner said £20 was too much.", "cp1252"),
        ("Le président a déclaré qu’il fallait agir dès maintenant, à l’Assemblée.", "cp1252"),
        ("Die Außenministerin erklärte, die Gespräche müssten fortgeführt werden.", "latin-1"),
        ("El señor Núñez dijo que mañana habrá más información en España.", "latin-1"),
        (POLISH * 4, "cp1250"),
        (RUSSIAN * 4, "cp1251"),
        (RUSSIAN * 8, "koi8-r"),
        (CHINESE, "gb18030"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (TURKISH, "cp1254"),
    ],
)
def test_an_encoding_is_detected(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@given(
    text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
        lambda t: t[0] != "\ufeff"
    )
)
def test_any_text_survives_every_encoding_of_unicode(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))

    assert decoded.text == text
    assert decoded.note == ""


@given(data=st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused_with_a_reason(data: bytes) -> None:
    try:
        decode(data).text.encode("utf-8")
    except Unusable as error:
        assert error.reason
        assert error.kind in {ProblemKind.BINARY, ProblemKind.ENCODING}


def test_line_ends_and_odd_characters_are_kept() -> None:
    text = "One\r\nTwo\rThree\n\x0cFour\u2028Five\x85Six\tSeven\u200b" + 100 * " and so on"

    assert decode(text.encode()).text == text


def test_a_rare_nul_in_a_long_text_is_kept() -> None:
    text = "It rained all day in the north." * 20 + "\x00" + "It was dry in the south."

    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00",
        b"%PDF-1.7\n" + bytes(range(256)) * 4,
        "It rained.".encode("utf-16-le"),
        b"\x00" * 1000,
        b"\xff\xfe" + b"\x01\x00\x02\x00" * 50,
    ],
    ids=["png", "pdf", "utf-16 without mark", "nuls", "controls in utf-16"],
)
def test_what_is_not_text_is_refused(data: bytes) -> None:
    with pytest.raises(Unusable) as caught:
        decode(data)

    assert caught.value.kind is ProblemKind.BINARY


def test_utf8_with_a_few_broken_bytes_stays_utf8_and_says_so() -> None:
    data = (ENGLISH * 3).encode() + b"caf\xe9 \xe2\x80"

    decoded = decode(data)

    assert decoded.text == ENGLISH * 3 + "caf\ufffd \ufffd"
    assert decoded.note == "broken UTF-8 in 2 places, shown as \ufffd"


def test_one_curly_mark_is_enough_to_know_utf8_with_a_broken_byte() -> None:
    decoded = decode("“Yes,” she said.".encode() + b" The caf\xe9 was shut.")

    assert decoded.text == "“Yes,” she said. The caf\ufffd was shut."
    assert "broken UTF-8" in decoded.note


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfeI\x00t\x00 ", b"\xff\xfe\x00\x00I\x00\x00\x00\xff\xff\xff\xff", b"\xef\xbb\xbfcaf\xe9"],
    ids=["utf-16", "utf-32", "utf-8"],
)
def test_a_byte_order_mark_that_lies_is_named(data: bytes) -> None:
    with pytest.raises(Unusable, match=r"it begins as UTF-(8|16|32), but the rest is not") as caught:
        decode(data)

    assert caught.value.kind is ProblemKind.ENCODING


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        (
            b"The caf\xe9 beside the caf\xc3\xa9 was shut.",
            "The caf\ufffd beside the café was shut.",
            "broken UTF-8 in one place",
        ),
        (
            b"The caf\xe9 and the r\xf4le. Ada Quill\xe2\x80\x99s caf\xc3\xa9 was shut.",
            "The caf\ufffd and the r\ufffdle. Ada Quill’s café was shut.",
            "broken UTF-8 in 2 places",
        ),
        (
            b"The caf\xe9, the r\xf4le, the fa\xe7ade, the na\xefve, \x93the end\x94. The caf\xc3\xa9 was shut.",
            "The café, the rôle, the façade, the naïve, “the end”. The caf\ufffd was shut.",
            "UTF-8 within Windows-1252 in one place",
        ),
    ],
    ids=["as many", "a mark of three bytes", "mostly Windows-1252"],
)  # fmt: skip
def test_what_is_broken_in_a_file_of_two_encodings_is_shown_and_reported(
    data: bytes, text: str, note: str
) -> None:
    decoded = decode(data)

    assert decoded.text == text
    assert decoded.note == f"{note}, shown as \ufffd"


@pytest.mark.parametrize("text", ["LE CAFÉ” ET L’ÉTÉ…", "A PALAVRA “IRMÔ", "Le CAFÉ’s owner"])
def test_capitals_before_marks_are_no_utf8(text: str) -> None:
    said = f"The paper wrote: “{text} and the naïve façade, the déjà-vu, the rôle of the café."

    assert decode(said.encode("cp1252")).text == said
