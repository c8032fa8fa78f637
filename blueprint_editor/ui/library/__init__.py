"""The dock of the service library and its dialogs."""
