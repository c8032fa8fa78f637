"""English words of the workshop sheets W10–W18."""

from blueprint_editor.language.workshop.words import SheetWords

SHEETS: dict[str, SheetWords] = {
    "W10": SheetWords(
        title="Network sheet",
        instructions=(
            "Ring version: place people and services on the rings according to how close they "
            "are, and draw the links as lines. Project version: fill in one row for every actor."
        ),
        questions=(
            "Who knows what the others do?",
            "Who calls whom when something goes wrong?",
            "Where do two actors do the same thing?",
            "Which link depends on one single person?",
            "Who would it be good to bring along?",
        ),
        fields={
            "rings_title": "My network",
            "table_title": "The project’s network",
            "actor": "Actor",
            "role": "Role",
            "contact": "Contact person",
            "does": "What the actor does for the client",
            "information": "What information the actor gives and receives",
            "link": "Link",
            "transition": "Transition",
            "yes": "yes",
            "no": "no",
            "gives": "gives: {}",
            "gets": "receives: {}",
            "rings_alt": "The rings from the inside out: {}.",
        },
        lists={
            "rings": (
                "me",
                "close people",
                "familiar services",
                "other services",
            ),
            "links": (
                "strong",
                "weak",
                "broken",
                "missing",
            ),
            "versions": (
                "The participant’s rings",
                "The project’s table",
            ),
        },
    ),
    "W11": SheetWords(
        title="Merge sheet: from two paths to one general path",
        instructions=(
            "Read the paths side by side, one phase at a time. Mark what is the same and what is "
            "different, and write in the middle a card that fits both. Note also what is left out "
            "and why."
        ),
        questions=(
            "What repeats in both paths?",
            "What is the same thing in other words?",
            "Which difference must stay visible?",
            "Whom does the general path not yet fit?",
            "What will a worker really look at here in daily work?",
        ),
        fields={
            "path_a": "Path A",
            "path_b": "Path B",
            "general": "General path",
            "phase": "Phase",
            "a": "A: what happened",
            "b": "B: what happened",
            "compare": "Same / different / only in one",
            "card": "General card",
            "left_out": "Left out (why)",
            "critical": "Critical point in both",
            "missing": "Client group that is missing",
        },
    ),
    "W12": SheetWords(
        title="Feedback form",
        instructions=(
            "Answer without giving your name and choose one alternative for each statement. If "
            "you want to be contacted, fill in the separate slip and return it in a different box "
            "from the form."
        ),
        questions=(
            "I was listened to.",
            "I was also able to disagree.",
            "I understood what we did and why.",
            "I knew what will happen to what we produced.",
            "The pace suited me.",
            "I was glad to come and would come again.",
            "I learned something that I will use next week.",
            "The client’s voice changed the result.",
            "What was best?",
            "What would you change next time?",
        ),
        fields={
            "at_client": "Participant as a client",
            "at_work": "Participant at work",
            "role": "Role (tick)",
            "low": "strongly disagree",
            "high": "strongly agree",
            "cannot": "cannot say",
            "statement": "Statement",
            "wish": "I want to be contacted",
            "return_apart": "Return this slip in a different box from the form.",
            "name": "Name",
            "phone": "Phone or e-mail",
            "when": "When I can be reached",
        },
    ),
    "W13": SheetWords(
        title="Cut-out cards",
        instructions=(
            "Cut the cards out along the crop marks. The code on a card shows where in the "
            "diagram it belongs. When the group has found its own order, write the codes down in "
            "that order."
        ),
        questions=(
            "Which picture is like you today?",
            "Which picture is like a service that you have been happy with?",
            "Which picture would you give the group as a good wish?",
        ),
        fields={
            "pictures": "Picture cards",
            "kinds": "Card kinds",
            "marks": "Marks",
            "faces": "Emotion faces",
            "actors": "Actor cards",
            "cards": "The document’s own cards",
            "order": "Codes in the group’s order",
        },
        lists={
            "pictures": (
                "bridge",
                "door",
                "stairs",
                "light",
                "backpack",
                "knot",
                "coffee cup",
                "compass",
            ),
            "kinds": (
                "customer",
                "frontstage",
                "backstage",
                "support",
            ),
        },
    ),
    "W14": SheetWords(
        title="Legend: how to read a blueprint",
        instructions=(
            "Read from left to right: this is how the client’s journey goes on. Read from top to "
            "bottom: this is how the service is made. Above the line of visibility is what the "
            "client sees. A triangle and a number show a critical point; its solution has the "
            "same number. An arrow with a double line means that responsibility passes on."
        ),
        questions=(
            "Where do you come onto the path yourself?",
            "What does the client see at that point, and what does the client not see?",
            "Who goes on after you, and how does the client know it?",
        ),
        fields={
            "lanes": "Lanes and lines",
            "cards": "Cards and marks",
            "connectors": "Connectors",
            "curve": "Emotion curve",
            "abbreviations": "Abbreviations",
            "about": "Who made the diagram, when, and what it is used for",
        },
    ),
    "W15": SheetWords(
        title="Checklist: ten questions on a client-led path",
        instructions=(
            "First answer each question alone, then agree on a joint score: 0\u00a0=\u00a0not at "
            "all, 1\u00a0=\u00a0a little, 2\u00a0=\u00a0fairly well, 3\u00a0=\u00a0well. Beside "
            "the lowest scores, write down who will take the matter forward."
        ),
        questions=(
            (
                "After the first meeting, does the client understand what benefit the joint "
                "service brings?"
            ),
            "Do the very people for whom the service was made get in?",
            (
                "Does every phase strengthen the belief that a job or a place of one’s own will "
                "be found?"
            ),
            (
                "Has the need for support been looked into broadly, and not only through the eyes "
                "of one office?"
            ),
            "Does help come when it is needed, and is it the right help?",
            "Does the path encourage people to go on after a setback as well?",
            "Are the aim, the plan and the next date visible on the path?",
            "Is it known when and how the service ends and what follows after it?",
            (
                "Does the client get service of even quality, whoever the worker and wherever the "
                "place?"
            ),
            "Have duties, time and management been agreed so that the worker is able to act?",
        ),
        fields={
            "question": "Question",
            "score": "Score 0–3",
            "note": "Note",
            "owner": "Who takes it forward",
            "review": "Review date",
        },
    ),
    "W16": SheetWords(
        title="Job design sheet: split – sort – compose",
        instructions=(
            "First write down all the tasks of the work stage and how long they take. Then sort "
            "them into three groups, and finally put the pieces that can be moved together into a "
            "job for one person. Agree on the start of the trial and on a review date."
        ),
        questions=(
            "What are all the things you do during a rush hour?",
            "Which task interrupts you most often?",
            "Which task would you gladly hand over to someone else?",
            "Which pieces would fit together for one person?",
            "What does a newcomer need on the first day?",
            "How does the others’ work get lighter and not just move elsewhere?",
        ),
        fields={
            "workplace": "Workplace and work stage",
            "split": "Split",
            "tasks": "tasks and the time they take",
            "sort": "Sort",
            "skill": "needs trade skills",
            "move": "can be moved",
            "drop": "can be dropped",
            "compose": "Compose",
            "job": "New job",
            "hours": "Working hours",
            "mentor": "Mentor",
            "aids": "Aids",
            "load": "Load",
            "trial": "Start of the trial",
            "review": "Review date",
        },
    ),
    "W17": SheetWords(
        title="Attendance list and privacy notice",
        instructions=(
            "Write your name and sign. Instead of an organisation you may write your role; you "
            "need not say anything about being a client yourself. The privacy notice is on the "
            "next page."
        ),
        questions=(
            (
                "Is everyone comfortable with others seeing their name, or should you print "
                "personal slips?"
            ),
            "Which details does the funder really require? Nothing else is asked.",
            "Who takes charge of the list after the event, and where is it taken?",
            "When is the list destroyed, and who is responsible for that?",
        ),
        fields={
            "event": "Event",
            "when": "Date, time and place",
            "project_code": "Project code",
            "funder": "Funder",
            "number": "No.",
            "name": "Name",
            "organisation": "Organisation or role",
            "signature": "Signature",
            "remote": "People who took part remotely (noted by the organiser)",
            "confirmed": "List confirmed by (name, date)",
            "notice": "Privacy notice",
            "slip": "Attendance slip",
        },
        lists={
            "notice_headings": (
                "Who keeps the data",
                "Why and on what basis",
                "How long",
                "Who sees the data",
                "What rights you have",
                "Whom you can contact",
            ),
            "notice": (
                "The list is kept by {}.",
                (
                    "We need your name so that the project can show the funder that the event was "
                    "held and who took part. The basis for handling the data is {}."
                ),
                "The list is kept until {} and destroyed after that.",
                "The project's staff and the funder's auditors see the list.",
                (
                    "You may ask to see or correct your own data. If you disagree with how your "
                    "data is handled, you may turn to the Data Protection Ombudsman."
                ),
                "Contact person: {}. Data protection officer: {}.",
            ),
            "versions": (
                "List",
                "Slips",
            ),
        },
    ),
    "W18": SheetWords(
        title="First-name badges and photo consent",
        instructions=(
            "Write on the badge your first name or the name that you want to be called by. No "
            "title or organisation is needed. Photo consent is voluntary: you can take part "
            "without it, it does not affect your services, and you can withdraw it at any time."
        ),
        questions=(
            "How does the photographer see who must not be photographed?",
            "Are faces needed, or is a picture of hands and results enough?",
            "Where are the photos kept, and who deletes them when the consent ends?",
        ),
        fields={
            "badge_note": (
                "Write on the badge your first name or the name that you want to be called by. "
                "No title or organisation is needed."
            ),
            "consent_note": (
                "Photo consent is voluntary: you can take part without it, it does not affect "
                "your services, and you can withdraw it at any time."
            ),
            "first_name": "First name",
            "group_no": "Group number",
            "no_photos": "no photos",
            "consent": "Photo consent",
            "event": "Event and date",
            "photographer": "Who takes the photos",
            "may": "I may be photographed",
            "use": "The photos may be used",
            "yes": "yes",
            "no": "no",
            "until": "Until which day the consent is valid",
            "whom": "Whom I tell if I withdraw it",
            "name": "Name",
            "signature": "Signature",
            "date": "Date",
        },
        lists={
            "may": (
                "yes",
                "only so that I cannot be recognised",
                "no",
            ),
            "use": (
                "in reports and presentations",
                "on the website",
                "in social media",
                "in a newspaper",
            ),
        },
    ),
}
