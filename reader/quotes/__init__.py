"""From text to quotes with speakers. Pure, deterministic, standard library only."""
