"""Measured figures of the program, each beside its floor; not part of the tests."""
