"""Lines that sites put between the paragraphs of a story, by language: rules and data."""
