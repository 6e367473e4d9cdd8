internal import Vocabulary

/// The one form that a number has on every list, so that two lists can be compared: a ship's IMO number as seven digits, an
/// MMSI as nine, a bank's code in capitals, a wallet with its currency. What was printed otherwise stays beside it.
enum NormalIdentifier {
    /// - Parameter kind: what the entry is, where that is known.
    static func facts(_ fact: Attribute, kind: String?) -> [Attribute] {
        guard fact.field == .identifier, let type = fact.qualifiers.first else { return [fact] }
        switch type {
        case "imo", "imo_company": return imo(fact, type, isVessel: kind == "vessel")
        case "mmsi":
            guard let number = runs(of: 9, in: fact.value).only else { return [remark("MMSI", fact)] }
            return [normal(fact, number)]
        case "bic": return [bic(fact)]
        case "wallet": return [wallet(fact)]
        default: return [fact]
        }
    }

    // MARK: IMO

    /// `IMO9562233`, `IMO 9289518 (formerly 9289520)`. What has no seven digits is no IMO number, and neither is 0000000.
    private static func imo(_ fact: Attribute, _ type: String, isVessel: Bool) -> [Attribute] {
        let numbers = runs(of: 7, in: fact.value).filter { $0 != "0000000" }
        guard let first = numbers.first else { return [remark("IMO number", fact)] }
        let former = fact.value.lowercased()
        let isFormer = ["former", "previous"].contains { former.contains($0) }
        return [imo(fact, first, type, isVessel: isVessel)]
            + numbers.dropFirst().map { number in
                var other = imo(fact, number, type, isVessel: isVessel)
                if isFormer { other.qualifiers.append("former") }
                return other
            }
    }

    private static func imo(_ fact: Attribute, _ number: String, _ type: String, isVessel: Bool) -> Attribute {
        var result = normal(fact, number)
        if type == "imo" ? isShip(number) : isCompany(number) { return result }
        // Publishers call both an IMO number.
        if type == "imo", !isVessel, isCompany(number) {
            result.qualifiers[0] = "imo_company"
        } else {
            result.qualifiers.append("check digit does not fit")
        }
        return result
    }

    /// The last digit is that of the first six, weighed 7 to 2 (IMO resolution A.1117(30)).
    static func isShip(_ number: String) -> Bool {
        let digits = number.utf8.map { Int($0) - 48 }
        return digits.count == 7 && zip(digits, [7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 } % 10 == digits[6]
    }

    /// Companies and registered owners: weighed 8, 6, 4, 2, 9, 7, what is missing to eleven (IMO circular letter 2554).
    static func isCompany(_ number: String) -> Bool {
        let digits = number.utf8.map { Int($0) - 48 }
        guard digits.count == 7 else { return false }
        let sum = zip(digits, [8, 6, 4, 2, 9, 7]).reduce(0) { $0 + $1.0 * $1.1 }
        return (11 - sum % 11) % 10 == digits[6]
    }

    // MARK: banks and wallets

    /// Eight letters and digits, or eleven (ISO 9362).
    private static func bic(_ fact: Attribute) -> Attribute {
        let code = fact.value.uppercased().filter { $0 != " " }
        let bytes = Array(code.utf8)
        let isCode =
            [8, 11].contains(bytes.count) && bytes.prefix(6).allSatisfy { (65...90).contains($0) }
            && bytes.dropFirst(6).allSatisfy { (65...90).contains($0) || (48...57).contains($0) }
        return isCode ? normal(fact, code) : fact
    }

    /// Bitcoin is called XBT and BTC.
    private static func wallet(_ fact: Attribute) -> Attribute {
        var fact = fact
        guard fact.qualifiers.count > 1 else { return fact }
        let printed = fact.qualifiers[1]
        let code = printed.uppercased()
        fact.qualifiers[1] = ["BTC", "BITCOIN"].contains(code) ? "XBT" : ["ETHEREUM": "ETH"][code] ?? code
        if fact.qualifiers[1] != printed { fact.qualifiers.append("printed \(printed)") }
        return fact
    }

    // MARK: shared

    private static func normal(_ fact: Attribute, _ value: String) -> Attribute {
        guard fact.value != value else { return fact }
        var result = fact
        result.value = value
        if result.qualifiers.count < 2 { result.qualifiers.append("") }
        result.qualifiers.append("printed \(fact.value)")
        return result
    }

    private static func remark(_ label: String, _ fact: Attribute) -> Attribute {
        let notes = fact.qualifiers.dropFirst().filter { !$0.isEmpty }
        return Attribute(.remark, "\(label): \(([fact.value] + notes).joined(separator: "; "))")
    }

    /// Runs of exactly so many digits, each once, in their order.
    private static func runs(of count: Int, in text: String) -> [String] {
        text.split { !($0.isASCII && $0.isNumber) }.filter { $0.utf8.count == count }.map { String($0) }.uniqued()
    }
}

extension [String] {
    /// The one element of a list of one.
    fileprivate var only: String? { count == 1 ? self[0] : nil }
}
