"""The document: frozen records, ids, rules between records, and the facts derived from them."""
