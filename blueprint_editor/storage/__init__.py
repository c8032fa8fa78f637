"""Files: the format, migrations, checked reading and atomic writing."""
