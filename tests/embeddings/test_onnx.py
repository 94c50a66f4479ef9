from __future__ import annotations

import subprocess
import sys

_COUNT_THREADS = """
from pathlib import Path
from qa.encoding import open_encoder

def threads():
    return len(list(Path("/proc/self/task").iterdir()))

encoder = open_encoder()
before = threads()
encoder.encode_query("Did the ferry sail?")
after_question = threads()
list(encoder.encode_passages(["The ferry sailed.", "It was late."], [(), ()]))
print(before, after_question, threads())
"""


def test_a_question_is_encoded_without_starting_threads() -> None:
    done = subprocess.run([sys.executable, "-c", _COUNT_THREADS], capture_output=True, text=True, check=True)

    before, after_question, after_passages = map(int, done.stdout.split())
    assert after_question == before
    assert after_passages > before
