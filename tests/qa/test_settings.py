from __future__ import annotations

from pathlib import Path

import pytest

from qa.errors import UsageError
from qa.settings import ServerLibrary, Settings, find_library, load_settings, server_library


def test_without_anything_set_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(file=tmp_path / "config.toml", environment={}, flags={}) == Settings()


def test_a_flag_wins_over_the_environment_and_that_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('quotes = 5\nformat = "md"\nmodel = "from-file"\n')

    settings = load_settings(
        file=file, environment={"QA_QUOTES": "7", "QA_FORMAT": "csv"}, flags={"quotes": 9, "format": None}
    )

    assert (settings.quotes, settings.format, settings.model) == (9, "csv", "from-file")


def test_an_unknown_key_is_an_error_that_names_file_and_key(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("quoets = 5\n")

    with pytest.raises(UsageError, match=r"'quoets' in .*config\.toml"):
        load_settings(file=file, environment={}, flags={})


@pytest.mark.parametrize(
    "line",
    [
        "quotes = 0",
        "quotes = 11",
        "quotes = true",
        'format = "pdf"',
        'allow_download = "maybe"',
        "exclude = [1]",
        "model = ''",
        "read_seconds = 99999999999",
        "read_memory_mb = 0x" + "f" * 5_000,
        "library = ''",
        "library = '~nobody-of-this-name/a'",
        'library = "a\\u0000b"',
    ],
    ids=lambda line: line[:40],
)
def test_a_value_of_the_wrong_form_is_an_error_that_names_the_key(tmp_path: Path, line: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(line)

    with pytest.raises(UsageError, match=line.split(maxsplit=1)[0]):
        load_settings(file=file, environment={}, flags={})


@pytest.mark.parametrize(
    "content",
    [b"quotes = ", b"\xff\xfe", b"quotes = " + b"9" * 5_000, b"exclude = " + b"[" * 100_000],
    ids=["not-toml", "not-text", "thousands of digits", "nested too deeply"],
)
def test_a_broken_settings_file_is_an_error_that_names_it(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(content)

    with pytest.raises(UsageError, match=r"config\.toml"):
        load_settings(file=file, environment={}, flags={})


def test_a_number_of_thousands_of_digits_in_the_environment_is_no_number() -> None:
    with pytest.raises(UsageError, match="'quotes' in the environment"):
        load_settings(file=None, environment={"QA_QUOTES": "9" * 5_000}, flags={})


def test_the_environment_is_read_by_the_same_names() -> None:
    environment = {
        "QA_LIBRARY": "/archive",
        "QA_ALLOW_DOWNLOAD": "yes",
        "QA_EXCLUDE": "*.bak, drafts",
        "QA_MODEL": "",
    }

    settings = load_settings(file=None, environment=environment, flags={})

    assert settings == Settings(library=Path("/archive"), allow_download=True, exclude=("*.bak", "drafts"))


def test_a_library_in_the_file_is_relative_to_the_file(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('library = "news"\n')

    assert load_settings(file=file, environment={}, flags={}).library == tmp_path / "news"


def test_the_nearest_library_above_is_found(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / ".qa").mkdir()

    assert find_library(deep) == tmp_path / ".qa"


def test_without_a_library_above_it_is_made_in_the_working_folder(tmp_path: Path) -> None:
    assert find_library(tmp_path / "a").parent == tmp_path / "a"


@pytest.mark.parametrize(
    ("address", "dsn", "shown"),
    [
        pytest.param(
            "postgresql://me:secret@db.example:5433/news?schema=gazette&sslmode=require",
            "postgresql://me:secret@db.example:5433/news?sslmode=require",
            "postgresql://me@db.example:5433/news?schema=gazette",
            id="everything",
        ),
        pytest.param(
            "postgresql:///news?passfile=%2Fmy%20own%2Ffile",
            "postgresql:///news?passfile=%2Fmy%20own%2Ffile",
            "postgresql:///news?schema=onrecord",
            id="a space, which PostgreSQL does not read from a +",
        ),
        pytest.param(
            "postgresql:///news", "postgresql:///news", "postgresql:///news?schema=onrecord", id="local"
        ),
        pytest.param(
            "postgres://one:5432,[::1]:5433/news?password=secret",
            "postgres://one:5432,[::1]:5433/news?password=secret",
            "postgresql://one:5432,[::1]:5433/news?schema=onrecord",
            id="two hosts",
        ),
        pytest.param(
            "postgresql://me:s%40cret@/news?host=%2Frun%2Fpg",
            "postgresql://me:s%40cret@/news?host=%2Frun%2Fpg",
            "postgresql://me@/news?schema=onrecord",
            id="a socket",
        ),
    ],
)
def test_an_address_of_a_server_names_a_library_and_is_shown_without_its_password(
    address: str, dsn: str, shown: str
) -> None:
    library = load_settings(file=None, environment={"QA_LIBRARY": address}, flags={}).library

    assert isinstance(library, ServerLibrary)
    assert (library.dsn, str(library), repr(library)) == (dsn, shown, shown)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql:secret",
        "postgresql:/me:secret@db/news",
        "postgresql://me:sec/ret@db/news",
        "postgresql://me:sec@ret@db/news",
        "postgresql://me:secret@db:port/news",
        "postgresql://me:secret@db/news?schema=Gazette",
        "postgresql://me:secret@db/news?schema=a&schema=b",
        "postgresql://me:secret@db/news?schema=pg_catalog",
        "postgresql://me:secret@db/news?schema=" + "a" * 60,
        "postgresql://me:secret@db/news?schema=x;DROP",
        'postgresql://me:secret@db/news?schema=x"',
    ],
)
def test_what_is_no_address_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(UsageError) as caught:
        server_library(address)

    assert "secret" not in str(caught.value)
    assert "ret@" not in str(caught.value)


def test_an_address_in_the_file_is_not_taken_for_a_path(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('library = "postgresql://db/news"\n')

    assert load_settings(file=file, environment={}, flags={}).library == server_library(
        "postgresql://db/news"
    )
