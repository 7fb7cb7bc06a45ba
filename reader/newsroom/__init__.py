"""What app and command line talk to: use cases, refresh runs, undo."""
