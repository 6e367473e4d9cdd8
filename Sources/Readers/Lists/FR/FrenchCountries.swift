/// ISO 3166-1 alpha-2 codes by the French names of countries (ISO 3166, and what French lists print besides).
enum FrenchCountries {
    /// The code of a country, or nil where the name is not known to be one country's.
    static func code(_ name: String) -> String? { codes[name.lowercased()] }

    private static let codes: [String: String] = {
        var codes: [String: String] = [:]
        for line in names.split(separator: "\n") {
            for name in line.dropFirst(3).split(separator: "|") { codes[name.lowercased()] = String(line.prefix(2)) }
        }
        return codes
    }()

    private static let names = """
        AD Andorre
        AE Émirats arabes unis|Emirats arabes unis|Émirats Arabes Unis (Les)
        AF Afghanistan
        AL Albanie
        AM Arménie|Armenie
        AO Angola
        AR Argentine
        AT Autriche
        AU Australie
        AZ Azerbaïdjan|Azerbaidjan
        BA Bosnie-Herzégovine|Bosnie-et-Herzégovine
        BB Barbade
        BD Bangladesh
        BE Belgique
        BF Burkina Faso
        BG Bulgarie
        BH Bahreïn|Bahrein
        BI Burundi
        BJ Bénin
        BO Bolivie
        BR Brésil
        BS Bahamas
        BW Botswana
        BY Biélorussie|Bélarus|Belarus
        BZ Belize
        CA Canada
        CD République démocratique du Congo|Congo (République démocratique du)|RDC
        CF République centrafricaine|Centrafrique
        CG Congo|République du Congo
        CH Suisse
        CI Côte d'Ivoire|Côte d’Ivoire
        CL Chili
        CM Cameroun
        CN Chine|République populaire de Chine
        CO Colombie
        CR Costa Rica
        CU Cuba
        CV Cap-Vert|Cabo Verde
        CY Chypre
        CZ Tchéquie|République tchèque
        DE Allemagne
        DJ Djibouti
        DK Danemark
        DO République dominicaine
        DZ Algérie
        EC Équateur|Equateur
        EE Estonie
        EG Égypte|Egypte
        ER Érythrée|Erythrée
        ES Espagne
        ET Éthiopie|Ethiopie
        FI Finlande
        FR France
        GA Gabon
        GB Royaume-Uni|Grande-Bretagne
        GE Géorgie
        GH Ghana
        GM Gambie
        GN Guinée
        GQ Guinée équatoriale
        GR Grèce
        GT Guatemala
        GW Guinée-Bissau|Guinée-Bissao
        HK Hong Kong|Hong-Kong
        HN Honduras
        HR Croatie
        HT Haïti
        HU Hongrie
        ID Indonésie
        IE Irlande
        IL Israël
        IN Inde
        IQ Iraq|Irak
        IR Iran|République islamique d'Iran|Iran (République islamique d')
        IS Islande
        IT Italie
        JM Jamaïque
        JO Jordanie
        JP Japon
        KE Kenya
        KG Kirghizistan|Kirghizstan
        KH Cambodge
        KM Comores
        KP Corée du Nord|République populaire démocratique de Corée
        KR Corée du Sud|République de Corée
        KW Koweït|Koweit
        KZ Kazakhstan
        LA Laos
        LB Liban
        LK Sri Lanka
        LR Libéria|Liberia
        LT Lituanie
        LU Luxembourg
        LV Lettonie
        LY Libye
        MA Maroc
        MC Monaco
        MD Moldavie|République de Moldavie|République de Moldova
        ME Monténégro
        MG Madagascar
        MH Îles Marshall|Iles Marshall
        MK Macédoine du Nord
        ML Mali
        MM Birmanie|Myanmar|Birmanie/Myanmar|Myanmar/Birmanie
        MN Mongolie
        MR Mauritanie
        MT Malte
        MU Maurice|Île Maurice
        MV Maldives
        MX Mexique
        MY Malaisie
        MZ Mozambique
        NA Namibie
        NE Niger
        NG Nigéria|Nigeria
        NI Nicaragua
        NL Pays-Bas
        NO Norvège
        NP Népal
        NZ Nouvelle-Zélande
        OM Oman
        PA Panama
        PE Pérou
        PH Philippines
        PK Pakistan
        PL Pologne
        PS Palestine|Territoires palestiniens|Territoire palestinien occupé
        PT Portugal
        PY Paraguay
        QA Qatar
        RO Roumanie
        RS Serbie
        RU Russie|Fédération de Russie
        RW Rwanda
        SA Arabie saoudite
        SC Seychelles
        SD Soudan
        SE Suède
        SG Singapour
        SI Slovénie
        SK Slovaquie
        SL Sierra Leone
        SN Sénégal
        SO Somalie
        SS Soudan du Sud
        SV Salvador|El Salvador
        SY Syrie|République arabe syrienne
        TD Tchad
        TG Togo
        TH Thaïlande
        TJ Tadjikistan
        TM Turkménistan
        TN Tunisie
        TR Turquie|Türkiye
        TT Trinité-et-Tobago
        TW Taïwan|Taiwan
        TZ Tanzanie
        UA Ukraine
        UG Ouganda
        US États-Unis|Etats-Unis|États-Unis d'Amérique|Etats-Unis d'Amérique
        UY Uruguay
        UZ Ouzbékistan
        VE Venezuela|République bolivarienne du Venezuela
        VG Îles Vierges britanniques|Iles Vierges britanniques
        VN Viet Nam|Vietnam
        XK Kosovo
        YE Yémen
        ZA Afrique du Sud
        ZM Zambie
        ZW Zimbabwe
        """
}
