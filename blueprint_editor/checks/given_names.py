"""Given names that are common in Finland, in small letters; knows no document.

Names that are hardly anything else, and names that are everyday words as well ("toivo", "hope"),
which count only where a surname follows. Gathered by hand from what is commonly known.
"""

GIVEN_NAMES = frozenset(
    """
    abdi ahmed aino aleksander aleksi anders anja anna-lena anneli anni annika annukka antero
    anton antti ari arja arto astrid auli aulis bengt bertil birgitta camilla carina
    carl-gustaf christer christina dmitri eemil eerika eero eetu eeva eija eila eino elina
    elisa elisabet ella elli elsa emilia emma emmi ensio erik erkki esko essi eva-lena
    eveliina fanni fatima fredrik gunilla gunnar gustav göran hanna hannele hannu harri hassan
    heidi heikki heimo helena helmi henna henri hilkka hussein håkan ibrahim iida iiro ilkka
    ilmari ilona ingrid inkeri irene irina irja irma jaakko jaana jalmari jan-erik jani janne
    jari jarkko jarmo jenna jenni jere jesse johan johanna joni jonna joonas jorma jouko jouni
    juha juhani juho jukka julia jussi juuso jyrki kaarina kaija kaisa kalevi kalle karin
    karoliina katariina kati katja katri kauko kerstin kerttu khadija kimmo kirsi kirsti kjell
    krista kristian kristiina kurt-erik kyllikki lars lars-erik lasse laura lauri leena leevi
    leila lennart leo liisa linnea lisbeth maarit magnus maija maija-liisa mailis maire
    maj-britt margareta mari maria marianne marika marita maritta marjatta marjo marjut markku
    marko markus martta martti matias matilda mats matti mauri mia miia mika mikael mikaela
    mikko mila minna minttu mira mirja mirjami mirka mirva miska mohamed mohammed monica
    monika muhammad natalia nea niina niklas niko nina noora oksana olavi olena olga olli
    oskari outi paavo pasi patrik pauli pauliina pekka pentti per-erik pertti peter petra
    petri petteri pia pia-maria pirjo pirkko päivi ragnhild raija raili raimo raisa reijo
    riikka riina riitta risto rolf roope saija sakari salla sami samu samuel samuli sanna
    santeri sara sari seija seppo sergei simo sinikka sirkka sirpa siv sofia sofie soile
    solveig stefan sten-erik susanna susanne sven svetlana tapani tapio tarja tatjana tauno
    teemu tero teuvo tiia tiina timo tom tomas tomi tommi toni topi tuija tuomas tuula
    tuulikki ulf ulla ulrika valtteri veera veikko veli-matti vesa viivi viktoriia vilho
    viljami ville vilma virpi vladimir väinö yngve yusuf åke åsa
    """.split()  # noqa: SIM905 - as words they can be read and sorted
)

WORD_NAMES = frozenset(
    """
    aamu aatos anna armas armi art arvo aura bill björn eliel elin eva eve faith grace hilla
    hope ilma ilo ilta impi into jan joy kai kaj kanerva kari kielo kim lahja lempi luka lumi
    maj marja mark may meri niilo oiva onni orvokki osmo otto pilvi pyry raakel rasmus rauha
    rauni rose sanni satu sini sisu stig sulo suvi sylvi taimi taisto tarmo taru tellervo
    terhi toivo tor touko tuisku tuomo tuuli tyyne tähti unto urho usko vanamo varpu veli
    vieno vilja voitto vuokko väinämö will
    """.split()  # noqa: SIM905 - as words they can be read and sorted
)
