"""Find who speaks by the form of a text: transcripts, interviews, courts, speeches and letters."""
