"""Finnish words of the workshop sheets W10–W18."""

from blueprint_editor.language.workshop.words import SheetWords

SHEETS: dict[str, SheetWords] = {
    "W10": SheetWords(
        title="Verkostoarkki",
        instructions=(
            "Kehäversio: sijoita ihmiset ja palvelut kehille sen mukaan, miten läheisiä ne ovat, "
            "ja piirrä yhteydet viivoina. Hankkeen versio: täyttäkää yksi rivi jokaisesta "
            "toimijasta."
        ),
        questions=(
            "Kuka tietää, mitä muut tekevät?",
            "Kuka soittaa kenelle, kun jokin menee pieleen?",
            "Missä kaksi toimijaa tekee samaa?",
            "Mikä yhteys on yhden ihmisen varassa?",
            "Kuka olisi hyvä saada mukaan?",
        ),
        fields={
            "rings_title": "Minun verkostoni",
            "table_title": "Hankkeen verkosto",
            "actor": "Toimija",
            "role": "Rooli",
            "contact": "Yhteyshenkilö",
            "does": "Mitä tekee asiakkaalle",
            "information": "Mitä tietoa antaa ja saa",
            "link": "Yhteys",
            "transition": "Nivelvaihe",
            "yes": "kyllä",
            "no": "ei",
            "gives": "antaa: {}",
            "gets": "saa: {}",
            "rings_alt": "Kehät sisältä ulos: {}.",
        },
        lists={
            "rings": (
                "minä",
                "läheiset",
                "tutut palvelut",
                "muut palvelut",
            ),
            "links": (
                "vahva",
                "heikko",
                "katkennut",
                "puuttuva",
            ),
            "versions": (
                "Osallistujan kehät",
                "Hankkeen taulukko",
            ),
        },
    ),
    "W11": SheetWords(
        title="Yhdistämisarkki: kahdesta polusta yleinen",
        instructions=(
            "Lukekaa polkuja rinnakkain, vaihe kerrallaan. Merkitkää, mikä on samaa ja mikä eri, "
            "ja kirjoittakaa keskelle kortti, joka sopii molempiin. Kirjatkaa myös, mitä jää pois "
            "ja miksi."
        ),
        questions=(
            "Mikä toistuu molemmissa?",
            "Mikä on sama asia eri sanoin?",
            "Minkä eron pitää jäädä näkyviin?",
            "Kenelle yleinen polku ei vielä sovi?",
            "Mitä työntekijä tästä oikeasti katsoo arjessa?",
        ),
        fields={
            "path_a": "Polku A",
            "path_b": "Polku B",
            "general": "Yleinen polku",
            "phase": "Vaihe",
            "a": "A: mitä tapahtui",
            "b": "B: mitä tapahtui",
            "compare": "Sama / eri / vain toisella",
            "card": "Yleinen kortti",
            "left_out": "Jää pois (miksi)",
            "critical": "Kriittinen piste molemmilla",
            "missing": "Puuttuva asiakasryhmä",
        },
    ),
    "W12": SheetWords(
        title="Palautelomake",
        instructions=(
            "Vastaa nimettömästi ja valitse jokaisesta väittämästä yksi vaihtoehto. Jos haluat, "
            "että sinuun otetaan yhteyttä, täytä erillinen lappu ja palauta se eri laatikkoon "
            "kuin lomake."
        ),
        questions=(
            "Minua kuunneltiin.",
            "Sain sanoa myös eriävän mielipiteen.",
            "Ymmärsin, mitä tehtiin ja miksi.",
            "Tiesin, mitä tuotoksillemme tapahtuu.",
            "Tahti sopi minulle.",
            "Tulin mielelläni ja tulisin uudelleen.",
            "Opin jotain, jota käytän ensi viikolla.",
            "Asiakkaan ääni vaikutti lopputulokseen.",
            "Mikä oli parasta?",
            "Mitä muuttaisit seuraavalla kerralla?",
        ),
        fields={
            "at_client": "Osallistuja asiakkaana",
            "at_work": "Osallistuja työssään",
            "role": "Rooli (rasti)",
            "low": "täysin eri mieltä",
            "high": "täysin samaa mieltä",
            "cannot": "en osaa sanoa",
            "statement": "Väittämä",
            "wish": "Haluan, että minuun otetaan yhteyttä",
            "return_apart": "Palauta tämä lappu eri laatikkoon kuin lomake.",
            "name": "Nimi",
            "phone": "Puhelin tai sähköposti",
            "when": "Milloin minut tavoittaa",
        },
    ),
    "W13": SheetWords(
        title="Leikattavat kortit",
        instructions=(
            "Leikatkaa kortit irti leikkausmerkkejä pitkin. Kortin koodi kertoo, mihin kohtaan "
            "kaaviota se kuuluu. Kun ryhmä on löytänyt oman järjestyksensä, kirjatkaa koodit "
            "siinä järjestyksessä."
        ),
        questions=(
            "Mikä kuva kuvaa sinua tänään?",
            "Mikä kuva on kuin palvelu, johon olet ollut tyytyväinen?",
            "Minkä kuvan antaisit ryhmälle toivotukseksi?",
        ),
        fields={
            "pictures": "Kuvakortit",
            "kinds": "Korttilajit",
            "marks": "Merkinnät",
            "faces": "Tunnekasvot",
            "actors": "Toimijakortit",
            "cards": "Kaavion omat kortit",
            "order": "Koodit ryhmän järjestyksessä",
        },
        lists={
            "pictures": (
                "silta",
                "ovi",
                "portaat",
                "valo",
                "reppu",
                "solmu",
                "kahvikuppi",
                "kompassi",
            ),
            "kinds": (
                "asiakas",
                "näkyvä",
                "tausta",
                "tuki",
            ),
        },
    ),
    "W14": SheetWords(
        title="Lukuohje: näin blueprintiä luetaan",
        instructions=(
            "Lue vasemmalta oikealle: näin asiakkaan matka etenee. Lue ylhäältä alas: näin "
            "palvelu syntyy. Näkyvyyden rajan yläpuolella on se, minkä asiakas näkee. Kolmio ja "
            "numero osoittavat kriittisen pisteen; ratkaisulla on sama numero. Kaksoisviivainen "
            "nuoli tarkoittaa, että vastuu vaihtuu."
        ),
        questions=(
            "Missä kohdassa sinä tulet mukaan polulle?",
            "Mitä asiakas näkee siinä kohdassa, ja mitä hän ei näe?",
            "Kuka jatkaa sinun jälkeesi, ja mistä asiakas sen tietää?",
        ),
        fields={
            "lanes": "Kaistat ja rajat",
            "cards": "Kortit ja merkinnät",
            "connectors": "Yhdysviivat",
            "curve": "Tunnekäyrä",
            "abbreviations": "Lyhenteet",
            "about": "Kuka teki, milloin, mihin käytetään",
        },
    ),
    "W15": SheetWords(
        title="Tarkistuslista: kymmenen kysymystä asiakaslähtöisestä polusta",
        instructions=(
            "Vastatkaa jokaiseen kysymykseen ensin yksin ja sopikaa sitten yhteinen pistemäärä: "
            "0\u00a0=\u00a0ei toteudu, 1\u00a0=\u00a0toteutuu vähän, 2\u00a0=\u00a0toteutuu melko"
            " hyvin, 3\u00a0=\u00a0toteutuu hyvin. Kirjatkaa matalimpien pisteiden kohdalle, kuka"
            " vie asiaa eteenpäin."
        ),
        questions=(
            (
                "Ymmärtääkö asiakas ensimmäisen tapaamisen jälkeen, mitä hyötyä yhteisestä "
                "palvelusta on?"
            ),
            "Pääsevätkö mukaan juuri ne, joille palvelu on tehty?",
            "Vahvistaako jokainen vaihe uskoa siihen, että työ tai oma paikka löytyy?",
            "Onko tuen tarve selvitetty laajasti eikä vain yhden viraston silmin?",
            "Tuleeko apu silloin, kun sitä tarvitaan, ja onko se oikeaa apua?",
            "Kannustaako polku jatkamaan myös takaiskun jälkeen?",
            "Näkyykö polulla tavoite, suunnitelma ja seuraava päivämäärä?",
            "Tiedetäänkö, milloin ja miten palvelu päättyy ja mitä sitten seuraa?",
            "Saako asiakas tasalaatuista palvelua työntekijästä ja paikasta riippumatta?",
            (
                "Onko vastuista, ajasta ja johtamisesta sovittu niin, että työntekijä pystyy "
                "toimimaan?"
            ),
        ),
        fields={
            "question": "Kysymys",
            "score": "Pisteet 0–3",
            "note": "Huomio",
            "owner": "Kuka vie eteenpäin",
            "review": "Tarkistuspäivä",
        },
    ),
    "W16": SheetWords(
        title="Työn muotoilun arkki: pilko – jaottele – kokoa",
        instructions=(
            "Kirjatkaa ensin kaikki työvaiheen tehtävät ja niiden kesto. Jaotelkaa ne sitten "
            "kolmeen ryhmään ja kootkaa lopuksi siirrettävistä paloista yhden ihmisen tehtävä. "
            "Sopikaa kokeilun alku ja tarkistuspäivä."
        ),
        questions=(
            "Mitä kaikkea teet ruuhkatunnin aikana?",
            "Mikä työ keskeyttää sinut useimmin?",
            "Minkä tehtävän antaisit mielelläsi toiselle?",
            "Mitkä palat sopisivat yhteen yhdelle ihmiselle?",
            "Mitä uusi tekijä tarvitsee ensimmäisenä päivänä?",
            "Miten muiden työ kevenee eikä vain siirry?",
        ),
        fields={
            "workplace": "Työpaikka ja työvaihe",
            "split": "Pilko",
            "tasks": "tehtävät ja kesto",
            "sort": "Jaottele",
            "skill": "vaatii ammattitaitoa",
            "move": "voi siirtää",
            "drop": "voi jättää pois",
            "compose": "Kokoa",
            "job": "Uusi tehtävä",
            "hours": "Työaika",
            "mentor": "Perehdyttäjä",
            "aids": "Apuvälineet",
            "load": "Kuormitus",
            "trial": "Kokeilun alku",
            "review": "Tarkistuspäivä",
        },
    ),
    "W17": SheetWords(
        title="Osallistujalista ja tietosuojailmoitus",
        instructions=(
            "Kirjoita nimesi ja allekirjoita. Organisaation sijasta voit kirjoittaa roolisi; "
            "omasta asiakkuudestasi ei tarvitse kertoa mitään. Tietosuojailmoitus on seuraavalla "
            "sivulla."
        ),
        questions=(
            (
                "Sopiiko kaikille, että muut näkevät nimen, vai tulostetaanko henkilökohtaiset "
                "lipukkeet?"
            ),
            "Mitä tietoja rahoittaja todella vaatii? Muuta ei kysytä.",
            "Kuka ottaa listan talteen tilaisuuden jälkeen, ja minne se viedään?",
            "Milloin lista hävitetään, ja kuka siitä vastaa?",
        ),
        fields={
            "event": "Tilaisuus",
            "when": "Päivä, kellonaika ja paikka",
            "project_code": "Hankekoodi",
            "funder": "Rahoittaja",
            "number": "Nro",
            "name": "Nimi",
            "organisation": "Organisaatio tai rooli",
            "signature": "Allekirjoitus",
            "remote": "Etänä osallistuneet (järjestäjä merkitsee)",
            "confirmed": "Listan vahvistaa (nimi, päivä)",
            "notice": "Tietosuojailmoitus",
            "slip": "Osallistumislipuke",
        },
        lists={
            "notice_headings": (
                "Kuka säilyttää tietoja",
                "Miksi ja millä perusteella",
                "Kuinka kauan",
                "Kuka tiedot näkee",
                "Mitä oikeuksia sinulla on",
                "Keneen voit ottaa yhteyttä",
            ),
            "notice": (
                "Listaa säilyttää {}.",
                (
                    "Tarvitsemme nimesi, jotta hanke voi osoittaa rahoittajalle, että tilaisuus "
                    "pidettiin ja ketkä siihen osallistuivat. Tietojen käsittelyn peruste on {}."
                ),
                "Lista säilytetään {} asti ja hävitetään sen jälkeen.",
                "Listan näkevät hankkeen työntekijät ja rahoittajan tarkastajat.",
                (
                    "Voit pyytää omat tietosi nähtäviksi tai korjattaviksi. Jos olet eri mieltä "
                    "tietojesi käsittelystä, voit kääntyä tietosuojavaltuutetun puoleen."
                ),
                "Yhteyshenkilö: {}. Tietosuojavastaava: {}.",
            ),
            "versions": (
                "Lista",
                "Lipukkeet",
            ),
        },
    ),
    "W18": SheetWords(
        title="Etunimilaput ja kuvauslupa",
        instructions=(
            "Kirjoita lappuun etunimesi tai nimi, jolla haluat tulla kutsutuksi. Titteliä tai "
            "organisaatiota ei tarvita. Kuvauslupa on vapaaehtoinen: voit osallistua ilman sitä, "
            "se ei vaikuta palveluihisi, ja voit perua sen milloin tahansa."
        ),
        questions=(
            "Mistä kuvaaja näkee, ketä ei saa kuvata?",
            "Tarvitaanko kasvoja, vai riittääkö kuva käsistä ja tuotoksista?",
            "Missä kuvia säilytetään, ja kuka poistaa ne luvan päätyttyä?",
        ),
        fields={
            "badge_note": (
                "Kirjoita lappuun etunimesi tai nimi, jolla haluat tulla kutsutuksi. Titteliä "
                "tai organisaatiota ei tarvita."
            ),
            "consent_note": (
                "Kuvauslupa on vapaaehtoinen: voit osallistua ilman sitä, se ei vaikuta "
                "palveluihisi, ja voit perua sen milloin tahansa."
            ),
            "first_name": "Etunimi",
            "group_no": "Ryhmän numero",
            "no_photos": "ei kuviin",
            "consent": "Kuvauslupa",
            "event": "Tilaisuus ja päivä",
            "photographer": "Kuka kuvaa",
            "may": "Minua saa kuvata",
            "use": "Kuvia saa käyttää",
            "yes": "kyllä",
            "no": "ei",
            "until": "Mihin päivään asti lupa on voimassa",
            "whom": "Kenelle kerron, jos perun luvan",
            "name": "Nimi",
            "signature": "Allekirjoitus",
            "date": "Päivä",
        },
        lists={
            "may": (
                "kyllä",
                "vain niin, ettei minua tunnista",
                "ei",
            ),
            "use": (
                "raportissa ja esityksissä",
                "verkkosivuilla",
                "sosiaalisessa mediassa",
                "lehdessä",
            ),
        },
    ),
}
