"""English words of the sheets that tell what the document holds."""

from blueprint_editor.language.workshop.words import SheetWords

SHEETS: dict[str, SheetWords] = {
    "handovers": SheetWords(
        title="Handover list",
        instructions=(
            "Go through each handover with who gives and who receives. An exclamation mark "
            "(!) stands where something is not agreed yet."
        ),
        questions=(),
        fields={
            "from": "From, who gives",
            "to": "To, who receives",
            "information": "Information that moves",
            "basis": "Basis",
            "method": "Way and channel",
            "time": "Time",
            "gaps": "Missing",
            "confirmation": "Confirmation: {}",
            "complete": "Nothing",
            "missing_giver": "giver",
            "missing_receiver": "receiver",
            "missing_information": "information",
            "missing_basis": "basis",
            "missing_method": "way",
            "missing_time": "time",
            "empty": (
                "No handovers are marked on the path yet. "
                "Write down here each place where responsibility passes to somebody else: from "
                "where to where, what information goes along and on what basis."
            ),
        },
    ),
    "solutions": SheetWords(
        title="List of critical points and solutions",
        instructions=(
            "Agree on a solution for each critical point, and on who owns it. An "
            "exclamation mark (!) stands where something is not agreed yet."
        ),
        questions=(),
        fields={
            "point": "Critical point",
            "number": "No., card",
            "solution": "Solution",
            "owner": "Owner",
            "gaps": "Missing",
            "complete": "Nothing",
            "missing_solution": "solution",
            "missing_owner": "owner",
            "missing_point": "critical point",
            "empty": (
                "No critical points or solutions are marked on the path yet. "
                "Write down here where a client easily drops off the path, and what would help."
            ),
        },
    ),
    "theme-board": SheetWords(
        title="Theme board",
        instructions=(
            "Read a theme from left to right: what is needed, which ideas answer it, what "
            "works already, and which cards were made of it. Write down what is missing."
        ),
        questions=(),
        fields={"theme": "Theme", "no_theme": "No theme"},
        lists={"columns": ("Not sorted", "Needs", "Ideas", "Good practice", "Cards on the path")},
    ),
    "catalogue": SheetWords(
        title="Catalogue of services",
        instructions="What services and means there are, for whom, and where to find more.",
        questions=(),
        fields={"others": "Others", "empty": "The catalogue has no services yet."},
    ),
    "inclusion": SheetWords(
        title="Self-assessment of inclusion",
        instructions=(
            "Judge first alone and then together, best with clients: 0\u00a0=\u00a0not at all, "
            "1\u00a0=\u00a0a little, 2\u00a0=\u00a0fairly well, 3\u00a0=\u00a0well. Write down "
            "how it shows. Below each heading stand the cards that have the tag of that name."
        ),
        questions=(),
        fields={"question": "Question", "score": "Score 0–3", "noticed": "How it shows"},
        lists={
            "own_life": (
                "Does the client decide what is done in their matter, and in what order?",
                "Do they understand what happens and why?",
                "Does the service make their daily life run better?",
            ),
            "influence": (
                "Can the client change the service, not just use it?",
                "Do clients take part when the service is planned and judged?",
                "Does the client hear what came of their feedback?",
            ),
            "common_good": (
                "Can the client do something that is of use to others, too?",
                "Do they meet others and become part of a group?",
                "Are their skills and work valued?",
            ),
        },
    ),
    "curves": SheetWords(
        title="Curves of feelings and ratings",
        instructions=(
            "A dashed line and an open dot tell how it was before, a solid line and a full dot "
            "how it is now. The numbers below the axis are codes of cards."
        ),
        questions=(),
        fields={
            "feelings": "Feelings",
            "ratings": "Self-rating 1–5",
            "now": "now",
            "before": "before",
            "after": "after",
            "card": "Card",
            "curve": "Curve",
            "after_or_now": "now or after",
            "empty": "The path has no feelings and no self-ratings yet.",
        },
    ),
    "collection": SheetWords(
        title="Collection of service paths",
        instructions=(
            "These descriptions belong together. Each tells whom the service is for and how the "
            "path goes."
        ),
        questions=(),
        fields={
            "target_group": "Target group",
            "phases": "Phases",
            "state": "Status",
            "empty": "The collection has no descriptions yet.",
        },
    ),
    "criteria": SheetWords(
        title="List of quality criteria",
        instructions=(
            "Judge together how each criterion is met now, and write down what shows it."
        ),
        questions=(),
        fields={
            "place": "No., place",
            "criterion": "Quality criterion",
            "owner": "Owner",
            "met": "Is met",
            "noticed": "What shows it",
            "empty": (
                "No quality criteria are marked on the path yet. "
                "Write down here what a good service has to fulfil, and where on the path it shows."
            ),
        },
        lists={"met": ("yes", "partly", "not yet")},
    ),
    "comment-print": SheetWords(
        title="Comment print",
        instructions=(
            "Write your comments on the lines beside the card. The code (such as 3.4) tells which "
            "card is meant. Where there is no more room, go on on the last page and note the code."
        ),
        questions=(),
        fields={
            "commenter": "Commenter",
            "organisation": "Organisation or role",
            "return_by": "Return by",
            "lines": "lines for your own comment: {}",
            "return_to": "Return to",
            "version": "Version: {}",
            "open": "Open comment",
            "whole": "The whole blueprint",
        },
    ),
    "client-path": SheetWords(
        title="The path in plain language",
        instructions=(
            "This is how the path goes, step by step. At the end you see who can help you."
        ),
        questions=(),
        fields={
            "contacts": "Who can help you",
            "contact": "Contact:",
            "empty": "The path has no steps for the client yet.",
        },
    ),
    "causal-map": SheetWords(
        title="Causal map with its loops",
        instructions=(
            "An arrow leads from a cause to its effect. "
            "+ strengthens, − weakens. In a loop a change comes back to where it began."
        ),
        questions=(),
        fields={
            "signs": "Arrows and signs",
            "loops": "Loops",
            "plus": "strengthens",
            "minus": "weakens",
            "empty": "The path has no causal map yet.",
        },
    ),
}
