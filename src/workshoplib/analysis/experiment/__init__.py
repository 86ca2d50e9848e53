"""Experiment: how many people a test needs, and what a finished one says.

``sizes``, ``reading`` and ``looks`` take numbers and know no strategy; ``plans`` reads the experiments of a review.
"""
