"""The network, and what stands in for it: requests, redirects, limits."""
