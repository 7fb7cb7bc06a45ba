"""OPML, newsboat, Markdown: in and out."""
