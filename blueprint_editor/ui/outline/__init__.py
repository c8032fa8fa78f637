"""The document as a tree: phases with their steps and cards, then every register."""
