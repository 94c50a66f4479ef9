"""Run the command line `qa`: one file for each group of commands, the rest prints and reads options."""
