"""The theme board: needs, ideas, good practice and cards, theme by theme."""
