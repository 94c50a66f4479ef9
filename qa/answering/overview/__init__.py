"""Describe an archive as a whole: its time, outlets, speakers and topics, and what can be asked of it."""
