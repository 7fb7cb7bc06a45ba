"""newsreader: a news reader for the terminal that shows who said what.

The rooms, from the ground up: ``model`` (what things are), ``text`` (clean, cut and wrap text),
``query`` (the one query language), ``loader``, ``cache``, ``settings``, ``quotes`` and
``exchange`` (the work), ``newsroom`` (what joins them), ``app`` and ``cli`` (what people see).
"""

__version__ = "0.1.0"
