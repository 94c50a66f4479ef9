"""List the tables of a library and their columns: what a library is, whichever engine keeps it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

COLUMNS: Mapping[str, Sequence[str]] = {
    name: tuple(columns.split())
    for name, columns in {
        "places": "id path exclude remembered kind",
        "forgotten": "place path id",
        "files": "place path size mtime_ns inode seen_ns sha256",
        "skipped": "rowid place path id reason",
        "articles": "key uid place path id crc",
        "versions": (
            "key article sha256 current extractor date day text_sha title source url author reader text pages crc"
        ),
        "models": "id name sha256 dim max_tokens current",
        "embeddings": "id model sha vector sentence_vectors crc vector_crc",
        "passages": "id version start end embedding sentences crc",
        "speakers": "id name kind aliases count crc",
        "speaker_names": "folded speaker",
        "attributions": ("id version ordinal start end speaker linked kind confidence record crc link_crc"),
        "meta": "key value",
        "fetched": "place url etag last_modified fetched_at not_before status sha256",
        "given": "uid date source own_date own_source",
        "forgotten_texts": "text_sha",
        "bands": "band hash version",
        "names": "name family speaker",
        "unlinked": "name",
        "corrections": "text_sha content speaker crc",
        "name_pairs": "first second apart crc",
        "descriptions": "version ordinal kind start end who what of former crc head identity",
        "spoken_for": "attribution name linked crc",
    }.items()
}
"""In an order in which a row points only to rows of tables before its own. What full text and vectors are found by, and
the files of a vector index, are each engine's own: they can be made of these."""

REFERENCES: Sequence[tuple[str, str, str]] = (
    ("forgotten", "place", "places.id"),
    ("files", "place", "places.id"),
    ("skipped", "place", "places.id"),
    ("fetched", "place", "places.id"),
    ("articles", "place", "places.id"),
    ("versions", "article", "articles.key"),
    ("embeddings", "model", "models.id"),
    ("passages", "version", "versions.key"),
    ("passages", "embedding", "embeddings.id"),
    ("attributions", "version", "versions.key"),
    ("attributions", "linked", "speakers.id"),
    ("speaker_names", "speaker", "speakers.id"),
    ("bands", "version", "versions.key"),
    ("names", "speaker", "speakers.id"),
    ("descriptions", "version", "versions.key"),
    ("spoken_for", "attribution", "attributions.id"),
    ("spoken_for", "linked", "speakers.id"),
)
"""Table and column to the table and column whose numbers it has: a folder's foreign keys."""


def listed_columns(table: str) -> str:
    """Return the columns of a table as SQL names them: "end" is a word of the language."""
    return ", ".join(f'"{column}"' for column in COLUMNS[table])
