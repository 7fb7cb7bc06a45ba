"""Plain text: cleaning, normalizing, languages and scripts, search hits, links, differences."""
