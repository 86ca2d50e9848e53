"""Notebooks run headless without kernels: a papermill engine that knows nothing of workshops.

papermill finds it by its entry point: ``papermill --engine workshop-inprocess in.ipynb out.ipynb``. A process that
runs many notebooks calls ``warm`` first, so that each finds imported what all of them need.
"""

# The first import here, because papermill looks for its engines when it is imported itself: else whoever imports an
# engine's module first would let papermill find that module half read.
import papermill.engines  # noqa: F401  isort: skip

from workshoplib.engines.warming import warm

__all__ = ["ENGINE", "warm"]

ENGINE = "workshop-inprocess"
"""The name that papermill knows the engine by."""
