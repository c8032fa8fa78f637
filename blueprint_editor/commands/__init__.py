"""Pure edits: a command takes a document and gives a new one; rules, follow-ups and history."""
