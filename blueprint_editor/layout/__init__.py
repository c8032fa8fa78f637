"""From records to geometry in mm: text setting, grid, cards, connector routing, theme."""
