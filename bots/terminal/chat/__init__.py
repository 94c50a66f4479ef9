"""Hold a conversation on the terminal: `qa chat`."""
