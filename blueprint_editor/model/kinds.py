"""The closed lists of the format: every kind, role and state that a field may name."""

from typing import Literal, get_args

Role = Literal[
    "evidence",
    "customer",
    "frontstage",
    "frontstage_technology",
    "backstage",
    "backstage_technology",
    "support",
    "emotion",
    "time",
    "channel",
    "image",
    "metric",
    "policy",
    "custom",
]
ActorKind = Literal[
    "client",
    "close_person",
    "peer",
    "expert_by_experience",
    "professional",
    "team",
    "authority",
    "employer",
    "school",
    "ngo",
    "private_service",
    "system",
]
ConnectorKind = Literal["flow", "information", "handover", "branch", "return", "two_way"]
MarkKind = Literal[
    "critical_point",
    "solution",
    "wait",
    "transition",
    "question",
    "idea",
    "pain_point",
    "barrier",
    "moment_of_truth",
    "fail_point",
    "quote",
    "risk",
    "decision",
    "quality_criterion",
    "local_practice",
]
Channel = Literal[
    "on_site", "phone", "remote", "letter", "digital", "email", "text_message", "visit"
]
Dash = Literal["solid", "dashed", "dotted", "dash_dot"]
Certainty = Literal["observed", "assumed", "proposed"]
Icon = Literal[
    "person",
    "people",
    "conversation",
    "phone",
    "letter",
    "form",
    "document",
    "computer",
    "calendar",
    "home",
    "office",
    "bus",
    "money",
    "health",
    "work",
    "study",
    "key",
    "heart",
    "star",
    "clock",
]
DocumentState = Literal["current", "future"]
ClientWord = Literal["client", "customer"]
DocumentStatus = Literal["draft", "reviewed", "final"]
DurationUnit = Literal["minutes", "hours", "days", "weeks", "months", "years"]
LogoKind = Literal["eu", "funder", "partner"]
BarrierKind = Literal["person", "environment"]
CommentKind = Literal["interview", "comment_round", "workshop", "other"]
NoteKind = Literal["need", "idea", "practice"]
HandoverBasis = Literal["permission", "law", "no_personal_data"]
Sign = Literal["plus", "minus"]
MediaType = Literal["image/png", "image/jpeg", "image/svg+xml"]
Orientation = Literal["landscape", "portrait"]
ColourBy = Literal["role", "actor", "variant", "tag"]
MarkStyle = Literal["strip", "list"]
PosterPart = Literal[
    "title_block",
    "personas",
    "responsibilities",
    "marks",
    "connectors",
    "emotion_curve",
    "value",
    "legend",
    "actors",
    "sources",
    "project",
    "durations",
]
"""What a poster shows unless it is hidden."""
PosterExtra = Literal["draft_watermark", "link_codes", "document_code"]
"""What a poster shows on request only."""

ROLES: tuple[str, ...] = get_args(Role)
STANDARD_ORDER: tuple[str, ...] = ROLES[:7]
"""The roles that have a standard place, top to bottom; the others may stand anywhere."""
MARK_KINDS: tuple[str, ...] = get_args(MarkKind)
CONNECTOR_KINDS: tuple[str, ...] = get_args(ConnectorKind)
POSTER_PARTS: tuple[PosterPart, ...] = get_args(PosterPart)
POSTER_EXTRAS: tuple[PosterExtra, ...] = get_args(PosterExtra)
