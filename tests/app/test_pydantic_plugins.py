import subprocess
import sys

import pytest

RECORDS = """
import sys
from blueprint_editor.app.pydantic_plugins import forgo_plugins
if sys.argv[1] == "forgo":
    forgo_plugins()
import blueprint_editor.model.document
print("importlib.metadata" in sys.modules)
from pydantic.plugin import _loader
print(_loader.get_plugins(), _loader.PYDANTIC_ENTRY_POINT_GROUP)
"""


@pytest.mark.parametrize(("argument", "looks"), [("forgo", False), ("leave", True)])
def test_plugins_are_not_looked_for(argument: str, looks: bool) -> None:
    """Where pydantic no longer looks by itself, ``app/pydantic_plugins.py`` may go."""
    done = subprocess.run(
        [sys.executable, "-c", RECORDS, argument], capture_output=True, text=True, check=True
    )
    first, second = done.stdout.splitlines()
    assert (first == "True") == looks
    # What else is asked of the module is there.
    assert second.endswith(" pydantic")
