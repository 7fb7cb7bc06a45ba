"""HTML, broken XML and plain text to blocks."""
