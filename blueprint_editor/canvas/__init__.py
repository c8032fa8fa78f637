"""The poster on the screen: items patched from the drawing, gestures, what readers of it hear."""
