"""Finnish words of the sheets that tell what the document holds."""

from blueprint_editor.language.workshop.words import SheetWords

SHEETS: dict[str, SheetWords] = {
    "handovers": SheetWords(
        title="Vastuunsiirtojen luettelo",
        instructions=(
            "Käykää jokainen siirto läpi luovuttajan ja vastaanottajan kanssa. Huutomerkki "
            "(!) on kohdassa, josta ei ole vielä sovittu."
        ),
        questions=(),
        fields={
            "from": "Mistä, kuka luovuttaa",
            "to": "Mihin, kuka vastaanottaa",
            "information": "Mitä tietoa siirtyy",
            "basis": "Peruste",
            "method": "Tapa ja kanava",
            "time": "Aika",
            "gaps": "Puuttuu",
            "confirmation": "Varmistus: {}",
            "complete": "Ei puutteita",
            "missing_giver": "luovuttaja",
            "missing_receiver": "vastaanottaja",
            "missing_information": "tieto",
            "missing_basis": "peruste",
            "missing_method": "tapa",
            "missing_time": "aika",
            "empty": (
                "Polulla ei ole vielä merkittyjä vastuunsiirtoja. "
                "Kirjatkaa tähän jokainen kohta, jossa vastuu siirtyy toiselle: mistä mihin, mitä "
                "tietoa siirtyy ja millä perusteella."
            ),
        },
    ),
    "solutions": SheetWords(
        title="Kriittisten pisteiden ja ratkaisujen luettelo",
        instructions=(
            "Sopikaa jokaiselle kriittiselle pisteelle ratkaisu ja sille vastuutaho. "
            "Huutomerkki (!) on kohdassa, josta ei ole vielä sovittu."
        ),
        questions=(),
        fields={
            "point": "Kriittinen piste",
            "number": "Nro, kortti",
            "solution": "Ratkaisu",
            "owner": "Vastuutaho",
            "gaps": "Puuttuu",
            "complete": "Ei puutteita",
            "missing_solution": "ratkaisu",
            "missing_owner": "vastuutaho",
            "missing_point": "kriittinen piste",
            "empty": (
                "Polulla ei ole vielä merkittyjä kriittisiä pisteitä eikä ratkaisuja. "
                "Kirjatkaa tähän kohdat, joissa asiakas putoaa helposti polulta, ja se, mikä "
                "auttaisi."
            ),
        },
    ),
    "theme-board": SheetWords(
        title="Teemataulu",
        instructions=(
            "Lukekaa teema vasemmalta oikealle: mitä tarvitaan, millä ideoilla siihen "
            "vastataan, mikä toimii jo ja mitkä kortit siitä on tehty. Kirjatkaa, mitä "
            "puuttuu."
        ),
        questions=(),
        fields={"theme": "Teema", "no_theme": "Ei teemaa"},
        lists={
            "columns": ("Lajittelematta", "Tarpeet", "Ideat", "Hyvät käytännöt", "Kortit polulla")
        },
    ),
    "catalogue": SheetWords(
        title="Palvelutarjotin",
        instructions="Mitä palveluja ja keinoja on, kenelle ne ovat ja mistä saa lisätietoa.",
        questions=(),
        fields={"others": "Muut", "empty": "Luettelossa ei ole vielä palveluja."},
    ),
    "inclusion": SheetWords(
        title="Osallisuuden itsearviointi",
        instructions=(
            "Arvioikaa ensin yksin ja sitten yhdessä, mieluiten asiakkaiden kanssa: "
            "0\u00a0=\u00a0ei toteudu, 1\u00a0=\u00a0vähän, 2\u00a0=\u00a0melko hyvin, "
            "3\u00a0=\u00a0hyvin. Kirjatkaa, mistä sen huomaa. Otsikon alla ovat kortit, joilla "
            "on samanniminen tunniste."
        ),
        questions=(),
        fields={"question": "Kysymys", "score": "Pisteet 0–3", "noticed": "Mistä sen huomaa"},
        lists={
            "own_life": (
                "Päättääkö asiakas, mitä hänen asiassaan tehdään ja missä järjestyksessä?",
                "Ymmärtääkö hän, mitä tapahtuu ja miksi?",
                "Sujuuko hänen arkensa palvelun ansiosta paremmin?",
            ),
            "influence": (
                "Voiko asiakas muuttaa palvelua eikä vain käyttää sitä?",
                "Ovatko asiakkaat mukana, kun palvelua suunnitellaan ja arvioidaan?",
                "Saako asiakas tietää, mitä hänen palautteestaan seurasi?",
            ),
            "common_good": (
                "Pääseekö asiakas tekemään jotakin, josta on hyötyä muillekin?",
                "Kohtaako hän muita ja pääseekö hän osaksi ryhmää?",
                "Saavatko hänen osaamisensa ja työnsä arvostusta?",
            ),
        },
    ),
    "curves": SheetWords(
        title="Tunteiden ja arvioiden käyrät",
        instructions=(
            "Katkoviiva ja avoin piste kertovat, miten oli ennen, yhtenäinen viiva ja täysi "
            "piste, miten on nyt. Luvut akselin alla ovat korttien koodeja."
        ),
        questions=(),
        fields={
            "feelings": "Tunteet",
            "ratings": "Oma arvio 1–5",
            "now": "nyt",
            "before": "ennen",
            "after": "jälkeen",
            "card": "Kortti",
            "curve": "Käyrä",
            "after_or_now": "nyt tai jälkeen",
            "empty": "Polulla ei ole vielä tunteita eikä omia arvioita.",
        },
    ),
    "collection": SheetWords(
        title="Palvelupolkujen kokoelma",
        instructions=(
            "Nämä kuvaukset kuuluvat yhteen. Jokaisesta kerrotaan, kenelle palvelu on ja miten "
            "polku etenee."
        ),
        questions=(),
        fields={
            "target_group": "Kohderyhmä",
            "phases": "Vaiheet",
            "state": "Tila",
            "empty": "Kokoelmassa ei ole vielä kuvauksia.",
        },
    ),
    "criteria": SheetWords(
        title="Laatukriteerien luettelo",
        instructions=(
            "Arvioikaa yhdessä, miten kukin kriteeri toteutuu nyt, ja kirjatkaa, mistä sen huomaa."
        ),
        questions=(),
        fields={
            "place": "Nro, paikka",
            "criterion": "Laatukriteeri",
            "owner": "Vastuutaho",
            "met": "Toteutuu",
            "noticed": "Mistä sen huomaa",
            "empty": (
                "Polulla ei ole vielä merkittyjä laatukriteereitä. "
                "Kirjatkaa tähän, mitä hyvältä palvelulta vaaditaan ja missä kohdassa polkua se "
                "näkyy."
            ),
        },
        lists={"met": ("kyllä", "osittain", "ei vielä")},
    ),
    "comment-print": SheetWords(
        title="Kommenttituloste",
        instructions=(
            "Kirjoita kommenttisi viivoille kortin viereen. Koodi (esimerkiksi 3.4) kertoo, mistä "
            "kortista on kyse. Jos tila loppuu, jatka viimeiselle sivulle ja merkitse koodi."
        ),
        questions=(),
        fields={
            "commenter": "Kommentoija",
            "organisation": "Organisaatio tai rooli",
            "return_by": "Palauta viimeistään",
            "lines": "rivejä omalle kommentille: {}",
            "return_to": "Palauta (kenelle)",
            "version": "Versio: {}",
            "open": "Avoin kommentti",
            "whole": "Koko kuvaus",
        },
    ),
    "client-path": SheetWords(
        title="Polku selkeällä kielellä",
        instructions="Näin polku etenee vaihe vaiheelta. Lopussa kerrotaan, keneltä saa apua.",
        questions=(),
        fields={
            "contacts": "Keneltä saat apua",
            "contact": "Yhteystiedot:",
            "empty": "Polulla ei ole vielä asiakkaan vaiheita.",
        },
    ),
    "causal-map": SheetWords(
        title="Syy–seurauskartta kehineen",
        instructions=(
            "Nuoli lähtee syystä ja osoittaa seuraukseen. "
            "+ vahvistaa, − heikentää. Kehässä muutos palaa sinne, mistä se alkoi."
        ),
        questions=(),
        fields={
            "signs": "Nuolet ja merkit",
            "loops": "Kehät",
            "plus": "vahvistaa",
            "minus": "heikentää",
            "empty": "Polulla ei ole vielä syy–seurauskarttaa.",
        },
    ),
}
