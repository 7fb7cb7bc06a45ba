"""The words of the interface: a catalogue for each language, dates and ages, what was done."""
