internal import Vocabulary

/// ISO 3166-1 alpha-2 codes by the English names that publishers print.
package enum Countries {
    /// The code of a country by a publisher's name for it, or nil where the name is not known to be one country's.
    package static func code(_ name: String) -> String? { codes[name.lowercased()] }

    /// Whether a text is a country's code.
    static func isCode(_ text: String) -> Bool { known.contains(text) }

    private static let known = Set(codes.values)

    /// The code, or the publisher's own words where they are not known to name one country.
    package static func codeOrName(_ name: String) -> String { code(name) ?? name }

    /// A fact about a country: its code, with the publisher's own name for it, so that a renaming shows (Macedonia,
    /// 2022-04-06).
    static func fact(_ field: Field, _ name: String) -> Attribute {
        code(name, of: field).map { Attribute(field, $0, [name]) } ?? Attribute(field, name)
    }

    /// Of what a person is, the word for the people does as well: `Russian`.
    private static func code(_ name: String, of field: Field) -> String? {
        code(name) ?? ([.nationality, .citizenship].contains(field) ? Peoples.code(name) : nil)
    }

    /// The code of a country by its name, or by the word for its people.
    static func codeOfCountryOrPeople(_ word: String) -> String? { code(word, of: .nationality) }

    /// The countries of a cell: one, or several where each part is known to be one country's.
    static func parts(_ cell: String, of field: Field) -> [String] {
        if code(cell, of: field) != nil { return [cell] }
        var parts: [String] = []
        for piece in cell.split(whereSeparator: { ",;/".contains($0) }) {
            var words: [Substring] = []
            for word in piece.split(separator: " ") + ["and" as Substring] {
                guard ["and", "or"].contains(word.lowercased()) else {
                    words.append(word)
                    continue
                }
                if !words.isEmpty { parts.append(words.joined(separator: " ")) }
                words = []
            }
        }
        return parts.count > 1 && parts.allSatisfy { code($0, of: field) != nil } ? parts : [cell]
    }

    private static let codes: [String: String] = {
        var codes: [String: String] = [:]
        for line in names.split(separator: "\n") {
            for name in line.dropFirst(3).split(separator: "|") { codes[name.lowercased()] = String(line.prefix(2)) }
        }
        return codes
    }()

    // ISO 3166 English short names, then the spellings of the publishers. XK is user-assigned and in common use.
    // "Region: Crimea" and "Region: Northern Mali" lie inside one code's territory; "Region: Kafia Kingi" does not.
    private static let names = """
        AD Andorra
        AE United Arab Emirates|The United Arab Emirates|UAE
        AF Afghanistan|Afghan|Islamic Republic of Afghanistan
        AG Antigua and Barbuda
        AI Anguilla
        AL Albania|Albanian
        AM Armenia
        AO Angola
        AQ Antarctica
        AR Argentina
        AS American Samoa
        AT Austria
        AU Australia
        AW Aruba
        AX Åland Islands|Aland Islands
        AZ Azerbaijan
        BA Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnia & Herzegovina
        BB Barbados
        BD Bangladesh
        BE Belgium
        BF Burkina Faso
        BG Bulgaria
        BH Bahrain
        BI Burundi
        BJ Benin
        BL Saint Barthélemy|Saint Barthelemy
        BM Bermuda
        BN Brunei Darussalam|Brunei
        BO Bolivia, Plurinational State of|Bolivia|Bolivia (Plurinational State of)
        BQ Bonaire, Sint Eustatius and Saba
        BR Brazil
        BS Bahamas|Bahamas, The|The Bahamas
        BT Bhutan
        BV Bouvet Island
        BW Botswana
        BY Belarus
        BZ Belize
        CA Canada
        CC Cocos (Keeling) Islands
        CD Congo, Democratic Republic of the|Congo, The Democratic Republic of the|Democratic Republic of the Congo|DRC|\
        Democratic Republic of Congo|Congo (Democratic Republic)
        CF Central African Republic
        CG Congo, Republic of the|Congo|Republic of the Congo
        CH Switzerland
        CI Côte d'Ivoire|Cote d'Ivoire|Cote d Ivoire|Ivory Coast
        CK Cook Islands
        CL Chile
        CM Cameroon
        CN China|People's Republic of China
        CO Colombia
        CR Costa Rica
        CU Cuba
        CV Cabo Verde|Cape Verde|Cabo Verde. Previously Cape Verde.
        CW Curaçao|Curacao
        CX Christmas Island
        CY Cyprus
        CZ Czechia|Czech Republic
        DE Germany
        DJ Djibouti
        DK Denmark
        DM Dominica
        DO Dominican Republic
        DZ Algeria|Algerian
        EC Ecuador
        EE Estonia
        EG Egypt|Egyptian
        EH Western Sahara
        ER Eritrea
        ES Spain
        ET Ethiopia
        FI Finland
        FJ Fiji
        FK Falkland Islands (Malvinas)|Falkland Islands
        FM Micronesia, Federated States of|Micronesia
        FO Faroe Islands
        FR France
        GA Gabon
        GB United Kingdom|United Kingdom of Great Britain and Northern Ireland|UK|U.K.|Great Britain
        GD Grenada
        GE Georgia
        GF French Guiana
        GG Guernsey
        GH Ghana
        GI Gibraltar
        GL Greenland
        GM Gambia|Gambia, The|The Gambia
        GN Guinea
        GP Guadeloupe
        GQ Equatorial Guinea
        GR Greece
        GS South Georgia and the South Sandwich Islands
        GT Guatemala
        GU Guam
        GW Guinea-Bissau|Guinea Bissau
        GY Guyana
        HK Hong Kong|China, Hong Kong Special Administrative Region|Hong Kong Special Administrative Region|\
        Hong Kong, China
        HM Heard Island and McDonald Islands
        HN Honduras
        HR Croatia
        HT Haiti
        HU Hungary
        ID Indonesia
        IE Ireland
        IL Israel
        IM Isle of Man|Man, Isle of
        IN India
        IO British Indian Ocean Territory
        IQ Iraq|Iraqi
        IR Iran, Islamic Republic of|Iran|Iran (Islamic Republic of)|Islamic Republic of Iran
        IS Iceland
        IT Italy
        JE Jersey
        JM Jamaica
        JO Jordan|Jordanian
        JP Japan
        KE Kenya
        KG Kyrgyzstan|Kyrgyz Republic
        KH Cambodia
        KI Kiribati
        KM Comoros|Union of the Comoros
        KN Saint Kitts and Nevis|St. Kitts and Nevis|St. Kitts & Nevis
        KP Korea, Democratic People's Republic of|Korea, North|North Korea|Democratic People's Republic of Korea|DPRK|\
        Democratic People’s Republic of Korea|Democratic Peoples Republic of Korea
        KR Korea, Republic of|Korea, South|South Korea|Republic of Korea
        KW Kuwait|Kuwaiti
        KY Cayman Islands
        KZ Kazakhstan
        LA Lao People's Democratic Republic|Laos
        LB Lebanon|Lebanese
        LC Saint Lucia
        LI Liechtenstein
        LK Sri Lanka
        LR Liberia
        LS Lesotho
        LT Lithuania
        LU Luxembourg
        LV Latvia
        LY Libya|Libyan Arab Jamahiriya|State of Libya
        MA Morocco|Moroccan
        MC Monaco
        MD Moldova, Republic of|Moldova|Republic of Moldova
        ME Montenegro
        MF Saint Martin (French part)|Saint Martin
        MG Madagascar
        MH Marshall Islands|Republic of the Marshall Islands
        MK North Macedonia|North Macedonia, The Republic of|Macedonia, The Former Yugoslav Republic of|Macedonia
        ML Mali|Region: Northern Mali
        MM Myanmar|Burma|Myanmar (Burma)
        MN Mongolia
        MO Macao|Macau|China, Macao Special Administrative Region
        MP Northern Mariana Islands
        MQ Martinique
        MR Mauritania
        MS Montserrat
        MT Malta
        MU Mauritius
        MV Maldives
        MW Malawi
        MX Mexico
        MY Malaysia
        MZ Mozambique
        NA Namibia
        NC New Caledonia
        NE Niger
        NF Norfolk Island
        NG Nigeria
        NI Nicaragua
        NL Netherlands|The Netherlands|Netherlands, Kingdom of the
        NO Norway
        NP Nepal
        NR Nauru
        NU Niue
        NZ New Zealand
        OM Oman|Sultanate of Oman
        PA Panama
        PE Peru
        PF French Polynesia
        PG Papua New Guinea
        PH Philippines|The Philippines
        PK Pakistan|Pakistani
        PL Poland
        PM Saint Pierre and Miquelon
        PN Pitcairn
        PR Puerto Rico
        PS Palestine, State of|State of Palestine|Palestinian|Palestinian Territories|Palestinian Authority|Palestine|\
        Occupied Palestinian Territories|\
        West Bank|Region: Gaza|Gaza|Occupied Palestinian Territory
        PT Portugal
        PW Palau
        PY Paraguay
        QA Qatar
        RE Réunion|Reunion
        RO Romania
        RS Serbia
        RU Russian Federation|Russia
        RW Rwanda
        SA Saudi Arabia|Saudi|Kingdom of Saudi Arabia
        SB Solomon Islands
        SC Seychelles
        SD Sudan|Sudanese
        SE Sweden
        SG Singapore
        SH Saint Helena, Ascension and Tristan da Cunha
        SI Slovenia
        SJ Svalbard and Jan Mayen
        SK Slovakia
        SL Sierra Leone
        SM San Marino
        SN Senegal
        SO Somalia|Somali
        SR Suriname
        SS South Sudan
        ST Sao Tome and Principe
        SV El Salvador
        SX Sint Maarten (Dutch part)|Sint Maarten
        SY Syrian Arab Republic|Syria|Syrian
        SZ Eswatini|Swaziland
        TC Turks and Caicos Islands
        TD Chad
        TF French Southern Territories
        TG Togo
        TH Thailand
        TJ Tajikistan
        TK Tokelau
        TL Timor-Leste|East Timor
        TM Turkmenistan
        TN Tunisia|Tunisian
        TO Tonga
        TR Türkiye|Turkey|Turkiye
        TT Trinidad and Tobago
        TV Tuvalu
        TW Taiwan, Province of China|Taiwan
        TZ Tanzania, United Republic of|Tanzania|United Republic of Tanzania
        UA Ukraine|Region: Crimea
        UG Uganda
        UM United States Minor Outlying Islands
        US United States|United States of America|USA|U.S.A.|U.S.
        UY Uruguay
        UZ Uzbekistan
        VA Holy See|Vatican City
        VC Saint Vincent and the Grenadines|St. Vincent and the Grenadines
        VE Venezuela, Bolivarian Republic of|Venezuela|Venezuela (Bolivarian Republic of)
        VG Virgin Islands, British|Virgin Islands (British)|British Virgin Islands
        VI Virgin Islands, U.S.|Virgin Islands (U.S.)|U.S. Virgin Islands
        VN Viet Nam|Vietnam
        VU Vanuatu
        WF Wallis and Futuna
        WS Samoa
        XK Kosovo
        YE Yemen|Yemeni
        YT Mayotte
        ZA South Africa
        ZM Zambia
        ZW Zimbabwe
        """
}
