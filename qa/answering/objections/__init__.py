"""Find what speaks against a quote as the answer: another age, time, kind, event or person."""
