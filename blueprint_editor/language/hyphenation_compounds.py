"""Parts of Finnish compounds in the words of services and projects.

First parts are whole forms as they stand in a compound; last parts are beginnings, since endings
follow them. A last part with a full stop is a whole form. Both must be known for a seam, so that a
word that merely begins like a compound ("osallistuja", "kuntalainen") is left alone.
"""

from collections.abc import Iterable, Mapping


def _read(words: str) -> frozenset[str]:
    return frozenset(words.split())


FIRST_PARTS = _read("""
    aamu aika aikais aineisto ajan ajatus aktivointi ala alan ali alku alle aloitus alue alueen
    alusta ammatti ansainta ansio apu arjen arki arvio arvioinnin arviointi arvo arvon asenne
    asia asiakas asiakkaan asiakkaiden asian asioimis asiointi asuin asumis asumisen asunto auto
    avo avun avustus back blue budjetti bussi diagnoosi digi edun ehkäisy elin eläke elämä
    elämän ennakko ensi epä erikois erityis esi esittely esteettömyys eteen etsintä etu etuus
    etä fläppi front haastattelu haaste haitta hakemus haku hallinnon hallinto hanke hankkeen
    harjoittelu harmaa henki henkilö henkilöstö hinta hoidon hoitaja hoito hoiva huolto hyvin
    hyvinvointi hyvä häiriö hätä ihmis ikkuna ikä ilma ilman ilmapiiri ilmiö ilmoitus ilta irti
    irtisanomis iso itse jaksamis jakso jatko johdon johtamis johto jono jonotus joukko juliste
    julkis jälki järjestelmä järjestely järjestämis järjestö jäsen jäsenyys kahvi kaksois kansa
    kansalais kansan kartta kasvatus kasvu kauko kauppa kaupungin kausaali kehittäjä
    kehittäminen kehittämis kehityksen kehitys kehä keikka keino keittiö kellon keskus
    keskustelu kesä kevät kielen kieli kiinteistö kiire kiireen kipu kirja kirjallisuus kirje
    kirjoitus kohde kohdistus kohtaamis kokeilu kokemus kokoamis kokonais kokoontumis kokouksen
    kokous kommentti koordinaattori korkea kortti korvaus kosketus koti kotihoidon kotoutumis
    koulu koulutus kriisi kriteeri kriteeristö kulku kulttuuri kulu kumppanuus kunnan kunta
    kuntien kunto kuntouttamis kuntoutuksen kuntoutumis kuntoutus kurssi kuukausi kuva kuvan
    kuvaus kyky kylä kysymys kyvyn käden kärki käsi käsittely käsitys käynti käyttäjä käyttö
    käytännön käytös laadun laatu laina laite laitos lapsi laskelma lasten lausunto lautakunta
    leikkaus leikkuu liike liikenne liikunta liima liimaus linja lista lisä logo loma lomake
    lopetus loppu lounas luku luokka luonnos luontais luottamus luotto luovutus lupa lyhyt lähde
    lähe lähete lähi lähtö lääke lääkäri lääkärin maa maahan maahanmuutto maakunnan maakunta
    mahdollistamis mahdollisuus maksu malli masennus materiaali matka media merkintä merkki
    metsä mielen mieli mitta moni motivaatio muisti muistio muistutus muotoilu muotoilun muutos
    myynti myöhäis määrä naapuri neuvonta neuvottelu nimi nivel nuoriso nuorten nyky näkö näyttö
    odotus ohjaus ohje ohjelma oikeus olka oma omais omaishoidon oman ongelma onnistumis opas
    opetus opinto opintojen opiskelija opiskelu oppi oppilas oppimis osa osaamis osallistuja
    osallistumis osallisuus osaston otsikko otto paikka paino paja palaute palautteen palkka
    paluu palvelu palveluiden palvelujen palvelun paperi pari peli perehdytys perhe perheen
    perus pien piilo pika piste pitkä pito pohja poissa polku posti potilaan potilas prosessi
    psyko puhe puheeksi puheen puhelin pullon puoli puu puutarha pysty pyörä päihde päivystys
    päivä päätöksen päätös pöytä raha rahoitus raja rakenne rakennus raportti ratkaisu rauhan
    reaali rekisteri rekrytointi resurssi riski ruoan ruoka ruuhka ryhmä saattaen saavutettavuus
    sairaala sairaan sairas sairaus sala sama saman sana sanan sanasto sanomis seinä seka selkeä
    selko seloste selvitys seulonta seuranta seuraus seutu sidos siirros siirto siirtymä silppu
    sisä sisällön sivu soitto sopeuttamis sopeutumis sopeutus sopimus sosiaali sosiaalihuollon
    sote strategia suoja suojelu suora suunnan suunnitelma suunnittelu suur syrjä syy syyn sähkö
    säädös säästö taakse tahto taide taito takaisin talo talon talouden talous tapa tapaamis
    tapaamisen tapahtuma tapaturma tapaus tarkastus tarkistus tarpeen tarra tarve tasa tasku
    tausta tavoite tavoitteen teema tehtävä teko teksti tele terve terveyden terveys testi
    tiedon tieto tiimi tila tilanne tilasto tilaus tiski todistus toimeen toimi toimija toimijan
    toimijuus toiminnan toiminta toimisto toimiva tois toive toivo tuen tuki tulevaisuuden
    tulevaisuus tulkkaus tulkki tulo tulos tulosten tulostus tunne tunnin tunnistus tunnus tunti
    tuote tupla turva turvallisuus tutkimus tutkinto tutustumis tyhjä työ työhön työllistymis
    työllistämis työllisyys työn työskentely työttömyys työttömän täsmä täydennys uhka uni
    uudelleen uusi vaaka vaali vaatimus vahvuus vaihe vaihto vaikea vaikutus vakio vakuutus
    valmennus valo valta valtion valvonta vammais vammaisten vanhemmuus vanhempain vanhus vapaa
    vapaaehtois vara varallisuus varasto varaus varhais vastaan vastaus vastuu vastuun vauva
    velka verkko verkosto verkoston vero verrokki vertais vesi viesti viestintä viikko viikon
    vika viran virka virta virtuaali voima voiman vuokra vuoro vuorovaikutus vuosi vähimmäis
    väli väliin yhden yhdistys yhdistämis yhdys yhteen yhteis yhteisö yhteyden yhteys yksilö
    yksin yleis yli yliopisto yllä ylä ympäri ympäristö yrittäjä yritys yö äidin äiti äly
    äänestys
""")
"""Forms that open a compound or stand in its middle."""

