/// Finds the headline of a page among what it calls its titles.
enum Headline {
    /// Letters and digits only, in small letters: what two writings of a headline have in common.
    static func normalised(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.lowercased().unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                }))
    }

    /// Without the name of the site behind it.
    static func withoutSite(_ title: String, _ site: String) -> String {
        var title = cleaned(title)
        for separator in [" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • ", " / ", " « "] {
            guard let found = title.ranges(of: separator).last else { continue }
            let (front, back) = (String(title[..<found.lowerBound]), String(title[found.upperBound...]))
            let isSite =
                !site.isEmpty
                && (normalised(back).contains(normalised(site)) || normalised(site).contains(normalised(back)))
            // A part of a headline behind a dash is as long as the rest; a site's name is not.
            let isShort =
                back.split(separator: " ").count <= 4
                && front.split(separator: " ").count > back.split(separator: " ").count
                && front.utf8.count >= 15
            if isSite || isShort && separator != " / " { title = front }
        }
        return title
    }

    /// White space collapsed; control characters and marks of direction taken out: nothing of a headline needs them.
    static func cleaned(_ text: String) -> String {
        if isClean(text) { return text }
        let plain = text.unicodeScalars.map { scalar -> Character in
            scalar.properties.isWhitespace ? " " : Character(scalar)
        }.filter { character in
            character.unicodeScalars.allSatisfy { scalar in
                let kind = scalar.properties.generalCategory
                return kind != .control && !(kind == .format && scalar.value != 0x200C && scalar.value != 0x200D)
            }
        }
        return String(plain).split(separator: " ").joined(separator: " ")
    }

    /// Most lines are: single blanks, no control character and no mark of direction.
    private static func isClean(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var before: UInt8 = 32
            for (index, byte) in bytes.enumerated() {
                if byte < 0x80 {
                    if byte < 0x20 || byte == 0x7F || byte == 32 && before == 32 { return false }
                } else if byte >= 0xC2, index + 2 < bytes.count || byte < 0xE0 && index + 1 < bytes.count,
                    isSuspect(byte, bytes[index + 1], index + 2 < bytes.count ? bytes[index + 2] : 0)
                {
                    return false
                }
                before = byte
            }
            return before != 32
        }
    }

    /// Whether a character in UTF-8 may be a blank, a control character or a mark: U+0080...A0, AD, 061C, 180E, 2000...200F,
    /// 2028...202F, 205F...206F, 3000, FEFF and the tags of plane 14.
    private static func isSuspect(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch first {
        case 0xC2: second <= 0xA0 || second == 0xAD
        case 0xD8: second == 0x9C
        case 0xE1: second == 0x9A && third == 0x80 || second == 0xA0 && third == 0x8E
        case 0xE2: second == 0x80 && (third <= 0x8F || (0xA8...0xAF).contains(third)) || second == 0x81 && third >= 0x9F
        case 0xE3: second == 0x80 && third == 0x80
        case 0xEF: second == 0xBB && third == 0xBF
        case 0xF3: true
        default: false
        }
    }

    /// The headline of a web page; empty where it has none.
    ///
    /// - Parameter structured: what the page's JSON-LD says.
    static func of(_ page: WebPage, structured: String, site: String) -> String {
        let shared = page.meta("og:title", "twitter:title", "dc.title", "title", "headline").map { cleaned($0) } ?? ""
        let titles = page.blocks.filter { $0.element == .heading1 && !page.isSurrounding($0.surrounding) }
            .map { cleaned(page.text($0)) }.filter { $0.utf8.count >= 10 }
        let named = page.blocks.filter {
            $0.names.contains(.headline) && $0.element == .heading && !page.isSurrounding($0.surrounding)
        }
        .map { cleaned(page.text($0)) }.filter { $0.utf8.count >= 15 }
        let said = [cleaned(structured), shared, cleaned(page.title)].map { normalised($0) }.filter { !$0.isEmpty }
        // What the page shows as its headline and also says elsewhere is the headline.
        for title in titles + named {
            let wanted = normalised(title)
            // What stands at the end of a title is the name of the site.
            if !wanted.isEmpty,
                said.contains(where: { $0.hasPrefix(wanted) || $0.contains(wanted) && wanted.count * 2 > $0.count })
            {
                return title
            }
        }
        if !structured.isEmpty { return withoutSite(structured, site) }
        if titles.count == 1, shared.isEmpty { return titles[0] }
        if !shared.isEmpty { return withoutSite(shared, site) }
        if let first = titles.first { return first }
        return withoutSite(page.title, site)
    }

    /// Whether a line of a text can be its headline.
    static func isHeadline(_ line: Line) -> Bool {
        let words = line.text.split(separator: " ")
        guard words.count >= 3, words.count <= 30, line.text.utf8.count <= 300, line.linked < 0.8 else { return false }
        if line.isHeading { return true }
        return !line.text.hasSuffix(".") && !DateLine.isDateLine(line.text) && Byline.names(line.text) == nil
            && !LineKind.isCaption(line.text) && !LineKind.isNotice(line.text) && !LineKind.isShare(line.text)
            && !LineKind.opensRelated(line.text) && !line.names.contains(.byline) && line.text.utf8.count >= 20
    }
}
