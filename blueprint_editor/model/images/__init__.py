"""Images of a document: judged and cleaned at import, decoded to pixels or paths; the one place."""
