"""Quotation attribution: from text to quotes with speakers. Pure, standard library only."""
