"""Where the frozen program begins: as ``python -m blueprint_editor.app.cli`` does."""

import sys

from blueprint_editor.app.cli import main

sys.exit(main())
