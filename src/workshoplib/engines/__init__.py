"""Notebooks run headless without kernels: a papermill engine and what makes use of it. Nothing here knows of workshops.

papermill finds the engine by its entry point: ``papermill --engine workshop-inprocess in.ipynb out.ipynb``. A process
that runs many notebooks calls ``warm`` first, so that each finds imported what all of them need.
"""

from workshoplib.engines.warming import leave_out_address_grammar, warm

__all__ = ["ENGINE", "leave_out_address_grammar", "warm"]

ENGINE = "workshop-inprocess"
"""The name that papermill knows the engine by."""
