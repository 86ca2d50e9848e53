"""Allocation: the spend by channel that brings most, exactly, for one belief about the channels or for thousands."""
