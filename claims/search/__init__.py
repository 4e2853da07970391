"""Finding statements, speakers and stories by words: `readers` in what is public, `desk` in what the newsroom has."""
