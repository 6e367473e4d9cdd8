internal import Formats
internal import Vocabulary

/// Addresses of digital currencies in free words: those that prove themselves by their check sum, and Ethereum's by their
/// form; which currency is meant is said by the word before, else by the form.
enum WalletAddresses {
    struct Found {
        var address: String
        var currency: String
    }

    /// In the order of the text, each once.
    static func found(in text: String) throws -> [Found] {
        // Most remarks hold no word of that length.
        guard longestWord(text) >= 26 else { return [] }
        var found: [Found] = []
        var currency = ""
        for word in text.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber)) }) {
            let chain = word.utf8.count >= 26 ? try self.chain(of: String(word)) : ""
            if chain.isEmpty {
                // A word for a currency holds for the addresses behind it, up to the next one.
                currency = currencies[word.lowercased()] ?? currency
            } else if !found.contains(where: { $0.address == word }) {
                found.append(Found(address: String(word), currency: fits(currency, chain) ? currency : chain))
            }
        }
        return found
    }

    private static func longestWord(_ text: String) -> Int {
        var longest = 0
        var length = 0
        for byte in text.utf8 {
            let isWord = (48...57).contains(byte) || (97...122).contains(byte | 0x20)
            length = isWord ? length + 1 : 0
            longest = max(longest, length)
        }
        return longest
    }

    private static let currencies = [
        "btc": "XBT", "xbt": "XBT", "bitcoin": "XBT", "eth": "ETH", "ethereum": "ETH", "trx": "TRX", "tron": "TRX",
        "usdt": "USDT", "tether": "USDT", "usdc": "USDC", "ltc": "LTC", "litecoin": "LTC", "doge": "DOGE",
        "bnb": "BNB", "bsc": "BSC", "arb": "ARB", "etc": "ETC",
    ]

    /// A word before may be of another address's chain: Bitcoin's stand on no other, and the others on none of Bitcoin's.
    private static func fits(_ currency: String, _ chain: String) -> Bool {
        switch chain {
        case "XBT", "LTC", "DOGE": currency == chain
        case "TRX": ["TRX", "USDT", "USDC"].contains(currency)
        default: !["", "XBT", "LTC", "DOGE", "TRX"].contains(currency)
        }
    }

    /// The currency whose address a word is by its form; empty where it is none.
    private static func chain(of word: String) throws -> String {
        let bytes = Array(word.utf8)
        if word.hasPrefix("0x"), bytes.count == 42 {
            let isHex = bytes.dropFirst(2).allSatisfy { (48...57).contains($0) || (97...102).contains($0 | 0x20) }
            return isHex ? "ETH" : ""
        }
        if word.lowercased().hasPrefix("bc1") { return isBech32(Array(word.lowercased().utf8)) ? "XBT" : "" }
        guard bytes.count <= 35, let payload = base58(bytes), payload.count == 25 else { return "" }
        let first = try Digest.sha256(Array(payload[..<21]).span)
        let sum = try Digest.sha256(first.span)
        guard sum.prefix(4).elementsEqual(payload[21...]) else { return "" }
        switch payload[0] {
        case 0x00, 0x05: return "XBT"
        case 0x41: return "TRX"
        case 0x30, 0x32: return "LTC"
        case 0x1E: return "DOGE"
        default: return ""
        }
    }

    /// Base 58 without the letters that look like others (0, O, I, l).
    private static func base58(_ bytes: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        for byte in bytes {
            guard var carry = alphabet.firstIndex(of: byte) else { return nil }
            for index in result.indices {
                carry += Int(result[index]) * 58
                result[index] = UInt8(carry & 0xFF)
                carry >>= 8
            }
            while carry > 0 {
                result.append(UInt8(carry & 0xFF))
                carry >>= 8
            }
        }
        let zeros = bytes.prefix { $0 == alphabet[0] }.count
        return [UInt8](repeating: 0, count: zeros) + result.reversed()
    }

    private static let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)

    private static let generators: [UInt32] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]

    /// The check of BIP 173 and 350, for addresses of the main network.
    private static func isBech32(_ bytes: [UInt8]) -> Bool {
        let letters = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
        var values: [UInt32] = [3, 3, 0, 2, 3]
        for byte in bytes.dropFirst(3) {
            guard let value = letters.firstIndex(of: byte) else { return false }
            values.append(UInt32(value))
        }
        var check: UInt32 = 1
        for value in values {
            let top = check >> 25
            check = (check & 0x1FF_FFFF) << 5 ^ value
            for bit in generators.indices where (top >> UInt32(bit)) & 1 == 1 { check ^= generators[bit] }
        }
        return check == 1 || check == 0x2BC8_30A3
    }
}

extension Facts {
    /// Free words, with the addresses of digital currencies that stand in them.
    mutating func text(_ label: String, _ value: String) throws {
        remark(label, value)
        for wallet in try WalletAddresses.found(in: value) {
            add(.identifier, wallet.address, ["wallet", wallet.currency])
        }
    }
}
