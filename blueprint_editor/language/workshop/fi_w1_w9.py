"""Finnish words of the workshop sheets W1–W9."""

from blueprint_editor.language.workshop.words import SheetWords

SHEETS: dict[str, SheetWords] = {
    "W1": SheetWords(
        title="Ohjaajan arkki, ohjelma ja muistio",
        instructions=(
            "Täytä ensimmäinen sivu, kun suunnittelet kertaa, ja tulosta ohjelma kaikille, jotka "
            "vetävät jonkin osan. Kirjoita muistio samana päivänä ja aloita seuraava kerta siitä."
        ),
        questions=(
            "Mitä osallistuja vie tästä kerrasta mukanaan kotiin?",
            "Mikä voi jännittää, ja miten lievität sitä alussa?",
            "Kenen puheenvuoro jää helposti pois, ja miten annat sille tilaa?",
            "Mistä voit tinkiä, jos aika loppuu?",
            "Mitä teet, jos joku liikuttuu tai suuttuu?",
            "Miten näytät, että viime kerran tuotokset ovat mukana?",
        ),
        fields={
            "aim": "Tavoite",
            "participants": "Osallistujat (määrä, roolit)",
            "room": "Tila ja kyydit",
            "materials": "Tarvikkeet",
            "start": "Aloitusaika",
            "agenda": "Ohjelma",
            "time": "Klo",
            "length": "Kesto",
            "phase": "Vaihe",
            "sheet": "Arkki",
            "group_size": "Ryhmäkoko",
            "instruction": "Ohje",
            "leads": "Kuka vetää",
            "rules": "Pelisäännöt",
            "plan_b": "Varasuunnitelma",
            "minutes": "Muistio",
            "produced": "Mitä tuotettiin",
            "decided": "Mitä päätettiin",
            "open": "Avoimet kysymykset",
            "changed": "Mitä muuttui viime kerrasta",
            "next": "Seuraava kerta",
            "checklist": "Tarkistuslista",
            "minutes_unit": "{} min",
        },
        lists={
            "checklist": (
                "kutsut 3 viikkoa ennen",
                "kyydit ja bussiliput",
                "tarjoilu ja ruokavaliot",
                "esteetön reitti",
                "tulosteet ja varakappaleet",
                "kamera",
                "lupa kuviin",
                "palautelomakkeet",
                "kulukorvaukset ja palkkiot (vaikutus etuuksiin selvitetty)",
                "tietosuojailmoitus",
            ),
            "frame": (
                "tervetuloa ja pelisäännöt",
                "tutustuminen",
                "viime kerran tulokset",
                "ryhmätyö 1",
                "tauko",
                "ryhmätyö 2",
                "esittelyt ja pisteet",
                "palaute ja seuraava kerta",
                "päätös",
            ),
        },
    ),
    "W2": SheetWords(
        title="Persoona-arkki",
        instructions=(
            "Keksikää yhdessä ihminen, joka voisi olla totta mutta ei ole kukaan teistä eikä "
            "kukaan tuntemanne. Kirjoittakaa hänen omilla sanoillaan, ei palvelun sanoilla."
        ),
        questions=(
            "Millainen on hänen tavallinen tiistainsa?",
            "Mikä hänellä on hyvin juuri nyt?",
            "Mikä vie voimia, ja mikä antaa niitä?",
            "Mitä hän haluaa, että on toisin vuoden päästä?",
            "Keneen hän luottaa? Keneltä hän ei uskalla kysyä?",
            "Mitä hän on jo yrittänyt?",
            "Millä tavalla häneen saa parhaiten yhteyden?",
        ),
        fields={
            "name": "Keksitty nimi ja kuva",
            "age": "Ikä ja asuinpaikka",
            "everyday": "Arki yhdessä lauseessa",
            "situation": "Elämäntilanne",
            "goal": "Tavoite ja toive",
            "strengths": "Vahvuudet",
            "barriers": "Esteet",
            "in_me": "minussa",
            "around_me": "ympärilläni",
            "services": "Palvelut nyt",
            "close_people": "Läheiset",
            "quote": "Lainaus",
            "picture": "Tähän kuva",
        },
        lists={
            "situation": (
                "työ",
                "koti",
                "raha",
                "terveys",
                "ihmiset",
            ),
        },
    ),
    "W3": SheetWords(
        title="Asiakasarvoarkki",
        instructions=(
            "Valitkaa yksi persoona ja miettikää ensin muutosta, jota hän toivoo. Kirjoittakaa "
            "hyöty jokaiseen sarakkeeseen ja tiivistäkää lopuksi kaikki yhteen lauseeseen."
        ),
        questions=(
            "Mikä helpottuu arjessa, kun palvelu toimii?",
            "Mitä hän pystyy tekemään, mitä ennen ei pystynyt?",
            "Miten suhteet muihin ihmisiin muuttuvat?",
            "Mihin joukkoon hän kuuluu palvelun ansiosta?",
            "Miltä hänestä tuntuu ennen, aikana ja jälkeen?",
            "Mitä läheinen sanoisi hyödyksi?",
            "Mistä pienestä merkistä hyödyn näkee jo ensimmäisen kuukauden aikana?",
        ),
        fields={
            "persona": "Persoona",
            "change": "Muutos, jota toivotaan",
            "functional": "Toiminnallinen hyöty",
            "social": "Sosiaalinen hyöty",
            "emotional": "Tunteisiin liittyvä hyöty",
            "close": "Hyöty läheisille",
            "notice": "Mistä hyödyn huomaa",
            "summary": "Tiivistys yhteen lauseeseen",
        },
    ),
    "W4": SheetWords(
        title="Yksin – parin kanssa – yhdessä",
        instructions=(
            "Miettikää 5 minuuttia yksin, 10 minuuttia pareittain ja 10 minuuttia yhdessä seinän "
            "ääressä. Käyttäkää viimeiset 5 minuuttia pisteisiin: jokaisella on kolme pistettä, "
            "joista enintään yhden saa antaa omalle ehdotukselle. Ideoita ei arvostella kesken "
            "työn."
        ),
        questions=(
            "Mitä muutosta persoonasi tilanteeseen toivotaan?",
            "Miten muutos voisi alkaa jo ensi viikolla?",
            "Kuka voi auttaa, ja mitä hän tekisi ensimmäisenä?",
            "Mikä on pienin kokeilu, jolla saisimme tietää lisää?",
            "Minkä asian toinen pari sanoi paremmin kuin te?",
        ),
        fields={
            "question": "Kysymys",
            "own": "Omat ajatukset",
            "picks": "Parin valinnat",
            "headings": "Seinälle: otsikot",
            "dots": "Pisteet",
            "clusters": "Ryhmät ja niiden nimet",
            "action": "Sovittu teko",
            "who": "Tekijä",
            "date": "Päivä",
            "alone": "yksin 5 min",
            "pairs": "parin kanssa 10 min",
            "together": "yhdessä 10 min",
            "last": "lopuksi 5 min",
        },
    ),
    "W5": SheetWords(
        title="Polkuarkki, tyhjät kaistat",
        instructions=(
            "Aloittakaa siitä, mitä persoona tekee, ja edetkää vasemmalta oikealle, yksi asia "
            "yhdelle lapulle. Lisätkää vasta sitten, kuka kohtaa hänet ja mitä taustalla "
            "tapahtuu. Piirtäkää lopuksi tunnekäyrä."
        ),
        questions=(
            "Mistä kaikki alkoi?",
            "Mitä hän teki ensimmäiseksi, ja kuka vastasi?",
            "Mitä tapahtui seuraavaksi? Entä sitten?",
            "Missä hän odotti, ja mitä odottaessa tapahtui?",
            "Mikä hetki oli tärkein? Mikä oli vaikein?",
            "Missä vastuu vaihtui ihmiseltä toiselle?",
            "Mitä hän ei koskaan nähnyt, vaikka joku teki sitä hänen hyväkseen?",
            "Miten hänelle kävi polun jälkeen?",
        ),
        fields={
            "persona": "Persoona",
            "start": "Lähtötilanne",
            "phases": "Vaiheet",
            "curve": "Tunnekäyrä",
            "wait": "Odotus",
            "actors": "Toimijat",
            "end": "Lopputilanne",
            "variant": "Variantti",
            "paper": (
                "A3 vain kynälle tai 38 × 51 mm lapuille; 76 mm:n laput vaativat A1:n tai fläpin "
                "vaakasuunnassa."
            ),
            "large_notes": "Ruutuun mahtuu 76 × 76 mm:n lappu.",
            "small_notes": "Kynälle tai 38 × 51 mm:n lapuille.",
            "pens": "Vain kynälle: ruutuun ei mahdu lappua.",
        },
        lists={
            "lanes": (
                "Mitä näkee ja saa käteensä",
                "Mitä hän tekee",
                "Kuka kohtaa hänet",
                "Mitä taustalla tapahtuu",
                "Mikä tukee",
            ),
        },
    ),
    "W6": SheetWords(
        title="Kriittiset pisteet ja ratkaisut",
        instructions=(
            "Kulkekaa polku läpi persoonan silmin ja pysähtykää siihen, missä matka voi katketa. "
            "Kirjatkaa ensin kohta ja syy ja vasta sitten ratkaisu ja tekijä."
        ),
        questions=(
            "Missä kohdassa ihminen voi pudota pois?",
            "Missä hän joutuu toistamaan saman asian?",
            "Mitä työntekijän pitäisi juuri tässä huomata?",
            "Mikä olisi toisin, jos tämä kohta sujuisi?",
            "Mitä voisimme muuttaa ilman lisärahaa?",
            "Mihin tarvitaan johdon päätös?",
        ),
        fields={
            "place": "Nro ja kohta polulla",
            "what": "Mitä tapahtuu",
            "notices": "Kuka huomaa",
            "why": "Miksi",
            "effect": "Vaikutus asiakkaalle (1–5)",
            "solution": "Ratkaisuehdotus",
            "who": "Kuka tekee",
            "needed": "Mitä tarvitaan",
            "helped": "Mistä tiedämme, että auttoi",
            "dots": "Pisteet",
        },
    ),
    "W7": SheetWords(
        title="Syy–seurauskartta",
        instructions=(
            "Kirjoittakaa tilanne keskelle, syyt vasemmalle ja seuraukset oikealle. Piirtäkää "
            "nuolet ja merkitkää niihin +, jos asia vahvistaa toista, tai −, jos se heikentää "
            "toista."
        ),
        questions=(
            "Mitä oli tapahtunut ennen tätä?",
            "Miksi niin kävi? Kysy vielä kerran: miksi?",
            "Mihin se johti – heti ja myöhemmin?",
            "Mikä vahvistaa mitä? Mikä jarruttaa?",
            "Löytyykö kehä, joka pyörii itsestään?",
            "Mihin yhteen kohtaan kannattaisi koskea, jotta moni asia muuttuisi?",
            "Mikä tästä on tietoa ja mikä meidän oletustamme?",
        ),
        fields={
            "situation": "Tilanne",
            "causes": "Syyt",
            "effects": "Seuraukset",
            "signs": "Nuolet ja merkit",
            "loops": "Kehät (itseään ruokkivat)",
            "point": "Kohta, johon voimme vaikuttaa",
            "plus": "vahvistaa",
            "minus": "heikentää",
            "map": "Syy–seurauskartta: {}",
            "arrow": "{source} {sign} {target}",
        },
    ),
    "W8": SheetWords(
        title="Oppimiskahvilan pistearkki",
        instructions=(
            "Pisteessä on 4–6 henkeä, ja kierros kestää 10–12 minuuttia. Vetäjä jää paikalleen ja "
            "kertoo seuraaville edellisten ajatukset minuutissa. Lopuksi jokainen vetäjä "
            "tiivistää oman pisteensä tulokset."
        ),
        questions=(
            "Mistä ihminen saa tietää, että apua on tarjolla?",
            "Ketkä auttavat meidän alueellamme, ja kuka puuttuu kartalta?",
            "Missä palvelut menevät päällekkäin?",
            "Milloin apu tuli oikeaan aikaan, ja mikä sen mahdollisti?",
            "Mitä digitaalinen palvelu voisi helpottaa, ja ketä se voi karkottaa?",
        ),
        fields={
            "station": "Piste",
            "theme": "Teema",
            "question": "Kysymys",
            "round": "Kierros {}",
            "build_on": "jatkamme edellisten ajatusta",
            "summary": "Yhteenveto kolmella lauseella",
            "lead": "Pisteen vetäjä (etunimi)",
        },
    ),
    "W9": SheetWords(
        title="Ennakkotehtävä",
        instructions=(
            "Mieti kysymyksiä rauhassa etukäteen. Kirjoita tai piirrä sen verran kuin haluat. "
            "Palauta irrotettava osa tai kerro vastauksesi puhelimessa."
        ),
        questions=(
            "Mikä tästä aiheesta tulee ensimmäisenä mieleen?",
            "Minkä kokemuksen voisit kertoa muille?",
            "Mitä haluaisit kysyä ammattilaisilta tai asiakkailta?",
            "Mikä tekisi osallistumisesta sinulle helppoa?",
        ),
        fields={
            "when": "Aika",
            "place": "Paikka",
            "ride": "Kyyti",
            "theme": "Päivän teema",
            "three": "Kolme asiaa, joista haluan puhua",
            "not": "Asia, josta en halua puhua",
            "need": "Mitä tarvitsen, jotta voin osallistua (tulkki, tauot, tukihenkilö, ruoka)",
            "tear": "Irrota tästä ja palauta",
        },
    ),
}
