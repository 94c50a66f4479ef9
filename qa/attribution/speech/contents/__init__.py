"""Find where what is reported begins and ends, and whether it was said, denied or declined."""
