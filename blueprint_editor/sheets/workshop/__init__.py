"""The workshop kit: one module for each printable sheet, made of the same few parts."""
