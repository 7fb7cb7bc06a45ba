"""HTTP requests, redirects and limits; programs and folders that answer requests in their place."""
