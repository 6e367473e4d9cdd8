import Formats
import Testing
import Vocabulary

@testable import Readers

/// What is the same on two lists reads the same, and what was printed stays beside it.
@Suite struct NormalFormTests {
    private func normal(_ type: String, _ value: String, kind: String? = nil, _ second: String = "") -> [String] {
        NormalIdentifier.facts(Attribute(.identifier, value, [type, second]), kind: kind).map {
            "\($0.field.rawValue) \($0.display)"
        }
    }

    @Test(
        "A ship's number is seven digits with a check digit, whatever stands around them",
        arguments: [
            ("9562233", "9562233 (imo)"), ("IMO9562233", "9562233 (imo, printed IMO9562233)"),
            ("IMO 9289518", "9289518 (imo, printed IMO 9289518)"),
            ("IMO number: 8405270.", "8405270 (imo, printed IMO number: 8405270.)"),
            // The check digit of 928951 is 8.
            ("9289517", "9289517 (imo, check digit does not fit)"),
        ])
    func imo(printed: String, fact: String) {
        #expect(normal("imo", printed, kind: "vessel") == ["identifier \(fact)"])
    }

    @Test("Two numbers in one cell are two, the former one called so")
    func formerIMO() {
        #expect(
            normal("imo", "IMO 9289518 (formerly 9289520)", kind: "vessel") == [
                "identifier 9289518 (imo, printed IMO 9289518 (formerly 9289520))",
                "identifier 9289520 (imo, printed IMO 9289518 (formerly 9289520), former)",
            ])
    }

    @Test(
        "What has no seven digits is no number of a ship",
        arguments: ["ناخدا", "947115", "0000000", "IMO", "92895181"])
    func noIMO(printed: String) { #expect(normal("imo", printed) == ["remark IMO number: \(printed)"]) }

    @Test("A company's number is told from a ship's by its check digit, but never a vessel's")
    func company() {
        #expect(normal("imo", "5342883") == ["identifier 5342883 (imo_company)"])
        #expect(normal("imo", "5342883", kind: "vessel") == ["identifier 5342883 (imo, check digit does not fit)"])
        #expect(normal("imo_company", "5342883") == ["identifier 5342883 (imo_company)"])
    }

    @Test(
        "MMSI, bank codes and wallets have one form",
        arguments: [
            ("mmsi", "572469210", "", "identifier 572469210 (mmsi)"),
            ("mmsi", "MMSI 572469210", "", "identifier 572469210 (mmsi, printed MMSI 572469210)"),
            ("mmsi", "5724692", "", "remark MMSI: 5724692"),
            ("bic", "vtbrrumm", "", "identifier VTBRRUMM (bic, printed vtbrrumm)"),
            ("bic", "VTBRRUM2 MS2", "", "identifier VTBRRUM2MS2 (bic, printed VTBRRUM2 MS2)"),
            ("bic", "none", "", "identifier none (bic)"),
            ("wallet", "1A", "XBT", "identifier 1A (wallet, XBT)"),
            ("wallet", "1A", "Btc", "identifier 1A (wallet, XBT, printed Btc)"),
            ("wallet", "0xA", "eth", "identifier 0xA (wallet, ETH, printed eth)"),
            ("passport", "a 1", "RU", "identifier a 1 (passport, RU)"),
        ])
    func others(type: String, value: String, second: String, fact: String) {
        #expect(normal(type, value, second) == [fact])
    }

    @Test(
        "Every blank of Unicode is a blank, and what has no width is nothing",
        arguments: [
            "\u{85}", "\u{A0}", "\u{1680}", "\u{2000}", "\u{2003}", "\u{2009}", "\u{200A}", "\u{2028}", "\u{2029}",
            "\u{202F}", "\u{205F}", "\u{3000}", " \u{202F}\t", "\u{200B} ", "\u{FEFF}\u{A0}",
        ])
    func blanks(blank: String) {
        #expect(Whitespace.collapsed("\(blank)Travel\(blank)Ban\(blank)") == "Travel Ban")
        #expect(Whitespace.collapsed("Кан\(blank)漢字") == "Кан 漢字")
    }

    @Test("A character without width joins what it stands in, and no other letter is lost")
    func noWidth() {
        for mark in ["\u{200B}", "\u{2060}", "\u{FEFF}"] { #expect(Whitespace.collapsed("Tra\(mark)vel") == "Travel") }
        let letters = "–‘’“” ‌‍ € ⁠Ⅷ ﷲ ﺀ 、 ሀ Ა Âª ²"
        let kept = letters.unicodeScalars.filter { !["\u{2060}"].contains($0) }
        #expect(Whitespace.collapsed(letters).unicodeScalars.elementsEqual(kept))
    }

    @Test(
        "Addresses of digital currencies are found in words by what proves them",
        arguments: [
            // Addresses that lists print, and one digit of a check sum changed.
            (
                "Digital Currency Address: XBT 3Lpoy53K625zVeE47ZasiG5jGkAxJ27kh1.",
                ["XBT 3Lpoy53K625zVeE47ZasiG5jGkAxJ27kh1"]
            ),
            ("(10) BTC: 3Q8H2ZWMtc4R1M3mkmhnTjCoYKTeCFigDP.", ["XBT 3Q8H2ZWMtc4R1M3mkmhnTjCoYKTeCFigDP"]),
            ("(10) BTC: 3Q8H2ZWMtc4R1M3mkmhnTjCoYKTeCFigDQ.", []),
            ("Tron crypto addresses: TDpwBeBt6KPz2HJRzNNXy62gT1yU1MFLTS", ["TRX TDpwBeBt6KPz2HJRzNNXy62gT1yU1MFLTS"]),
            ("USDT TDpwBeBt6KPz2HJRzNNXy62gT1yU1MFLTS", ["USDT TDpwBeBt6KPz2HJRzNNXy62gT1yU1MFLTS"]),
            ("Ethereum 0xD599Ac04A1C786972b81e0Fef6fb0C3e7b52f8A7", ["ETH 0xD599Ac04A1C786972b81e0Fef6fb0C3e7b52f8A7"]),
            ("0xD599Ac04A1C786972b81e0Fef6fb0C3e7b52f8AZ", []),
            // The examples of BIP 173.
            ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", ["XBT bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"]),
            ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", []),
            ("Registration 1234567890123456789012345678", []),
        ])
    func wallets(text: String, found: [String]) throws {
        #expect(try WalletAddresses.found(in: text).map { "\($0.currency) \($0.address)" } == found)
    }

    @Test(
        "The word for a people is its country's where a person is meant, and two of them are two",
        arguments: [
            ("Russian", ["RU (Russian)"]), ("Russian and Ukrainian", ["RU (Russian)", "UA (Ukrainian)"]),
            ("Russia, Ukraine", ["RU (Russia)", "UA (Ukraine)"]), ("Congolese", ["Congolese"]),
            ("Bosnia and Herzegovina", ["BA (Bosnia and Herzegovina)"]),
            ("Russian and Martian", ["Russian and Martian"]),
            ("Saudi Arabian", ["SA (Saudi Arabian)"]), ("Iran/Iraq", ["IR (Iran)", "IQ (Iraq)"]),
        ])
    func peoples(cell: String, facts: [String]) {
        var found = Facts()
        found.countries(.citizenship, cell)
        #expect(found.sorted.map(\.display).sorted() == facts.sorted())
        var address = Facts()
        address.country(.country, "Russian")
        #expect(address.sorted.map(\.display) == ["Russian"])
    }
}
