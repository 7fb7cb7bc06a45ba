"""What things are: frozen, slotted dataclasses that every room shares. Imports nothing of ours."""
