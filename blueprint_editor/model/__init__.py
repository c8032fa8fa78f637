"""The document: frozen records, ids, rules between records, and the facts derived from them."""

import os

# No other package takes part in how documents are checked, so none is searched for a part in it.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
