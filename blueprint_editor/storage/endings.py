"""How names of blueprint files end; apart from the format, so that dialogs need not load it."""

FILE_ENDINGS = (".blueprint", ".blueprint.json", ".json")
"""The first is what the program adds; letters may be large or small."""
