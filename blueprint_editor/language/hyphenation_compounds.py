"""Parts of Finnish compounds in the words of services and projects."""


def _read(words: str) -> frozenset[str]:
    return frozenset(words.split())


FIRST_PARTS = _read("""
    asiakas hyvinvointi kokemus kuntoutus kehittämis osallistumis osaamis palvelu puhelin sosiaali
    terveyden terveys toiminta toiminnan tuki tulos työ työn työllisyys työttömyys vastuu verkosto
    verkko yhteis yhteistyö lääkärin lausunto elämän ajan etuus oma omais opiskelu sopimus
    tutkimus arviointi ohjaus haku hakemus tieto vuoro suunnittelu
""")
"""Words and stems that open a compound; what follows them starts a new part."""

SECOND_STEMS = _read("""
    alue asema asiantuntija elämä henkilö hakemu hoito järjestelmä kartoitu kartta koordinaattori
    kokonaisuu kuvau käynti lomake lääkäri ohjau ohjelma osaaminen pajat paikka palvelu pistee polku
    prosessi projekti raja ryhmä sopimu suunnitelma tapaami tarjotin tarvee tarpee todiste todistu
    toimija toiminta tuntija tuottaja työ työntekijä varau verkosto viesti viranomai yhteistyö
""")
"""Beginnings of words that often end a compound."""
