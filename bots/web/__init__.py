"""The web front end: pages for people, and the same as JSON for programs."""
