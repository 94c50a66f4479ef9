from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from peers import require


@pytest.mark.parametrize(
    "python", [None, "/no/such/python", sys.executable], ids=["none", "absent", "without"]
)
def test_a_peer_that_is_not_there_ends_the_program_with_how_to_install_it(python: str | None) -> None:
    with pytest.raises(SystemExit, match="pip install txtai==") as ended:
        require("txtai", python)

    assert "--python txtai=FOLDER/bin/python" in str(ended.value)
