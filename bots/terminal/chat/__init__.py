"""`qa chat`: a conversation on the terminal."""
