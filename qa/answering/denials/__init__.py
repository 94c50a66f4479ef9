"""Check a denial before it is given: find what may be the words of whom the archive seems not to quote."""
