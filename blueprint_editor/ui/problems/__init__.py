"""The dock of problems: what the checks have found, what to do about it, and which are off."""
