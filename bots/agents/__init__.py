"""The front end for language-model assistants: quotes over the Model Context Protocol."""
