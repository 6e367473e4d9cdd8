internal import Vocabulary

/// What the two files of OpenSanctions have in common.
enum OpenSanctions {
    /// What is listed, by the schema that the publisher files it under; wallets, securities and what is new are other.
    static func kind(_ schema: String) -> String {
        switch schema {
        case "Person": "person"
        case "Organization", "Company", "LegalEntity", "PublicBody": "organisation"
        case "Vessel": "vessel"
        case "Airplane": "aircraft"
        default: "other"
        }
    }

    /// `ru` is `RU`. Longer codes are parts of countries and former ones (`suhh`, the Soviet Union): they stay words.
    static func country(_ code: String) -> String {
        let isCode = code.utf8.count == 2 && code.utf8.allSatisfy { (97...122).contains($0 | 0x20) }
        return isCode ? code.uppercased() : code
    }

    /// The day of an instant as printed, `2024-05-01T03:10:22`.
    static func day(_ instant: String) -> String { String(instant.prefix(10)) }
}
