internal import Vocabulary

/// The text of a page in UTF-8, whatever its publisher wrote it in: an article with one bad byte is still an article,
/// unlike a list or a rate.
package enum PageEncoding {
    /// UTF-8 where it is, else what the page declares, else windows-1252 as browsers do (WHATWG Encoding, 8.2).
    package static func utf8(_ page: [UInt8]) throws -> [UInt8] {
        if page.isEmpty { throw Fault("empty_file", "the file is empty") }
        if page.starts(with: [0xFF, 0xFE]) {
            return try LegacyText.utf8(page.span.extracting(2..<page.count), from: "UTF-16LE")
        }
        if page.starts(with: [0xFE, 0xFF]) {
            return try LegacyText.utf8(page.span.extracting(2..<page.count), from: "UTF-16BE")
        }
        if page.contains(0) {
            throw Fault("wrong_encoding", "a NUL byte in text", remedy: "The file is damaged or not text.")
        }
        if isUTF8(page) { return page.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(page.dropFirst(3)) : page }
        let declared = declaration(page)
        if declared == "UTF-8" {
            // A publisher that says UTF-8 and sends a stray byte: the rest is what it says.
            return Array(String(decoding: page, as: UTF8.self).utf8)
        }
        if let declared { return try LegacyText.utf8(page.span, from: wider[declared] ?? declared) }
        do {
            return try LegacyText.utf8(page.span, from: "WINDOWS-1252")
        } catch is Fault {
            // Five bytes mean nothing in it; as browsers do, they are passed on as control characters.
            return try LegacyText.utf8(page.span, from: "ISO-8859-1")
        }
    }

    /// What a name means to browsers, and so to those who write pages (WHATWG Encoding, 4.2).
    private static let wider = [
        "GB2312": "GB18030", "GBK": "GB18030", "GB_2312-80": "GB18030", "ISO-8859-1": "WINDOWS-1252",
        "LATIN1": "WINDOWS-1252",
        "US-ASCII": "WINDOWS-1252", "ASCII": "WINDOWS-1252", "ISO-8859-9": "WINDOWS-1254", "SHIFT_JIS": "CP932",
        "SJIS": "CP932",
        "EUC-KR": "CP949", "KS_C_5601-1987": "CP949", "BIG5": "BIG5-HKSCS", "TIS-620": "CP874", "ISO-8859-11": "CP874",
    ]

    private static func isUTF8(_ page: [UInt8]) -> Bool {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: page.span)
            return true
        } catch {
            return false
        }
    }

    /// What stands behind `charset=` or `encoding=` in the first bytes, in capitals.
    private static func declaration(_ page: [UInt8]) -> String? {
        let head = String(decoding: page.prefix(4096).filter { $0 < 0x80 }, as: UTF8.self).lowercased()
        for mark in ["charset=", "encoding="] {
            guard let found = head.firstRange(of: mark) else { continue }
            let rest = head[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
            let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            if !name.isEmpty { return name.uppercased() }
        }
        return nil
    }
}
