"""Define the slash commands, one file for each kind."""
