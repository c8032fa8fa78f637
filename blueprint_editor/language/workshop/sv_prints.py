"""Swedish words of the sheets that tell what the document holds."""

from blueprint_editor.language.workshop.words import SheetWords

SHEETS: dict[str, SheetWords] = {
    "handovers": SheetWords(
        title="Förteckning över överföringar av ansvar",
        instructions=(
            "Gå igenom varje överföring med den som överlåter och den som tar emot. Ett "
            "utropstecken (!) står där något inte ännu är överenskommet."
        ),
        questions=(),
        fields={
            "from": "Varifrån, vem överlåter",
            "to": "Vart, vem tar emot",
            "information": "Uppgifter som förs över",
            "basis": "Grund",
            "method": "Sätt och kanal",
            "time": "Tid",
            "gaps": "Saknas",
            "confirmation": "Bekräftelse: {}",
            "complete": "Inget saknas",
            "missing_giver": "överlåtare",
            "missing_receiver": "mottagare",
            "missing_information": "uppgifter",
            "missing_basis": "grund",
            "missing_method": "sätt",
            "missing_time": "tid",
            "empty": (
                "Inga överföringar av ansvar är utmärkta på stigen ännu. "
                "Skriv här varje ställe där ansvaret går över till någon annan: varifrån och "
                "vart, vilken information som följer med och på vilken grund."
            ),
        },
    ),
    "solutions": SheetWords(
        title="Förteckning över kritiska punkter och lösningar",
        instructions=(
            "Kom överens om en lösning på varje kritisk punkt och om vem som ansvarar för "
            "den. Ett utropstecken (!) står där något inte ännu är överenskommet."
        ),
        questions=(),
        fields={
            "point": "Kritisk punkt",
            "number": "Nr, kort",
            "solution": "Lösning",
            "owner": "Ansvarig",
            "gaps": "Saknas",
            "complete": "Inget saknas",
            "missing_solution": "lösning",
            "missing_owner": "ansvarig",
            "missing_point": "kritisk punkt",
            "empty": (
                "Inga kritiska punkter eller lösningar är utmärkta på stigen ännu. "
                "Skriv här de ställen där klienten lätt faller av stigen, och vad som skulle "
                "hjälpa."
            ),
        },
    ),
    "theme-board": SheetWords(
        title="Tematavla",
        instructions=(
            "Läs ett tema från vänster till höger: vad som behövs, vilka idéer som svarar på "
            "det, vad som redan fungerar och vilka kort som har gjorts av det. Skriv vad som "
            "saknas."
        ),
        questions=(),
        fields={"theme": "Tema", "no_theme": "Inget tema"},
        lists={"columns": ("Inte sorterade", "Behov", "Idéer", "God praxis", "Kort på stigen")},
    ),
    "catalogue": SheetWords(
        title="Servicekatalog",
        instructions="Vilka tjänster och medel det finns, för vem de är och var man får veta mer.",
        questions=(),
        fields={"others": "Övriga", "empty": "I förteckningen finns inga tjänster ännu."},
    ),
    "inclusion": SheetWords(
        title="Självbedömning av delaktighet",
        instructions=(
            "Bedöm först var och en för sig och sedan tillsammans, helst med klienter: "
            "0\u00a0=\u00a0inte alls, 1\u00a0=\u00a0lite, 2\u00a0=\u00a0ganska bra, "
            "3\u00a0=\u00a0bra. Skriv hur det märks. Under rubriken står de kort som har "
            "etiketten med samma namn."
        ),
        questions=(),
        fields={"question": "Fråga", "score": "Poäng 0–3", "noticed": "Hur det märks"},
        lists={
            "own_life": (
                "Bestämmer klienten vad som görs i hens ärende och i vilken ordning?",
                "Förstår hen vad som händer och varför?",
                "Fungerar vardagen bättre tack vare tjänsten?",
            ),
            "influence": (
                "Kan klienten ändra tjänsten och inte bara använda den?",
                "Är klienter med när tjänsten planeras och utvärderas?",
                "Får klienten veta vad som hände med hens respons?",
            ),
            "common_good": (
                "Får klienten göra något som är till nytta också för andra?",
                "Möter hen andra och får hen bli en del av en grupp?",
                "Värdesätts hens kunnande och arbete?",
            ),
        },
    ),
    "curves": SheetWords(
        title="Kurvor över känslor och bedömningar",
        instructions=(
            "Streckad linje och öppen punkt visar hur det var före, heldragen linje och fylld "
            "punkt hur det är nu. Talen under axeln är kortens koder."
        ),
        questions=(),
        fields={
            "feelings": "Känslor",
            "ratings": "Egen bedömning 1–5",
            "now": "nu",
            "before": "före",
            "after": "efter",
            "card": "Kort",
            "curve": "Kurva",
            "after_or_now": "nu eller efter",
            "empty": "Stigen har ännu inga känslor och inga egna bedömningar.",
        },
    ),
    "collection": SheetWords(
        title="Samling av servicestigar",
        instructions=(
            "Dessa beskrivningar hör ihop. Om varje berättas för vem tjänsten är och hur stigen "
            "går."
        ),
        questions=(),
        fields={
            "target_group": "Målgrupp",
            "phases": "Faser",
            "state": "Status",
            "empty": "Samlingen har inga beskrivningar ännu.",
        },
    ),
    "criteria": SheetWords(
        title="Lista över kvalitetskriterier",
        instructions=(
            "Bedöm tillsammans hur varje kriterium uppfylls nu, och anteckna vad som visar det."
        ),
        questions=(),
        fields={
            "place": "Nr, plats",
            "criterion": "Kvalitetskriterium",
            "owner": "Ansvarig",
            "met": "Uppfylls",
            "noticed": "Vad som visar det",
            "empty": (
                "Stigen har inga markerade kvalitetskriterier ännu. "
                "Skriv här vad som krävs av en god service och var på stigen det syns."
            ),
        },
        lists={"met": ("ja", "delvis", "inte ännu")},
    ),
    "comment-print": SheetWords(
        title="Kommentarutskrift",
        instructions=(
            "Skriv dina kommentarer på raderna bredvid kortet. Koden (till exempel 3.4) visar "
            "vilket kort det gäller. Om utrymmet tar slut, fortsätt på sista sidan och skriv koden "
            "där."
        ),
        questions=(),
        fields={
            "commenter": "Kommentator",
            "organisation": "Organisation eller roll",
            "return_by": "Lämna tillbaka senast",
            "lines": "rader för den egna kommentaren: {}",
            "return_to": "Lämna tillbaka till",
            "version": "Version: {}",
            "open": "Öppen kommentar",
            "whole": "Hela beskrivningen",
        },
    ),
    "client-path": SheetWords(
        title="Stigen på klarspråk",
        instructions="Så här går stigen steg för steg. I slutet står det vem du kan få hjälp av.",
        questions=(),
        fields={
            "contacts": "Här får du hjälp",
            "contact": "Kontaktuppgifter:",
            "empty": "Stigen har inga steg för klienten ännu.",
        },
    ),
    "causal-map": SheetWords(
        title="Orsak–verkan-karta med kretsar",
        instructions=(
            "Pilen går från orsak till verkan. + förstärker, − försvagar. "
            "I en krets kommer förändringen tillbaka dit där den började."
        ),
        questions=(),
        fields={
            "signs": "Pilar och tecken",
            "loops": "Kretsar",
            "plus": "förstärker",
            "minus": "försvagar",
            "empty": "Stigen har ingen orsak–verkan-karta ännu.",
        },
    ),
}
