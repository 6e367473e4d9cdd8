/// What a line of a page is for, told by its words alone.
enum LineKind {
    /// Opens a block of links to other articles.
    static func opensRelated(_ text: String) -> Bool {
        guard text.utf8.count < 40, let first = text.utf8.first, first >= 0x41 else { return false }
        let words = text.lowercased().split { !$0.isLetter && $0 != "’" && $0 != "'" }.joined(separator: " ")
        return relatedHeadings.contains(words)
    }

    /// Ends in the dots of a teaser.
    static func isTeaser(_ text: String) -> Bool {
        text.hasSuffix("...") || text.hasSuffix("…") || text.hasSuffix("[…]") || text.hasSuffix("[...]")
    }

    /// Whether every word of a line is of sharing and printing.
    static func isShare(_ text: String) -> Bool {
        guard text.utf8.count < 120 else { return false }
        var isAny = false
        for word in text.split(whereSeparator: { !$0.isLetter }) {
            guard shareWords.contains(word.lowercased()) else { return false }
            isAny = true
        }
        return isAny
    }

    /// Consent, copyright, advertising, offers to subscribe: short texts with one of their marks.
    static func isNotice(_ text: String) -> Bool {
        guard text.utf8.count < 400 else { return false }
        return notices.occur(in: text)
    }

    static func isCaption(_ text: String) -> Bool {
        guard text.utf8.count < 500 else { return false }
        return captionMarks.occur(in: text)
    }

    /// A sentence or more.
    static func isProse(_ text: String) -> Bool {
        text.utf8.count >= 60 && endsSentence(text)
    }

    static func endsSentence(_ text: String) -> Bool { text.last { !closing.contains($0) }.map(ends.contains) ?? false }

    private static let ends: Set<Character> = [".", "!", "?", ":", ";", "。", "؟", "۔", "…"]
    private static let closing: Set<Character> = ["\"", "”", "’", "'", "»", ")", "]", " "]

    private static let relatedHeadings: Set<String> = [
        "related", "related coverage", "related articles", "related stories", "related news", "related content",
        "related topics",
        "related posts", "related reading", "related links", "read more", "read also", "read next", "also read",
        "see also",
        "more on this", "more on this story", "more on this topic", "more from", "more stories", "you may also like",
        "you might also like", "recommended", "recommended reading", "recommended for you", "recommended stories",
        "most read", "most popular",
        "trending", "trending now", "top stories", "latest news", "in other news", "don’t miss", "don't miss",
        "keep reading",
        "editor’s picks", "editor's picks", "editors picks", "further reading", "what to read next", "up next",
        "à lire aussi", "lire aussi", "a lire aussi", "sur le même sujet", "lea también", "lee también",
        "te puede interesar",
        "noticias relacionadas", "relacionadas", "leia também", "mehr zum thema", "lesen sie auch", "auch interessant",
        "verwandte artikel",
        "читайте также", "по теме", "материалы по теме", "читайте теж", "ilgili haberler",
        "bunlar da ilginizi çekebilir",
        "اقرأ أيضا", "اقرأ أيضاً", "مواضيع ذات صلة", "أخبار ذات صلة", "بیشتر بخوانید", "مطالب مرتبط", "leggi anche",
    ]
    private static let shareWords: Set<String> = [
        "share", "this", "story", "on", "facebook", "twitter", "x", "whatsapp", "telegram", "email", "e", "mail",
        "print", "copy",
        "link", "linkedin", "reddit", "tweet", "pinterest", "via", "article", "save", "follow", "us", "post",
        "messenger", "page",
        "partager", "compartir", "teilen", "поделиться", "paylaş", "مشاركة", "اشتراک", "partilhar", "condividi", "to",
        "by", "with",
        "send", "a", "in", "friend", "the", "bluesky", "threads", "instagram", "flipboard", "pocket", "line", "viber",
        "comments",
        "comment", "listen", "bookmark", "bookmarks", "gift",
    ]
    private static let notices = Marks(
        [
            "recaptcha", "all rights reserved", "cookie", "privacy policy", "terms of service", "terms of use",
            "terms and conditions",
            "subscribe", "sign up for", "newsletter", "advertisement", "©", "click here", "follow us on",
            "download the app",
            "this site is protected", "this website uses", "create an account", "log in to", "already a subscriber",
            "your email",
            "registered in england", "story continues below", "article continues", "support our journalism",
            "make a donation",
            "thomson reuters trust principles",
        ], isExact: false)
    private static let captionMarks = Marks(
        [
            "Photo:", "Photo by", "PHOTO:", "Image:", "Images:", "File photo", "FILE PHOTO", "FILE -", "Picture:",
            "Photograph:", "Photo credit",
            "/Handout", "via REUTERS", "via AP", "/Getty Images", "Getty Images", "/AFP", "(AP Photo", "REUTERS/",
            "Foto:", "Фото:", "Fotoğraf:",
            "[Photo", "[File", "[Reuters]", "[AP]",
        ], isExact: true)
}
