"""The window around the canvas: actions, docks, dialogs."""
