"""Sticky notes not yet in a cell: typed or pasted in a strip, then sent to cells one by one."""
