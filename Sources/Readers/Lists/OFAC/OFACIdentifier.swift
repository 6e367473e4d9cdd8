internal import Vocabulary

/// Numbers and addresses of the remarks: `Passport A0002987 (Iran) issued 1999`, `MMSI 572469210`.
enum OFACIdentifier {
    /// Then comes the chain.
    static let walletLabel = "Digital Currency Address - "

    /// The product's name for a label of the publisher's, or nil.
    static func type(ofLabel label: String) -> String? { typesByLabel[label] }

    private static let typesByLabel = Dictionary(uniqueKeysWithValues: types.map { ($0.label, $0.type) })

    /// Qualifiers: type, country or currency, then what the publisher adds about validity.
    static func fact(_ text: String) -> Attribute? {
        if text.hasPrefix(walletLabel) { return wallet(text) }
        guard let (label, type) = types.first(where: { text.hasPrefix($0.label + " ") }) else { return nil }
        var number = text.dropFirst(label.count + 1)
        if number.hasPrefix("# ") { number = number.dropFirst(2) }
        var validity = ""
        if let start = firstWord([" issued ", " expires "], in: number) {
            validity = collapsed(number[start...])
            number = number[..<start]
        }
        var country = ""
        if number.hasSuffix(")"), let open = number.lastIndex(of: "(") {
            let name = number[number.index(after: open)...].dropLast()
            // `Public Registration Number 1087746669845 (Russia)` but `RNE (W031645-8)`: only names are countries.
            if !name.isEmpty, !name.utf8.contains(where: { (48...57).contains($0) }) {
                country = Countries.codeOrName(collapsed(name))
                number = number[..<open]
            }
        }
        let value = collapsed(number)
        guard !value.isEmpty else { return nil }
        return Attribute(.identifier, value, [type, country] + (validity.isEmpty ? [] : [validity]))
    }

    /// `Digital Currency Address - XBT 12QtD5…`; the label of the chain is the publisher's and not always right.
    private static func wallet(_ text: String) -> Attribute? {
        let words = text.dropFirst(walletLabel.count).split(separator: " ")
        return words.count == 2 ? Attribute(.identifier, String(words[1]), ["wallet", String(words[0])]) : nil
    }

    private static func firstWord(_ words: [String], in text: Substring) -> Substring.Index? {
        let bytes = Array(text.utf8)
        for start in bytes.indices where bytes[start] == 32 {
            if words.contains(where: { bytes[start...].starts(with: $0.utf8) }) {
                return text.utf8.index(text.startIndex, offsetBy: start)
            }
        }
        return nil
    }

    /// The publisher's labels, longest first where one begins like another, and the product's names for them.
    private static let types: [(label: String, type: String)] = {
        var types: [(label: String, type: String)] = [
            ("Vessel Registration Identification IMO", "imo"), ("IMO", "imo"), ("MMSI", "mmsi"),
            ("Identification Number IMO", "imo_company"), ("Company Number IMO", "imo_company"),
            ("Passport", "passport"), ("National ID No.", "national_id"), ("Tax ID No.", "tax"),
            ("Registration Number", "registration"), ("SWIFT/BIC", "bic"), ("D-U-N-S Number", "duns"),
            ("Aircraft Tail Number", "aircraft_tail"), ("Aircraft Manufacturer's Serial Number (MSN)", "aircraft_msn"),
            ("Aircraft Construction Number (also called L/N or S/N or F/N)", "aircraft_construction"),
        ]
        for label in named { types.append((label, typeName(label))) }
        return types.sorted { $0.label.utf8.count > $1.label.utf8.count }
    }()

    /// `R.F.C.` is `rfc`, `Cedula No.` is `cedula`, `Company Number` is `company`.
    private static func typeName(_ label: String) -> String {
        let words = label.split(separator: " ").filter { !["No.", "No", "Number", "#"].contains($0) }
        let letters = words.joined(separator: "_").lowercased().utf8.filter {
            (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_")
        }
        return String(decoding: letters, as: UTF8.self)
    }

    // The identification types of SDN.XML and of the consolidated list, as far as they are numbers.
    private static let named = """
        Afghan Money Service Provider License Number|Aircraft Mode S Transponder Code|Aircraft Serial Identification|\
        BIK (RU)|Birth Certificate Number|Branch Unit Number|Business Number|Business Registration Document|\
        Business Registration Number|C.I.F.|C.R. No.|C.U.I.|C.U.I.P.|C.U.I.T.|C.U.R.P.|\
        Cartilla de Servicio Militar Nacional|Cedula No.|Central Registration System Number|\
        Certificate of Incorporation Number|Chamber of Commerce Number|Chinese Commercial Code|Citizen's Card Number|\
        Commercial Registry Number|Company Number|Credencial electoral|D.N.I.|Diplomatic Passport|Driver's License No.|\
        Dubai Chamber of Commerce Membership No.|Electoral Registry No.|Enterprise Number|File Number|Fiscal Code|\
        Folio Mercantil No.|Government Gazette Number|I.F.E.|Identification Number|Immigration No.|ISIN|\
        Istanbul Chamber of Comm. No.|Italian Fiscal Code|Kenyan ID No.|LE Number|Legal Entity Number|License|\
        Matricula Mercantil No|MICEX Code|Moroccan Personal ID No.|MSB Registration Number|N.I.E.|\
        National Foreign ID Number|NIT|Numero de Identidad|Numero Unico de Identificacao Tributaria (NUIT)|\
        Paraguayan tax identification number|Personal ID Card|Pilot License Number|Previous Aircraft Tail Number|\
        Public Registration Number|Public Security and Immigration No.|R.F.C.|Refugee ID Card|\
        Registered Charity No.|Registration ID|Residency Number|RFC|RIF|Romanian C.R.|Romanian Permanent Resident|\
        Romanian Tax Registration|RSIN|RTN|RUC|Seafarer's Identification Document|Serial No.|SRE Permit No.|SSN|\
        Stateless Person ID Card|Stateless Person Passport|Tarjeta Profesional|Tazkira National ID Card|\
        Tourism License No.|Trade License No.|Travel Document Number|Turkish Identification Number|\
        UAE Identification|UK Company Number|Unified Social Credit Code (USCC)|\
        United Social Credit Code Certificate (USCCC)|US FEIN|V.A.T. Number|VisaNumberID
        """.split(separator: "|").map { String($0) }
}
