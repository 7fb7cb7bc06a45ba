"""The table of commands, and what each does."""
