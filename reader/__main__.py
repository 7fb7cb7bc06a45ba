"""`python -m reader` is the command `newsreader`, for where that is not on the path."""

from reader.cli.entry import leave

if __name__ == "__main__":
    leave()
