/// What the names that page authors give to parts of a page say about them.
enum Boilerplate {
    /// Whether a `class`, `id` or `role` names what stands around an article: related coverage, share lines, consent
    /// boxes, comments.
    static func isNamed(_ value: ArraySlice<UInt8>) -> Bool {
        // Authoring systems put a page's every property into one attribute; such a list says nothing of the part.
        guard value.count < 160 else { return false }
        var word: [UInt8] = []
        word.reserveCapacity(16)
        var before: UInt8 = 0
        for byte in value {
            let isLetter = byte | 0x20 >= 97 && byte | 0x20 <= 122
            // `relatedArticles` is two words.
            let isHump = isLetter && byte < 97 && before >= 97
            if (!isLetter || isHump) && !word.isEmpty {
                if words.contains(packed(word)) { return true }
                word.removeAll(keepingCapacity: true)
            }
            if isLetter { word.append(byte | 0x20) }
            before = byte
        }
        return !word.isEmpty && words.contains(packed(word))
    }

    private static func packed(_ word: [UInt8]) -> UInt64 { Element.packed(word[...]) }

    private static let words: Set<UInt64> = {
        let list = """
            related recommended recommend recommendation recommendations trending popular mostread mostpopular share \
            shares sharing sharebar social socials newsletter newsletters subscribe subscription signup cookie cookies consent \
            gdpr promo promos promoted promotion sidebar comment comments commentlist disqus nav navbar navigation menu \
            breadcrumb breadcrumbs footer ad ads advert advertisement advertising adsense sponsor sponsored banner popup modal \
            overlay widget widgets pagination pager toolbar masthead teaser teasers outbrain taboola \
            readmore morestories readnext upnext donate login search copyright disclaimer skip printonly \
            contentinfo complementary captcha recaptcha navbox livestream ticker latest
            """
        return Set(list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { packed(Array($0.utf8)) })
    }()
}
