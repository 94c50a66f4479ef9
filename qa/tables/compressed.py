"""Compress short texts with a dictionary of what most of their kind hold: they are too short to repeat themselves.

Rows that older programs wrote hold their text as it is; it is read until it is compressed.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

_COMPRESSED = b"\x01"
"""What a compressed text begins with. No JSON does, and no term of full text."""

_LONGEST = 1 << 22
"""The most bytes of a text that is compressed: a few bytes of a crafted library could be made into any number."""

_WINDOW = -13
"""Without a header, looking back over 8 kB: longer than nearly all texts with the dictionary."""


@dataclass(frozen=True)
class Compression:
    """Raw deflate of one text alone, with a dictionary that must never change: every compressed text needs it.

    In a dictionary, what is common comes last.
    """

    dictionary: bytes

    def compressed(self, text: bytes) -> bytes:
        """Return a text as it is stored."""
        if len(text) >= _LONGEST:
            return text
        compressing = zlib.compressobj(9, zlib.DEFLATED, _WINDOW, 6, zdict=self.dictionary)
        return _COMPRESSED + compressing.compress(text) + compressing.flush()

    def decompressed(self, stored: bytes) -> bytes:
        """Return a stored text. Raises ValueError if it is not what `compressed` made."""
        if not is_compressed(stored):
            return stored
        reading = zlib.decompressobj(_WINDOW, zdict=self.dictionary)
        try:
            text = reading.decompress(stored[1:], _LONGEST)
        except zlib.error as error:
            raise ValueError(str(error)) from error
        if not reading.eof or reading.unused_data:
            raise ValueError("a part of a text, or more than one")
        return text


def is_compressed(stored: bytes) -> bool:
    """Return whether a stored text is compressed."""
    return stored.startswith(_COMPRESSED)


def terms_in(stored: bytes | str) -> str | None:
    """Return the terms that are stored; None if they are not what was stored.

    In a library of an older format they are text.
    """
    if isinstance(stored, str):
        return stored
    try:
        return TERMS.decompressed(stored).decode()
    except (ValueError, TypeError, AttributeError):
        return None  # SQLite keeps any type in any column


RECORDS = Compression(
    b"".join(
        [
            b'"according-to","declined","denied","mixed","quote-left-of-cue","quote-inverted","to-infinitive","object-say",',
            b'"clause-before","that-clause","call-as","about","headline","bare-fragment","kind":"according-to","rule":',
            b'"confidence":0.8553999999999999,0.7644,0.62,0.79,0.58,0.7,"polarity":"denied","second_hand":true,"ambiguous"',
            b'"callings":["president"],"own_words":[[1,"speaks_for":"","name_confidence":0.947},"extracted":{"content":',
            b'"kind":"direct","rule":"quote-right","confidence":0.94,"polarity":"said","second_hand":false,"ambiguous":[],',
            b'"targets":[],"callings":[],"own_words":[[2,"speaks_for":null,"name_confidence":0.935}"name_confidence":0.964}',
            b'"speaker":null,"kind":"indirect","rule":"bare-clause","confidence":0.84,"polarity":"said","second_hand":false,',
            b'"ambiguous":[],"targets":[["","content"],["","paragraph"],["","previous"],["","title"]],"callings":[],',
            b'"own_words":[],"speaks_for":null,"name_confidence":1.0}{"content":[[1,2]],"mention":[1,2],"cue":null,"cue":[1,',
            b'"speaker":"',
        ]
    )
)
"""For the records of attributions, JSON: most of each is names of fields, which all have."""

TERMS = Compression(
    b"extend presid elect individu career engin event seven serv eventu site season decemb valu approach clear "
    b"drop my due short battl comment doubl eight test critic intend earn fli far messag addit war ground data "
    b"role earlier 6 octob period person largest central publish adviz 13 platform spot area buy previous "
    b"march speak co digit communiti servic post 18 togeth air form love parent sourc studi feder push seri "
    b"although expand west appear view main certain compar video center problem suggest opportun put access "
    b"might yet strong better almost break possibl half deliv produc pay choos 17 target die job protect "
    b"impact standard execut account realli vote 14 15 reason histori juli local 100 region north media "
    b"septemb sell club ask should minut releas review research hit launch special someth financ inform action "
    b"again associ requir complet reveal 8 done pick social board game improv past economi industri stori "
    b"alreadi young famili forc onc internat old tri pass succeed product question never today south near "
    b"perform small hous sever few face despit here reach gain focus street least veri mark 11 generat doe "
    b"turn 9 write woman trade five remain fall child differ abl fail across life former behind among manag "
    b"program close 16 final star list hold everi offici price creat stand night within late compet issu free "
    b"repres busi total next did major announc offer month attempt unit 12 5 third oper team head place author "
    b"countri bring current order four move return 1 each number rate offic look thing earli citi anoth 20 "
    b"news mani member howev much add recent need becom 2 without case i him million share effect activ futur "
    b"name them receiv s increas begin 10 plan build claim told find do top relat develop meet keep nation "
    b"result support allow provid under these just expect home right term group live point becaus continu same "
    b"4 public long 3 around man well sinc three through best show second set chang base compani both still "
    b"decid say then power peopl play off start follow direct part work know her deal where leav open between "
    b"run most general own high dure end even lose while would down system way help report our such give ani "
    b"lead day come call go you win onli back may state now said last she befor see we when into world how "
    b"some against two so if were could had use about like no there all week what been they take up includ out "
    b"who than new get can us over other first will time one make more year also or their his but after which "
    b"he have was not this are has at as an be from by it that with on is for in a and of to the "
)
"""For the terms of a passage: stems that are frequent in six sets of English news and questions, in each of them."""
