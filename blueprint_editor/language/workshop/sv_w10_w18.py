"""Swedish words of the workshop sheets W10–W18."""

from blueprint_editor.language.workshop.words import SheetWords

SHEETS: dict[str, SheetWords] = {
    "W10": SheetWords(
        title="Nätverksblad",
        instructions=(
            "Ringversionen: placera människor och tjänster på ringarna enligt hur nära de är och "
            "rita kontakterna som streck. Projektets version: fyll i en rad för varje aktör."
        ),
        questions=(
            "Vem vet vad de andra gör?",
            "Vem ringer till vem när något går fel?",
            "Var gör två aktörer samma sak?",
            "Vilken kontakt hänger på en enda människa?",
            "Vem vore bra att få med?",
        ),
        fields={
            "rings_title": "Mitt nätverk",
            "table_title": "Projektets nätverk",
            "actor": "Aktör",
            "role": "Roll",
            "contact": "Kontaktperson",
            "does": "Vad aktören gör för klienten",
            "information": "Vilken information aktören ger och får",
            "link": "Kontakt",
            "transition": "Övergångsskede",
            "yes": "ja",
            "no": "nej",
            "gives": "ger: {}",
            "gets": "får: {}",
            "rings_alt": "Ringarna inifrån och ut: {}.",
        },
        lists={
            "rings": (
                "jag",
                "närstående",
                "bekanta tjänster",
                "andra tjänster",
            ),
            "links": (
                "stark",
                "svag",
                "bruten",
                "saknas",
            ),
            "versions": (
                "Deltagarens ringar",
                "Projektets tabell",
            ),
        },
    ),
    "W11": SheetWords(
        title="Sammanslagningsblad: av två stigar blir en allmän",
        instructions=(
            "Läs stigarna sida vid sida, en fas i taget. Märk ut vad som är lika och vad som är "
            "olika, och skriv i mitten ett kort som passar båda. Anteckna också vad som lämnas "
            "bort och varför."
        ),
        questions=(
            "Vad upprepas i båda stigarna?",
            "Vad är samma sak med andra ord?",
            "Vilken skillnad måste förbli synlig?",
            "För vem passar den allmänna stigen inte ännu?",
            "Vad av det här kommer den anställda verkligen att titta på i sin vardag?",
        ),
        fields={
            "path_a": "Stig A",
            "path_b": "Stig B",
            "general": "Allmän stig",
            "phase": "Fas",
            "a": "A: vad som hände",
            "b": "B: vad som hände",
            "compare": "Lika / olika / bara i den ena",
            "card": "Allmänt kort",
            "left_out": "Lämnas bort (varför)",
            "critical": "Kritisk punkt i båda",
            "missing": "Klientgrupp som saknas",
        },
    ),
    "W12": SheetWords(
        title="Responsblankett",
        instructions=(
            "Svara anonymt och välj ett alternativ för varje påstående. Om du vill att vi "
            "kontaktar dig ska du fylla i den separata lappen och lämna den i en annan låda än "
            "blanketten."
        ),
        questions=(
            "Man lyssnade på mig.",
            "Jag fick också vara av annan åsikt.",
            "Jag förstod vad vi gjorde och varför.",
            "Jag visste vad som händer med det vi tog fram.",
            "Takten passade mig.",
            "Jag kom gärna och skulle komma på nytt.",
            "Jag lärde mig något som jag använder nästa vecka.",
            "Klientens röst påverkade slutresultatet.",
            "Vad var bäst?",
            "Vad skulle du ändra nästa gång?",
        ),
        fields={
            "at_client": "Deltagare som klient",
            "at_work": "Deltagare i sitt arbete",
            "role": "Roll (kryss)",
            "low": "helt av annan åsikt",
            "high": "helt av samma åsikt",
            "cannot": "kan inte säga",
            "statement": "Påstående",
            "wish": "Jag vill bli kontaktad",
            "return_apart": "Lämna den här lappen i en annan låda än blanketten.",
            "name": "Namn",
            "phone": "Telefon eller e-post",
            "when": "När jag kan nås",
        },
    ),
    "W13": SheetWords(
        title="Kort att klippa ut",
        instructions=(
            "Klipp ut korten längs skärmärkena. Kortets kod visar var i diagrammet kortet hör "
            "hemma. När gruppen har hittat sin egen ordning ska ni skriva upp koderna i den "
            "ordningen."
        ),
        questions=(
            "Vilken bild beskriver dig i dag?",
            "Vilken bild liknar en tjänst som du har varit nöjd med?",
            "Vilken bild skulle du ge gruppen som en hälsning på vägen?",
        ),
        fields={
            "pictures": "Bildkort",
            "kinds": "Korttyper",
            "marks": "Markeringar",
            "faces": "Känsloansikten",
            "actors": "Aktörskort",
            "cards": "Diagrammets egna kort",
            "order": "Koderna i gruppens ordning",
        },
        lists={
            "pictures": (
                "bro",
                "dörr",
                "trappa",
                "ljus",
                "ryggsäck",
                "knut",
                "kaffekopp",
                "kompass",
            ),
            "kinds": (
                "klient",
                "synlig",
                "bakgrund",
                "stöd",
            ),
        },
    ),
    "W14": SheetWords(
        title="Läsanvisning: så läser du en blueprint",
        instructions=(
            "Läs från vänster till höger: så framskrider klientens väg. Läs uppifrån och ner: så "
            "blir servicen till. Ovanför synlighetslinjen finns det som klienten ser. En triangel "
            "och ett nummer visar en kritisk punkt; lösningen har samma nummer. En pil med dubbel "
            "linje betyder att ansvaret övergår till någon annan."
        ),
        questions=(
            "Var kommer du själv in på stigen?",
            "Vad ser klienten just där, och vad ser klienten inte?",
            "Vem fortsätter efter dig, och hur vet klienten det?",
        ),
        fields={
            "lanes": "Banor och linjer",
            "cards": "Kort och markeringar",
            "connectors": "Kopplingar",
            "curve": "Känslokurva",
            "abbreviations": "Förkortningar",
            "about": "Vem som gjorde diagrammet, när och vad det används till",
        },
    ),
    "W15": SheetWords(
        title="Checklista: tio frågor om en klientorienterad stig",
        instructions=(
            "Svara först på varje fråga var för sig och kom sedan överens om gemensamma poäng: "
            "0\u00a0=\u00a0stämmer inte, 1\u00a0=\u00a0stämmer lite, 2\u00a0=\u00a0stämmer ganska"
            " bra, 3\u00a0=\u00a0stämmer bra. Anteckna vid de lägsta poängen vem som för saken "
            "framåt."
        ),
        questions=(
            "Förstår klienten efter det första mötet vilken nytta den gemensamma servicen ger?",
            "Kommer just de med som servicen är till för?",
            "Stärker varje fas tron på att ett arbete eller en egen plats kommer att hittas?",
            "Har behovet av stöd utretts brett och inte bara ur en enda myndighets synvinkel?",
            "Kommer hjälpen när den behövs, och är den rätt slags hjälp?",
            "Uppmuntrar stigen till att fortsätta också efter ett bakslag?",
            "Syns målet, planen och nästa datum på stigen?",
            "Vet man när och hur servicen upphör och vad som följer sedan?",
            "Får klienten service av jämn kvalitet oberoende av anställd och ort?",
            (
                "Har man kommit överens om ansvar, tid och ledning så att den anställda kan göra "
                "sitt arbete?"
            ),
        ),
        fields={
            "question": "Fråga",
            "score": "Poäng 0–3",
            "note": "Anmärkning",
            "owner": "Vem som för saken framåt",
            "review": "Datum för uppföljning",
        },
    ),
    "W16": SheetWords(
        title="Arbetsblad för jobbutformning: dela upp – sortera – sätt ihop",
        instructions=(
            "Skriv först upp alla uppgifter i arbetsskedet och hur länge de tar. Sortera dem "
            "sedan i tre grupper och sätt till sist ihop de delar som kan flyttas över till en "
            "uppgift för en person. Kom överens om när försöket börjar och när det ska följas "
            "upp."
        ),
        questions=(
            "Vilka uppgifter hinner du med under den brådaste timmen?",
            "Vilket arbete avbryter dig oftast?",
            "Vilken uppgift skulle du gärna ge till någon annan?",
            "Vilka bitar skulle passa ihop för en och samma person?",
            "Vad behöver den som är ny under sin första dag?",
            "Hur blir de andras arbete lättare och inte bara flyttat till någon annan?",
        ),
        fields={
            "workplace": "Arbetsplats och arbetsskede",
            "split": "Dela upp",
            "tasks": "uppgifter och tidsåtgång",
            "sort": "Sortera",
            "skill": "kräver yrkeskunskap",
            "move": "kan flyttas över",
            "drop": "kan lämnas bort",
            "compose": "Sätt ihop",
            "job": "Ny uppgift",
            "hours": "Arbetstid",
            "mentor": "Handledare",
            "aids": "Hjälpmedel",
            "load": "Belastning",
            "trial": "Försökets början",
            "review": "Datum för uppföljning",
        },
    ),
    "W17": SheetWords(
        title="Deltagarlista och dataskyddsmeddelande",
        instructions=(
            "Skriv ditt namn och underteckna. I stället för organisation kan du skriva din roll; "
            "du behöver inte berätta något om att du själv är klient. Dataskyddsmeddelandet finns "
            "på nästa sida."
        ),
        questions=(
            "Passar det alla att andra ser namnet, eller ska ni skriva ut personliga lappar?",
            "Vilka uppgifter kräver finansiären verkligen? Annat ska ni inte fråga om.",
            "Vem tar hand om listan efter träffen, och vart förs den?",
            "När förstörs listan, och vem ansvarar för det?",
        ),
        fields={
            "event": "Träff",
            "when": "Datum, klockslag och plats",
            "project_code": "Projektkod",
            "funder": "Finansiär",
            "number": "Nr",
            "name": "Namn",
            "organisation": "Organisation eller roll",
            "signature": "Underskrift",
            "remote": "Deltagare på distans (arrangören antecknar)",
            "confirmed": "Listan bekräftas av (namn, datum)",
            "notice": "Dataskyddsmeddelande",
            "slip": "Deltagarlapp",
        },
        lists={
            "notice_headings": (
                "Vem som förvarar uppgifterna",
                "Varför och på vilken grund",
                "Hur länge",
                "Vem som ser uppgifterna",
                "Vilka rättigheter du har",
                "Vem du kan kontakta",
            ),
            "notice": (
                "Listan förvaras av {}.",
                (
                    "Vi behöver ditt namn för att projektet ska kunna visa finansiären att "
                    "träffen har ordnats och vilka som deltog. Grunden för behandlingen av "
                    "uppgifterna är {}."
                ),
                "Listan sparas till och med {} och förstörs därefter.",
                "Projektets anställda och finansiärens granskare ser listan.",
                (
                    "Du kan be att få se eller rätta dina egna uppgifter. Om du är missnöjd med "
                    "hur dina uppgifter behandlas kan du vända dig till dataombudsmannen."
                ),
                "Kontaktperson: {}. Dataskyddsombud: {}.",
            ),
            "versions": (
                "Lista",
                "Lappar",
            ),
        },
    ),
    "W18": SheetWords(
        title="Namnlappar med förnamn och fotograferingstillstånd",
        instructions=(
            "Skriv på lappen ditt förnamn eller det namn som du vill bli tilltalad med. Titel "
            "eller organisation behövs inte. Fotograferingstillståndet är frivilligt: du kan "
            "delta utan det, det påverkar inte den service du får, och du kan återkalla det när "
            "som helst."
        ),
        questions=(
            "Hur ser fotografen vem som inte får fotograferas?",
            "Behövs ansikten, eller räcker det med en bild av händer och resultat?",
            "Var förvaras bilderna, och vem raderar dem när tillståndet upphör?",
        ),
        fields={
            "badge_note": (
                "Skriv på lappen ditt förnamn eller det namn som du vill bli tilltalad med. "
                "Titel eller organisation behövs inte."
            ),
            "consent_note": (
                "Fotograferingstillståndet är frivilligt: du kan delta utan det, det påverkar "
                "inte den service du får, och du kan återkalla det när som helst."
            ),
            "first_name": "Förnamn",
            "group_no": "Gruppens nummer",
            "no_photos": "inte på bild",
            "consent": "Fotograferingstillstånd",
            "event": "Träff och datum",
            "photographer": "Vem som fotograferar",
            "may": "Jag får fotograferas",
            "use": "Bilderna får användas",
            "yes": "ja",
            "no": "nej",
            "until": "Till vilken dag tillståndet gäller",
            "whom": "Vem jag meddelar om jag återkallar tillståndet",
            "name": "Namn",
            "signature": "Underskrift",
            "date": "Datum",
        },
        lists={
            "may": (
                "ja",
                "bara så att jag inte känns igen",
                "nej",
            ),
            "use": (
                "i rapporter och presentationer",
                "på webbplatsen",
                "i sociala medier",
                "i tidningen",
            ),
        },
    ),
}
