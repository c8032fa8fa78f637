"""Swedish words of the workshop sheets W1–W9."""

from blueprint_editor.language.workshop.words import SheetWords

SHEETS: dict[str, SheetWords] = {
    "W1": SheetWords(
        title="Facilitatorns blad, program och minnesanteckningar",
        instructions=(
            "Fyll i den första sidan när du planerar träffen och skriv ut programmet till alla "
            "som leder en del av den. Skriv minnesanteckningarna samma dag och börja nästa träff "
            "med dem."
        ),
        questions=(
            "Vad tar deltagaren med sig hem från den här träffen?",
            "Vad kan göra deltagarna nervösa, och hur lindrar du det i början?",
            "Vems röst riskerar att inte höras, och hur ger du den utrymme?",
            "Vad kan du stryka om tiden inte räcker till?",
            "Vad gör du om någon blir rörd eller arg?",
            "Hur visar du att resultaten från förra träffen har tagits till vara?",
        ),
        fields={
            "aim": "Mål",
            "participants": "Deltagare (antal, roller)",
            "room": "Lokal och skjutsar",
            "materials": "Material",
            "start": "Starttid",
            "agenda": "Program",
            "time": "Kl.",
            "length": "Längd",
            "phase": "Fas",
            "sheet": "Blad",
            "group_size": "Gruppstorlek",
            "instruction": "Anvisning",
            "leads": "Vem som leder",
            "rules": "Spelregler",
            "plan_b": "Reservplan",
            "minutes": "Minnesanteckningar",
            "produced": "Vad som togs fram",
            "decided": "Vad som beslutades",
            "open": "Öppna frågor",
            "changed": "Vad som har ändrats sedan förra gången",
            "next": "Nästa träff",
            "checklist": "Checklista",
            "minutes_unit": "{} min",
        },
        lists={
            "checklist": (
                "inbjudningarna ut 3 veckor före",
                "skjutsar och bussbiljetter",
                "servering och specialkost",
                "tillgänglig väg till lokalen",
                "utskrifter och extra exemplar",
                "kamera",
                "tillstånd att fotografera",
                "responsblanketter",
                "kostnadsersättningar och arvoden (inverkan på förmånerna utredd)",
                "dataskyddsmeddelande",
            ),
            "frame": (
                "välkomna och spelregler",
                "lära känna varandra",
                "resultaten från förra träffen",
                "grupparbete 1",
                "paus",
                "grupparbete 2",
                "presentationer och prickar",
                "respons och nästa träff",
                "avslutning",
            ),
        },
    ),
    "W2": SheetWords(
        title="Personablad",
        instructions=(
            "Hitta tillsammans på en människa som kunde finnas på riktigt men som inte är någon "
            "av er eller någon som ni känner. Skriv med personens egna ord, inte med servicens "
            "ord."
        ),
        questions=(
            "Hur ser en vanlig tisdag ut för personen?",
            "Vad är bra i personens liv just nu?",
            "Vad tar krafter, och vad ger krafter?",
            "Vad vill personen ska vara annorlunda om ett år?",
            "Vem litar personen på? Vem vågar personen inte fråga?",
            "Vad har personen redan försökt?",
            "Hur får man bäst kontakt med personen?",
        ),
        fields={
            "name": "Påhittat namn och bild",
            "age": "Ålder och bostadsort",
            "everyday": "Vardagen i en mening",
            "situation": "Livssituation",
            "goal": "Mål och önskan",
            "strengths": "Styrkor",
            "barriers": "Hinder",
            "in_me": "hos mig",
            "around_me": "omkring mig",
            "services": "Tjänster just nu",
            "close_people": "Närstående",
            "quote": "Citat",
            "picture": "Bild här",
        },
        lists={
            "situation": (
                "arbete",
                "hem",
                "pengar",
                "hälsa",
                "människor",
            ),
        },
    ),
    "W3": SheetWords(
        title="Kundvärdesblad",
        instructions=(
            "Välj en persona och fundera först på vilken förändring personen önskar sig. Skriv "
            "nyttan i varje kolumn och sammanfatta till sist allt i en mening."
        ),
        questions=(
            "Vad blir lättare i vardagen när servicen fungerar?",
            "Vad kan personen göra som inte var möjligt förut?",
            "Hur förändras relationerna till andra människor?",
            "Vilken gemenskap hör personen till tack vare servicen?",
            "Hur känns det för personen före, under och efter?",
            "Vilken nytta skulle en närstående nämna?",
            "Vilket litet tecken visar nyttan redan under den första månaden?",
        ),
        fields={
            "persona": "Persona",
            "change": "Förändring som önskas",
            "functional": "Funktionell nytta",
            "social": "Social nytta",
            "emotional": "Känslomässig nytta",
            "close": "Nytta för närstående",
            "notice": "Hur nyttan märks",
            "summary": "Sammanfattning i en mening",
        },
    ),
    "W4": SheetWords(
        title="Ensam – i par – tillsammans",
        instructions=(
            "Tänk 5 minuter ensam, 10 minuter i par och 10 minuter tillsammans vid väggen. Använd "
            "de sista 5 minuterna till prickarna: alla har tre prickar, och högst en av dem får "
            "ges åt det egna förslaget. Idéerna bedöms inte medan arbetet pågår."
        ),
        questions=(
            "Vilken förändring hoppas man på i din personas situation?",
            "Hur kunde förändringen börja redan nästa vecka?",
            "Vem kan hjälpa till, och vad skulle den personen göra först?",
            "Vilket är det minsta försök som skulle lära oss mer?",
            "Vilken sak uttryckte ett annat par bättre än ni?",
        ),
        fields={
            "question": "Fråga",
            "own": "Egna tankar",
            "picks": "Parets val",
            "headings": "Till väggen: rubriker",
            "dots": "Prickar",
            "clusters": "Grupper och deras namn",
            "action": "Avtalad åtgärd",
            "who": "Vem som gör den",
            "date": "Datum",
            "alone": "ensam 5 min",
            "pairs": "i par 10 min",
            "together": "tillsammans 10 min",
            "last": "till sist 5 min",
        },
    ),
    "W5": SheetWords(
        title="Stigblad med tomma banor",
        instructions=(
            "Börja med vad personan gör och gå framåt från vänster till höger, en sak på varje "
            "lapp. Lägg först därefter till vem som möter personan och vad som händer i "
            "bakgrunden. Rita känslokurvan till sist."
        ),
        questions=(
            "Var började allt?",
            "Vad gjorde personen först, och vem svarade?",
            "Vad hände sedan? Och därefter?",
            "Var fick personen vänta, och vad hände under tiden?",
            "Vilket ögonblick var viktigast? Vilket var svårast?",
            "Var övergick ansvaret från en människa till en annan?",
            "Vad fick personen aldrig se, fastän någon gjorde det för personens bästa?",
            "Hur gick det för personen efter stigen?",
        ),
        fields={
            "persona": "Persona",
            "start": "Utgångsläge",
            "phases": "Faser",
            "curve": "Känslokurva",
            "wait": "Väntan",
            "actors": "Aktörer",
            "end": "Slutläge",
            "variant": "Variant",
            "paper": (
                "A3 räcker bara för penna eller för lappar på 38 × 51 mm; lappar på 76 mm kräver "
                "A1 eller ett blädderblocksark i liggande format."
            ),
            "large_notes": "En lapp på 76 × 76 mm får plats i rutan.",
            "small_notes": "För penna eller lappar på 38 × 51 mm.",
            "pens": "Bara för penna: ingen lapp får plats i rutan.",
        },
        lists={
            "lanes": (
                "Vad personen ser och får i handen",
                "Vad personen gör",
                "Vem som möter personen",
                "Vad som händer i bakgrunden",
                "Vad som stöder",
            ),
        },
    ),
    "W6": SheetWords(
        title="Kritiska punkter och lösningar",
        instructions=(
            "Gå igenom stigen med personans ögon och stanna där resan kan ta slut i förtid. "
            "Anteckna först punkten och orsaken och först därefter lösningen och vem som tar hand "
            "om den."
        ),
        questions=(
            "Var kan en människa falla bort?",
            "Var måste personen berätta samma sak på nytt?",
            "Vad borde den anställda lägga märke till just här?",
            "Vad skulle vara annorlunda om den här punkten fungerade?",
            "Vad kunde vi ändra utan mera pengar?",
            "Vad kräver ett beslut av ledningen?",
        ),
        fields={
            "place": "Nr och plats på stigen",
            "what": "Vad som händer",
            "notices": "Vem som märker det",
            "why": "Varför",
            "effect": "Inverkan på klienten (1–5)",
            "solution": "Förslag till lösning",
            "who": "Vem som gör det",
            "needed": "Vad som behövs",
            "helped": "Hur vi vet att det hjälpte",
            "dots": "Prickar",
        },
    ),
    "W7": SheetWords(
        title="Orsak–verkan-karta",
        instructions=(
            "Skriv situationen i mitten, orsakerna till vänster och följderna till höger. Rita "
            "pilar och märk dem med + om en sak förstärker en annan eller med − om den försvagar "
            "den."
        ),
        questions=(
            "Vad hade hänt före det här?",
            "Varför gick det så? Fråga en gång till: varför?",
            "Vad ledde det till – genast och senare?",
            "Vad förstärker vad? Vad bromsar?",
            "Finns det en krets som snurrar av sig själv?",
            "Vilken enda punkt lönar det sig att påverka för att mycket ska förändras?",
            "Vad av det här vet vi, och vad antar vi bara?",
        ),
        fields={
            "situation": "Situationen",
            "causes": "Orsakerna",
            "effects": "Följderna",
            "signs": "Pilar och tecken",
            "loops": "Kretsar (som föder sig själva)",
            "point": "Punkt som vi kan påverka",
            "plus": "förstärker",
            "minus": "försvagar",
            "map": "Orsak–verkan-karta: {}",
            "arrow": "{source} {sign} {target}",
        },
    ),
    "W8": SheetWords(
        title="Stationsblad för lärcafé",
        instructions=(
            "Vid varje station finns 4–6 personer, och en omgång tar 10–12 minuter. Den som leder "
            "stationen stannar kvar och berättar på en minut för nästa grupp vad de föregående "
            "tänkte. Till sist sammanfattar varje ledare resultaten från sin egen station."
        ),
        questions=(
            "Var får en människa veta att det finns hjälp?",
            "Vilka hjälper i vårt område, och vem saknas på kartan?",
            "Var överlappar tjänsterna varandra?",
            "När kom hjälpen i rätt tid, och vad gjorde det möjligt?",
            "Vad kunde en digital tjänst underlätta, och vem kan den skrämma bort?",
        ),
        fields={
            "station": "Station",
            "theme": "Tema",
            "question": "Fråga",
            "round": "Omgång {}",
            "build_on": "vi bygger vidare på de föregåendes tanke",
            "summary": "Sammanfattning i tre meningar",
            "lead": "Stationsledare (förnamn)",
        },
    ),
    "W9": SheetWords(
        title="Förhandsuppgift",
        instructions=(
            "Fundera på frågorna i lugn och ro på förhand. Skriv eller rita så mycket du vill. "
            "Lämna in den del som kan rivas av, eller berätta dina svar per telefon."
        ),
        questions=(
            "Vad tänker du först på när du hör dagens tema?",
            "Vilken erfarenhet kunde du berätta om för andra?",
            "Vad skulle du vilja fråga yrkespersonerna eller klienterna?",
            "Vad skulle göra det lätt för dig att delta?",
        ),
        fields={
            "when": "Tid",
            "place": "Plats",
            "ride": "Skjuts",
            "theme": "Dagens tema",
            "three": "Tre saker som jag vill tala om",
            "not": "En sak som jag inte vill tala om",
            "need": "Vad jag behöver för att kunna delta (tolk, pauser, stödperson, mat)",
            "tear": "Riv av här och lämna in",
        },
    ),
}
