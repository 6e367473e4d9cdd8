/// ISO 3166-1 alpha-2 codes by the English words for a country's people, as some lists print citizenships. A word that
/// means the people of two countries (Congolese, Dominican, Korean) is none's.
enum Peoples {
    static func code(_ word: String) -> String? { codes[word.lowercased()] }

    private static let codes: [String: String] = {
        var codes: [String: String] = [:]
        for line in words.split(separator: "\n") {
            for word in line.dropFirst(3).split(separator: "|") { codes[word.lowercased()] = String(line.prefix(2)) }
        }
        return codes
    }()

    private static let words = """
        AD Andorran
        AE Emirati|Emirian
        AF Afghan|Afghani
        AL Albanian
        AM Armenian
        AO Angolan
        AR Argentine|Argentinian
        AT Austrian
        AU Australian
        AZ Azerbaijani|Azeri
        BA Bosnian|Bosnian and Herzegovinian
        BB Barbadian
        BD Bangladeshi
        BE Belgian
        BF Burkinabe|Burkinabè
        BG Bulgarian
        BH Bahraini
        BI Burundian
        BJ Beninese
        BN Bruneian
        BO Bolivian
        BR Brazilian
        BS Bahamian
        BT Bhutanese
        BW Botswanan|Motswana
        BY Belarusian|Belarussian
        BZ Belizean
        CA Canadian
        CF Central African
        CH Swiss
        CI Ivorian
        CL Chilean
        CM Cameroonian
        CN Chinese
        CO Colombian
        CR Costa Rican
        CU Cuban
        CY Cypriot
        CZ Czech
        DE German
        DJ Djiboutian
        DK Danish
        DZ Algerian
        EC Ecuadorian|Ecuadorean
        EE Estonian
        EG Egyptian
        ER Eritrean
        ES Spanish
        ET Ethiopian
        FI Finnish
        FJ Fijian
        FR French
        GA Gabonese
        GB British
        GE Georgian
        GH Ghanaian
        GM Gambian
        GN Guinean
        GR Greek
        GT Guatemalan
        GW Bissau-Guinean
        GY Guyanese
        HN Honduran
        HR Croatian
        HT Haitian
        HU Hungarian
        ID Indonesian
        IE Irish
        IL Israeli
        IN Indian
        IQ Iraqi
        IR Iranian
        IS Icelandic
        IT Italian
        JM Jamaican
        JO Jordanian
        JP Japanese
        KE Kenyan
        KG Kyrgyz|Kyrgyzstani
        KH Cambodian
        KM Comoran|Comorian
        KN Kittitian
        KP North Korean
        KR South Korean
        KW Kuwaiti
        KZ Kazakh|Kazakhstani
        LA Lao|Laotian
        LB Lebanese
        LK Sri Lankan
        LR Liberian
        LS Basotho
        LT Lithuanian
        LU Luxembourger|Luxembourgish
        LV Latvian
        LY Libyan
        MA Moroccan
        MC Monegasque
        MD Moldovan
        ME Montenegrin
        MG Malagasy
        MH Marshallese
        MK Macedonian|North Macedonian
        ML Malian
        MM Burmese|Myanma
        MN Mongolian
        MR Mauritanian
        MT Maltese
        MU Mauritian
        MV Maldivian
        MW Malawian
        MX Mexican
        MY Malaysian
        MZ Mozambican
        NA Namibian
        NE Nigerien
        NG Nigerian
        NI Nicaraguan
        NL Dutch
        NO Norwegian
        NP Nepalese|Nepali
        NZ New Zealander
        OM Omani
        PA Panamanian
        PE Peruvian
        PG Papua New Guinean
        PH Filipino|Filipina|Philippine
        PK Pakistani
        PL Polish
        PS Palestinian
        PT Portuguese
        PW Palauan
        PY Paraguayan
        QA Qatari
        RO Romanian
        RS Serbian
        RU Russian
        RW Rwandan
        SA Saudi|Saudi Arabian
        SC Seychellois
        SD Sudanese
        SE Swedish
        SG Singaporean
        SI Slovenian|Slovene
        SK Slovak
        SL Sierra Leonean
        SN Senegalese
        SO Somali|Somalian
        SR Surinamese
        SS South Sudanese
        SV Salvadoran|Salvadorean
        SY Syrian
        SZ Swazi
        TD Chadian
        TG Togolese
        TH Thai
        TJ Tajik|Tajikistani
        TL Timorese
        TM Turkmen
        TN Tunisian
        TO Tongan
        TR Turkish
        TT Trinidadian
        TW Taiwanese
        TZ Tanzanian
        UA Ukrainian
        UG Ugandan
        US American
        UY Uruguayan
        UZ Uzbek|Uzbekistani
        VE Venezuelan
        VN Vietnamese
        VU Ni-Vanuatu
        WS Samoan
        XK Kosovar|Kosovan
        YE Yemeni
        ZA South African
        ZM Zambian
        ZW Zimbabwean
        """
}
