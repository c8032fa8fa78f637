"""The one drawing: geometry in millimetres, text already set, groups placed, meaning tagged."""
