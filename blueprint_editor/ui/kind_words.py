"""What the kinds of records are called in the program; message ids, in the order of menus."""

from types import MappingProxyType

from blueprint_editor.language.texts import msgid

CONNECTOR_KINDS = MappingProxyType(
    {
        "flow": msgid("Flow"),
        "information": msgid("Information"),
        "handover": msgid("Handover of responsibility"),
        "branch": msgid("Branch"),
        "return": msgid("Loop back"),
        "two_way": msgid("Both ways"),
    }
)
