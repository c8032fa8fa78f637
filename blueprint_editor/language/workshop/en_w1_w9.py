"""English words of the workshop sheets W1–W9."""

from blueprint_editor.language.workshop.words import SheetWords

SHEETS: dict[str, SheetWords] = {
    "W1": SheetWords(
        title="Facilitator’s sheet, agenda and minutes",
        instructions=(
            "Fill in the first page when you plan the session, and print the agenda for everyone "
            "who leads a part of it. Write the minutes on the same day and open the next session "
            "with them."
        ),
        questions=(
            "What will each participant take home from this session?",
            "What may make people nervous, and how will you ease it at the start?",
            "Whose voice is easily lost, and how will you make room for it?",
            "What can you leave out if time runs short?",
            "What will you do if someone is moved or gets angry?",
            "How will you show that the results of last time are in use?",
        ),
        fields={
            "aim": "Aim",
            "participants": "Participants (number, roles)",
            "room": "Room and transport",
            "materials": "Materials",
            "start": "Start time",
            "agenda": "Agenda",
            "time": "Time",
            "length": "Length",
            "phase": "Phase",
            "sheet": "Sheet",
            "group_size": "Group size",
            "instruction": "Instruction",
            "leads": "Who leads",
            "rules": "Ground rules",
            "plan_b": "Plan B",
            "minutes": "Minutes",
            "produced": "What was produced",
            "decided": "What was decided",
            "open": "Open questions",
            "changed": "What has changed since last time",
            "next": "Next session",
            "checklist": "Checklist",
            "minutes_unit": "{} min",
        },
        lists={
            "checklist": (
                "invitations sent 3 weeks ahead",
                "rides and bus tickets",
                "catering and special diets",
                "step-free access to the room",
                "prints and spare copies",
                "camera",
                "permission for photos",
                "feedback forms",
                "expenses and fees (effect on benefits found out)",
                "privacy notice",
            ),
            "frame": (
                "welcome and ground rules",
                "getting to know each other",
                "results of last time",
                "group work 1",
                "break",
                "group work 2",
                "sharing and dots",
                "feedback and next session",
                "close",
            ),
        },
    ),
    "W2": SheetWords(
        title="Persona sheet",
        instructions=(
            "Together, invent a person who could be real but is none of you and nobody you know. "
            "Write in that person’s own words, not in the words of the service."
        ),
        questions=(
            "What is an ordinary Tuesday like for this person?",
            "What is going well for the person right now?",
            "What takes the person’s strength, and what gives it?",
            "What does the person want to be different a year from now?",
            "Whom does the person trust? Whom does the person not dare to ask?",
            "What has the person already tried?",
            "What is the best way to reach the person?",
        ),
        fields={
            "name": "Invented name and picture",
            "age": "Age and place of residence",
            "everyday": "Everyday life in one sentence",
            "situation": "Life situation",
            "goal": "Aim and wish",
            "strengths": "Strengths",
            "barriers": "Barriers",
            "in_me": "in me",
            "around_me": "around me",
            "services": "Services now",
            "close_people": "Close people",
            "quote": "Quote",
            "picture": "Picture here",
        },
        lists={
            "situation": (
                "work",
                "home",
                "money",
                "health",
                "people",
            ),
        },
    ),
    "W3": SheetWords(
        title="Customer value sheet",
        instructions=(
            "Choose one persona and think first about the change that this person hopes for. "
            "Write the benefit in each column, and finally sum everything up in one sentence."
        ),
        questions=(
            "What gets easier in daily life when the service works?",
            "What is the person able to do that was not possible before?",
            "How do relationships with other people change?",
            "What group does the person belong to thanks to the service?",
            "How does the person feel before, during and after?",
            "What would a close person call the benefit?",
            "What small sign shows the benefit within the first month?",
        ),
        fields={
            "persona": "Persona",
            "change": "Change hoped for",
            "functional": "Functional benefit",
            "social": "Social benefit",
            "emotional": "Emotional benefit",
            "close": "Benefit to close people",
            "notice": "How the benefit is noticed",
            "summary": "Summary in one sentence",
        },
    ),
    "W4": SheetWords(
        title="Alone – in pairs – together",
        instructions=(
            "Think for 5 minutes alone, 10 minutes in pairs and 10 minutes together at the wall. "
            "Use the last 5 minutes for the dots: everyone has three dots, and at most one of "
            "them may go to one’s own proposal. Ideas are not judged while the work is going on."
        ),
        questions=(
            "What change is hoped for in your persona’s situation?",
            "How could the change begin as early as next week?",
            "Who can help, and what would they do first?",
            "What is the smallest trial that would teach us something?",
            "What did another pair put better than you did?",
        ),
        fields={
            "question": "Question",
            "own": "Own thoughts",
            "picks": "The pair’s picks",
            "headings": "For the wall: headings",
            "dots": "Dots",
            "clusters": "Clusters and their names",
            "action": "Agreed action",
            "who": "Who does it",
            "date": "Date",
            "alone": "alone 5 min",
            "pairs": "in pairs 10 min",
            "together": "together 10 min",
            "last": "last 5 min",
        },
    ),
    "W5": SheetWords(
        title="Path sheet with empty lanes",
        instructions=(
            "Begin with what the persona does and move on from left to right, one thing on each "
            "note. Only then add who meets the persona and what happens in the background. Draw "
            "the emotion curve last."
        ),
        questions=(
            "Where did it all begin?",
            "What did the person do first, and who answered?",
            "What happened next? And after that?",
            "Where did the person have to wait, and what happened meanwhile?",
            "Which moment mattered most? Which was the hardest?",
            "Where did responsibility pass from one person to another?",
            "What did the person never see, although somebody did it for their good?",
            "How did things go for the person after the path?",
        ),
        fields={
            "persona": "Persona",
            "start": "Starting point",
            "phases": "Phases",
            "curve": "Emotion curve",
            "wait": "Wait",
            "actors": "Actors",
            "end": "End state",
            "variant": "Variant",
            "paper": (
                "A3 is only for pens or for 38 × 51 mm notes; 76 mm notes need A1 or a flip chart "
                "sheet in landscape."
            ),
            "large_notes": "A 76 × 76 mm note fits into a cell.",
            "small_notes": "For pens or 38 × 51 mm notes.",
            "pens": "For pens only: no note fits into a cell.",
        },
        lists={
            "lanes": (
                "What the person sees and is given",
                "What the person does",
                "Who meets the person",
                "What happens in the background",
                "What supports it",
            ),
        },
    ),
    "W6": SheetWords(
        title="Critical points and solutions",
        instructions=(
            "Go through the path with the persona’s eyes and stop where the journey may break "
            "off. Write down the point and its cause first, and only then the solution and who "
            "takes care of it."
        ),
        questions=(
            "At what point can a person drop out?",
            "Where does the person have to tell the same thing again?",
            "What should the worker notice right here?",
            "What would be different if this point went smoothly?",
            "What could we change without more money?",
            "What needs a decision by the management?",
        ),
        fields={
            "place": "Number and place on the path",
            "what": "What happens",
            "notices": "Who notices it",
            "why": "Why it happens",
            "effect": "Effect on the client (1–5)",
            "solution": "Proposed solution",
            "who": "Who does it",
            "needed": "What is needed",
            "helped": "How we know that it helped",
            "dots": "Dots",
        },
    ),
    "W7": SheetWords(
        title="Causal map sheet",
        instructions=(
            "Write the situation in the centre, its causes on the left and its effects on the "
            "right. Draw the arrows and mark each with + if one thing strengthens the other, or "
            "with − if it weakens it."
        ),
        questions=(
            "What had happened before this?",
            "Why did it happen? Ask once more: why?",
            "What did it lead to, at once and later?",
            "What strengthens what? What slows things down?",
            "Is there a loop that keeps turning by itself?",
            "Which single point, if we touched it, would change many things?",
            "What of this do we know, and what do we only assume?",
        ),
        fields={
            "situation": "The situation",
            "causes": "Causes",
            "effects": "Effects",
            "signs": "Arrows and signs",
            "loops": "Loops (that feed themselves)",
            "point": "A point that we can influence",
            "plus": "strengthens",
            "minus": "weakens",
            "map": "Causal map: {}",
            "arrow": "{source} {sign} {target}",
        },
    ),
    "W8": SheetWords(
        title="Learning café station sheet",
        instructions=(
            "There are 4–6 people at each station, and a round lasts 10–12 minutes. The station "
            "lead stays and tells the next group in one minute what the previous groups thought. "
            "At the end every lead sums up the results of their own station."
        ),
        questions=(
            "How does a person learn that help is available?",
            "Who helps in our area, and who is missing from the map?",
            "Where do services overlap?",
            "When did help come at the right time, and what made that possible?",
            "What could a digital service make easier, and whom might it drive away?",
        ),
        fields={
            "station": "Station",
            "theme": "Theme",
            "question": "Question",
            "round": "Round {}",
            "build_on": "we build on the previous group’s idea",
            "summary": "Summary in three sentences",
            "lead": "Station lead (first name)",
        },
    ),
    "W9": SheetWords(
        title="Pre-task sheet",
        instructions=(
            "Think about the questions beforehand, at your own pace. Write or draw as much as you "
            "like. Return the tear-off part, or tell us your answers by phone."
        ),
        questions=(
            "What comes to your mind first about this theme?",
            "Which experience could you share with others?",
            "What would you like to ask the professionals or the clients?",
            "What would make it easy for you to take part?",
        ),
        fields={
            "when": "Time",
            "place": "Place",
            "ride": "Ride",
            "theme": "Theme of the day",
            "three": "Three things that I want to talk about",
            "not": "One thing that I do not want to talk about",
            "need": "What I need in order to take part (interpreter, breaks, support person, food)",
            "tear": "Tear off here and return",
        },
    ),
}
