"""The composition root: command line, application, settings and where resources lie."""
