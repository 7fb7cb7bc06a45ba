"""From the network to feeds, from pages to articles."""
