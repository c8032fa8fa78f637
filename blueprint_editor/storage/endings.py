"""Names of blueprint files; apart from the format, so that dialogs need not load it."""

FILE_ENDINGS = (".blueprint", ".blueprint.json", ".json")
"""The first is what the program adds; letters may be large or small."""
PDF_ENDING = ".pdf"
"""Of a PDF with a blueprint attached, which opens as a document without a file."""
SOURCE_NAME = "blueprint.json"
"""The name that a blueprint bears inside a PDF."""
