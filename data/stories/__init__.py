"""The stories behind the sample strategies: a module for each, which makes one organisation's strategy.

A story holds the typed texts as they are and makes figures, logs and posts with the ``random`` that it is given, so
that the same seed gives the same file. Nothing in it is real: people have first names only, web addresses end in
``.example``, and no brand but the platforms themselves is named.
"""
