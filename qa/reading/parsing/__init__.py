"""Bytes of foreign formats to stories. Runs in the process that may be killed (`qa/reading/worker.py`)."""
