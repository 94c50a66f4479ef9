"""Front ends: they read a question and show an answer."""
