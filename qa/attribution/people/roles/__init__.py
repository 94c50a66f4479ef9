"""Find which roles the people of an article hold, and whom "the mayor" means there."""
