"""Kernels that start fast."""
