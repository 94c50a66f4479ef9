"""Random texts made of what breaks pages, and articles that consist of them."""

from __future__ import annotations

import json
import random
from pathlib import Path

EVIL = "https://evil.example/"
FRAGMENTS = (
    "<script>window.ran = 1</script>", "<script src=https://evil.example/x.js>", "<img src=x onerror=window.ran=1>",
    "<svg onload=alert(1)>", "<svg/onload=alert`1`>", "<iframe srcdoc='<script>parent.ran=1</script>'>",
    '" autofocus onfocus="window.ran=1', "' onmouseover='alert(1)", '"><script>', "'>", "`", "=", "/>", "<",
    ">", '"', "'",
    "</textarea>", "</title>", "</style>", "</script>", "</p></article></main>", "<!--", "-->", "<![CDATA[", "]]>",
    "<base href=https://evil.example/>", "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<form action=https://evil.example/><button>", "<input name=q value=1>",
    "<link rel=stylesheet href=//evil.example/>",
    "<style>*{display:none}</style>", "<plaintext>", "<template>", "<math><mi xlink:href=javascript:alert(1)>",
    "javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>", "//evil.example/", EVIL,
    "&lt;script&gt;", "&#60;b&#62;", "&#x3c;b&#x3e;", "&NewLine;", "&", "%3Cscript%3E", "\\u003cscript\\u003e",
    "{{ 7 * 7 }}", "{% raw %}", "{# note #}", "${7*7}", "＜script＞", "\x00", "\x08", "\x1b[31m", "\x7f", "\x85",
    "\u202e", "\u202a", "\u2066", "\u2069", "\u200f", "\u2028", "\ufeff", "\U000e0041", "e\u0301\u0301\u0301", "\n",
    "\t",
    "“", "”", "’", "said", "Olga Brandt", " ", "word", "łódź", "東京", "🏛️", "\u200b", "\u00ad", "#quote", "id=main",
)  # fmt: skip


def texts(count: int, seed: int) -> list[str]:
    """Return texts of one to six fragments each, and now and then any other character."""
    chance = random.Random(seed)

    def piece() -> str:
        if chance.random() < 0.8:
            return chance.choice(FRAGMENTS)
        # Anything but the halves of surrogate pairs, which no file can hold.
        return chr(chance.choice((chance.randrange(1, 0x250), chance.randrange(0xE000, 0x1FFFF))))

    return ["".join(piece() for _ in range(chance.randint(1, 6))) for _ in range(count)]


def write_hostile_articles(folder: Path, *, articles: int, paragraphs: int) -> None:
    """Write articles all of whose fields are random texts; in every fifth paragraph somebody says one."""
    made = iter(texts(articles * (paragraphs + 4), seed=1))
    lines = []
    for number in range(articles):
        body = [
            f"“The lantern {text} is lit,” Olga Brandt said." if place % 5 == 0 else text
            for place, text in enumerate(next(made) for _ in range(paragraphs))
        ]
        fields = {name: next(made) for name in ("title", "source", "author", "url")}
        day = {"id": str(number), "date": f"2024-01-{number % 28 + 1:02}"}
        lines.append(json.dumps(fields | day | {"text": "\n\n".join(body)}))
    folder.mkdir()
    (folder / "hostile.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
