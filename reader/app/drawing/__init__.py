"""What the panes share: rows and lines that are drawn on demand."""