_LAST_PARTS = _read("""
    aamu aihe aika. aikaa. aikai aikat aikoj ajan. ajatte ala. alai alaikä alal alan. alat.
    algoritm aloitu alue alusta alusto ammat anomu antaj apu. apua. arki. arkin arkis arkist
    arkit. arkki arvio arvo arvol arvost asema asen asiain asiak asiast asiat. asioi asiointi
    aste asteik asui asum asun auki auto automaa avain avaus avun avust botit. botti ehdo ehdok
    ehdotu ehdotuks ehkäis ehto ehtoj elim elin. elinke elä elämä erity ero. erot esikat esite
    esitys esteis etu. etuj etuud etuuk etuus etäi etäis haast haaste haastee haasteet hahmo
    hait hakem hakemis hakij haku. hakua hakuu hallin hallit hanke hankin hankk harjo harjoit
    henge henki. henkil herät hinno hinta hoida hoido hoidok hoitaj hoito hoiv huoll huolt huone
    huonee huoneis hyöd hyöda hyöty ihmi ihmisten ikä ikäi ikäis ilma ilmapii ilmoit indikaa
    innov jakaj jako jakso jaost jats johda johta johto jono jonoj jouk jousto julist järjest
    jäsen kaari kaava kaavio kaavo kahv kaista kalen kalu kalut kamera kampanj kanava kanna
    kansio kanto kappale kartan kartoi kartt kassa kassal kasvo katko katsau katsel kaula kaulat
    kauppa kaveri kehit kehott kehys keino keinoj kello kenttä kentä kerran kerroi kerta kertaa
    keru keruu keruus keräy keskei keskuk keskus keskust ketju kiele kielel kieli kielin kieliso
    kierro kierto kirja kirjaa kirjau kirjaus kirje kirjo kirjurit klini kohd kohde kohta kohte
    kokeil kokemu koko. kokonai kokou kompas kone koon. koordin koot. kopio korjau korko korotu
    korti kortt korvau koulu koulut kriis kriit kriteer kulje kulku kulu kumppan kunnalli kunnan
    kunnat kunno kunta kuntalai kuntien kunto kuntou kupit. kuppi kurssi kutsu kuulemi kuulij
    kuva kuvan kuvau kuvia kyky kyltti kynny kysely kyselyl kysym kyvy käsit käsky käteen. käyn
    käyr käytt käytän käytäv laajui laatim laatu lain. laina. lainau lainsää laissa. laista.
    lait. laite laitok laitos laitte laitto laji lajit laki. lakia. lappu lapui lapun laput.
    laskel lasku laskut lausek lausun leht lehti leima leiri liik liite liitt liitto linja lippu
    lipuk lipun. liput. lista listal lisä lisät loma. lomak lomal loman. lomat. lomia. lomie
    loppu lopus luent luett luku. lukuj luoka luokk luonno luota luovut lupa. lupau lupia.
    luvan. luvat. lähde lähety lähtö lääke lääkit lääkär mahdol maksaj maksat makset maksu
    maksui malle malli manager mark markkin massa materiaal matk mene merkei merkin merkis
    merkit merkk miehe mielis mies. mitta mittar mitto motiv muisti muistut muodos muoto muotoi
    muuto muutok muutt myön määri määrä määräi neuvoj neuvola neuvon neuvos neuvot nime nimi.
    nimike nimikk numero nuor näky näkökulm näyte näytt ohja ohje. ohjee ohjei ohjeit ohjel
    ohjet oikeude oikeuk oikeus olo. oloa. oloih oloja. oloje olon. oloss olosta olosu olot.
    omai omavalv ongelm opas. opast opett opetu opinno opinto opiskel oppaa oppi. oppil orien
    osa. osaa. osaaj osaam osake osall osan. osapuol osass osast osat. osio osoit osoitt osoitu
    osuud osuus oton. ottaj ottam ottee ottei otto. ottoa ottoon paidat paikak paikal paikan
    paikass paikast paikat. paikka paikko paikoi paino paita paja. pajal pajan. pajass pajast
    pajat. pajo paket paketi palau palauttee palav palk palko palo. palon. palvel paneel paneeli
    panki pankk paper pari. parin. pariss partio pelej peli. pelin. perhe perhee peri perik
    perso perust pide. pidon. pidos pidä piiri pinno pinta piste pistee pistei pisto piston
    pitee pitei pito pitä pohd pohdin pohj pohjai pohjal poik poist polii polit polku polkua
    polkuj polkuu polul polun. poluss polust polut. polvi portaal posti potil print prof progr
    projek prosen proses prosessi psyk puhe. puheel puheen. puhei puheis puhel puhuj puiste puit
    puol puole puolik puolis puolu pyynn pyynt päin. päivi päivä päiväk päiväko päiväl pää.
    päätö pöyd pöytä raadi raati raha rahaa rahas rahat. rahoi rahoit rahoj raja. rajan. rajat.
    rajoi rajoj raken rakenne rakent rakente raport rappu rappus rasit ratk ratka rauha reis
    reiti reitt reittiä rekist resep riippu riisk risk rivi. rivin. rivit. ruoka ruoki ryhd ryhm
    saaj saan saav sairaal sairau sali. sana. sanas sanast sanoj sanomi sarja seinäl seiso selko
    selonte selos seloste selostee selvi selvit selvä seulon seur seuran siht siirr siirt siirto
    siirtol sija. sijai sijoi silta. sisäll sito siviil sivu. sivui sivul sivus sivut. soito
    soiton soitt soittaj sopeut sopi sopim sopiv sosiaal sota. sotaa. sote. stage strat suhde
    suhte suhtee suhteel suoja. suojaa suojan suoje suojel suori suunn suunnit suunnitel syyt
    sähk sähköpost säile säily sävy. säännö säänt sääst taho. tahot taht tahto taido taito
    talkkar talo. taloj talol talon. talos talot. talou tapa. tapaa tapaam tapah tapai tapoj
    tarha tarin tarina tarinoi tarj tarjon tarjoo tarjot tarjou tarkas tarkis tarpe tarpee tarve
    tarvik tasa. taso. tasoi tasoj tasol tason. tauko taul taulu taust tauti tavara tavat. tavoi
    tavoit tavoitt team tehost tehtä tekem tekij tekni tekniik teko. tekoa tekst terap terapi
    terve terveyd terveys testa testi tiedo tiedot. tieto tietoi tietoj tietok tiimi tila. tilaa
    tilai tilaisuu tilal tilan. tilanne tilant tilante tilass tilast tilat. tilauk tilaus tilin
    tiloj todist toime toimeks toimi toimia toimij toimin toimis toimist toimitu toive toivei
    tuella. tuen. tuesta. tuet. tuke tukea. tukee tuki. tukih tukihe tukij tulkin tulkk tulkke
    tulkki tulo. tuloa. tuloj tulok tulon. tulos. tulost tunne tunnin tunnu tunti tuntij tunto.
    tuntoi tuole tuoli tuotan tuott tuotte turva tutkij tutkim tutkin tutkit tutust tyyli tyyp
    työ täht töi töide uhka uran. usko uudist vaade vaali vaara vaate vaatim vaatte vahing
    vahvis vahvu vaihd vaihde vaihe vaihtel vaihto vaikeu vaiku vaikut vaikutt vaje vakuut
    valikko valin valio valit valmen valmenn valmist valtuut valvo valvoj valvon vamma vammai
    vapaa vara vara. varan. varasto varat. varau varm varo varoj vartij vast vastaan vastaav
    vastau veden veli. velje veloitus velvoi velvol verkk verko verkost vero versio verstas
    vertai vertail vertau veto. video viest viesti vihje vihko vihkoj viidak viikk viikko viiko
    viikol viikon viisari viit viiva viivo viivy vika. viran virast virhe virk virka virkai
    voima voimav voinn voint vuode vuoro. vuoroj vuorol vuoron. vuoros vuorot. vuosi vuosikert
    vuosit vähenn väki. väli. väliin välin. väline väliv väyl yhdist yhteis yhteisty yhteisö
    yhtey yhteyd yhteyk yksik yliop ymmär ympär yrit yritt yrity ystäv ääne äänes äänestä ääni
""")


def _index(parts: Iterable[str], letters: int) -> Mapping[str, tuple[str, ...]]:
    """Group parts by their first letters, the longest ones first."""
    found: dict[str, list[str]] = {}
    for part in sorted(parts, key=len, reverse=True):
        found.setdefault(part[:letters], []).append(part)
    return {start: tuple(group) for start, group in found.items()}


_LAST_BY_START = _index(_LAST_PARTS, 3)
_FIRST_LENGTHS = {
    start: sorted(set(map(len, group))) for start, group in _index(FIRST_PARTS, 2).items()
}


def find_first_parts(word: str) -> list[int]:
    """Return where the known first parts end that a word begins with."""
    return [n for n in _FIRST_LENGTHS.get(word[:2], ()) if word[:n] in FIRST_PARTS]


def measure_last_part(rest: str) -> int:
    """Return how many letters of ``rest`` are known as the beginning of a last part, or 0."""
    for part in _LAST_BY_START.get(rest[:3], ()):
        if rest.startswith(part):
            return len(part)
        if part[-1] == "." and rest == part[:-1]:
            return len(rest)
    return 0
