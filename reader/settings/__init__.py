"""What a person wants and did: config.toml, feeds.toml, library.db."""
