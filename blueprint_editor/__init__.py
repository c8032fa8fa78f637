"""Blueprint Editor: service blueprints drafted in swimlanes and printed as wall posters."""

__version__ = "0.1.0"
