"""The filter of a window: a panel to choose it in, and a notice while there is one."""
