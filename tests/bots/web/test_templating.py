from __future__ import annotations

import re
from pathlib import Path

import pytest

from bots.web import templating
from bots.web.templating import TEMPLATES, create_environment, written

NAMES = sorted(path.name for path in TEMPLATES.iterdir())
SOURCES = sorted(TEMPLATES.parent.rglob("*.py"))
STYLE = (TEMPLATES.parent / "static" / "style.css").read_text(encoding="utf-8")
SWITCHES_OFF = re.compile(r"\|\s*safe\b|Markup|autoescape|xmlattr|tojson|from_string|urlize|__html__")
LIVE = re.compile(
    r"<\s*(script(?! src=\"/keys\.js\" defer></script>)|style|iframe|object|embed|img)\b"
    r"|\son\w+\s*=|\sstyle\s*=|javascript:",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", NAMES)
def test_no_template_switches_escaping_off_or_is_live(name: str) -> None:
    source = (TEMPLATES / name).read_text(encoding="utf-8")

    assert not SWITCHES_OFF.search(source)
    assert not LIVE.search(source)


@pytest.mark.parametrize("name", NAMES)
def test_every_template_is_compiled_to_escape(name: str) -> None:
    environment = create_environment()

    assert environment.autoescape is True
    environment.get_template(name)


def test_no_code_marks_text_as_harmless() -> None:
    for path in SOURCES:
        if path != Path(templating.__file__):
            assert not SWITCHES_OFF.search(path.read_text(encoding="utf-8")), path
    own = Path(templating.__file__).read_text(encoding="utf-8")
    assert [match[0] for match in SWITCHES_OFF.finditer(own)] == ["autoescape", "__html__"]


def test_text_is_escaped_and_what_acts_on_a_screen_made_visible() -> None:
    class Failure:
        title, message = "<b>bold</b>", "\x1b[31m\u202e\ud800 &amp; “\"'”"

    page = written(create_environment(), "failure.html", {"failure": Failure(), "question": '"><script>'})

    assert "<h1>&lt;b&gt;bold&lt;/b&gt;</h1>" in page
    assert "<p>␛[31m\\u202e\\ud800 &amp;amp; “&#34;&#39;”</p>" in page
    assert 'value="&#34;&gt;&lt;script&gt;"' in page
    page.encode("utf-8")


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6}|#[0-9a-f]{3});", block))


def luminance(colour: str) -> float:
    # WCAG 2.2, relative luminance.
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_worked_out_as_by_hand() -> None:
    # (1 + 0.05) / (0 + 0.05) = 21
    assert contrast("#ffffff", "#000000") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_the_contrast_of_wcag_aa(scheme: str) -> None:
    light, dark = STYLE.split("@media (prefers-color-scheme: dark)")
    chosen = colours(light) | (colours(dark.split("}")[0]) if scheme == "dark" else {})
    pairs = [
        *(
            (ink, ground)
            for ink in ("ink", "quiet", "link", "visited", "warning")
            for ground in ("ground", "box")
        ),
        *(("ink", ground) for ground in ("mark", "right", "wrong", "open")),
        # Numbers of findings are links within them.
        *(("link", ground) for ground in ("ground", "box")),
    ]

    assert {pair for pair in pairs if contrast(*(chosen[name] for name in pair)) < 4.5} == set()
    # The frames of fields.
    assert contrast(chosen["quiet"], chosen["ground"]) >= 3
    # Bars.
    assert contrast(chosen["bar"], chosen["ground"]) >= 3


def test_the_style_loads_nothing() -> None:
    assert "url(" not in STYLE
    assert "@import" not in STYLE
