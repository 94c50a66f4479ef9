from __future__ import annotations

import pytest

from qa.encoding import open_encoder
from qa.errors import ModelError


def test_a_model_that_is_not_on_this_machine_is_refused_with_the_way_out() -> None:
    with pytest.raises(ModelError, match="--allow-download"):
        open_encoder("nobody/no-such-model")
