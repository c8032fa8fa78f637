"""The parts of a document that a publishing copy leaves out, known without what takes them out."""

from typing import Literal, get_args

Part = Literal[
    "comments",
    "comments_without_consent",
    "notes",
    "remarks",
    "snapshots",
    "contacts",
    "workshops",
    "ratings",
    "votes",
    "causal_map",
    "hidden_lanes",
    "filtered_out",
    "background",
    "file_names",
    "unused_images",
]
PARTS: tuple[Part, ...] = get_args(Part)
"""What a publishing copy leaves out unless it is kept on purpose.

``notes`` are sticky notes with the clients' own words, ``remarks`` the notes to oneself on actors,
lanes, phases, steps and cards; ``background`` is the picture to trace, often the photograph of a
wall; ``filtered_out`` is what the poster's filter hides; ``unused_images`` were deleted from every
place and would go out unseen. ``votes`` are the dots on cards and marks.
"""
