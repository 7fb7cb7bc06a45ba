"""Web pages and text files to articles: main content, metadata, boilerplate, next page."""
