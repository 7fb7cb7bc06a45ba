"""What is true of the screen, without Textual."""
