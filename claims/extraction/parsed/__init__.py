"""A parsed document as the rules see it: its text in blocks, its sentences and quoted passages, what labels mean."""
