"""Read questions from people and show them answers, on the terminal and on Discord."""
