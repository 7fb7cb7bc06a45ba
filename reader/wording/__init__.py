"""The words of the interface: catalogue, ages, what was done."""
