"""Answer questions about an archive of articles with verbatim, attributed quotes.

Knows no front end: nothing here imports `bots`, reads the environment or prints. The rooms form one ordered list, and
each imports only rooms after it (`tests/test_architecture.py`).
"""
