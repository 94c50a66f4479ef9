"""Check a draft: find each of its quotations in an archive, and say whether it is real."""
