"""Social media strategy workshops: notebooks that people fill in, and reports from what they filled in."""

__version__ = "0.1.0"
