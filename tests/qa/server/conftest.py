from __future__ import annotations

import pytest

from tests.qa.conftest import Archive
from tests.qa.server.both_libraries import Both
from tests.qa.server.node import Node
from tests.qa.server.queued import Queued


@pytest.fixture
def both(archive: Archive, node: Node, request: pytest.FixtureRequest) -> Both:
    return Both(archive, node.library(f"written_{abs(hash(request.node.nodeid)) % 10_000_000_000}"))


@pytest.fixture
def queued(both: Both) -> Queued:
    return Queued(both)
