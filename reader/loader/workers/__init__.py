"""Worker processes that parse untrusted bytes: feeds, pages, pictures."""
