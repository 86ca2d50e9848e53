"""Computations: pure functions from the strategy and the facts to numbers; nothing here is shown or saved."""
