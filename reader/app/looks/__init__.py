"""Themes, and what terminals with few colours or signs get."""
