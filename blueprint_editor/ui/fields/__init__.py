"""Editors of one value each: they show it, or that several differ, and tell edits."""
