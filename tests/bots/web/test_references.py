from __future__ import annotations

from bots.web.references import citation, references
from qa.answers import Quote
from qa.datatypes import Article, Version


def quote(text: str, **known: str) -> Quote:
    return Quote(Version(1, "aaaaaaaaaa", "0" * 64, Article("a", text, **known), True), 0, len(text), 1.0)


def test_words_without_marks_get_them_and_others_keep_theirs() -> None:
    assert citation(quote("The pier is shut.")).startswith("“The pier is shut.” — (no source), undated [")
    assert citation(quote("“The pier is shut,” Quill said.")).startswith("“The pier is shut,” Quill said. — ")


def test_a_citation_is_one_line_on_which_nothing_acts() -> None:
    hostile = quote(
        "The\n\npier\x1b[31m \u202eis", title="A\nB", source="\x07", date="2024-01-02", url="javascript:x"
    )

    shown = citation(hostile)

    assert shown.startswith("“The pier␛[31m \\u202eis” — “A␊B”, ␇, 2 January 2024 [")
    assert "javascript" not in shown


def test_a_link_leads_to_the_quote_on_the_site_that_was_asked() -> None:
    one = quote("The pier is shut.")

    assert references(one, "https://news.example").link == f"https://news.example/quote/{one.id}"
