"""The form of the preferences for front ends; `newsroom.preferences.config` is in force."""

from reader.settings.config import CHOICES, Config, Macro

__all__ = ["CHOICES", "Config", "Macro"]
