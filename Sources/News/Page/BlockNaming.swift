/// What the names of elements say about the text in them.
enum BlockNaming {
    static func names(_ value: ArraySlice<UInt8>) -> WebPage.BlockNames {
        guard value.count < 160 else { return [] }
        var names = WebPage.BlockNames()
        if has(value, "byline") || has(value, "author") || has(value, "writer") { names.insert(.byline) }
        if has(value, "date") || has(value, "time") || has(value, "publish") || has(value, "posted") {
            names.insert(.date)
        }
        if has(value, "modif") || has(value, "update") { names.insert(.updated) }
        if has(value, "caption") || has(value, "credit") { names.insert(.caption) }
        if has(value, "headline") || has(value, "entry-title") || has(value, "post-title")
            || has(value, "article-title")
        {
            names.insert(.headline)
        }
        return names
    }

    static func saysPublished(_ value: ArraySlice<UInt8>) -> Bool { has(value, "publish") }

    static func isArticleBody(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.count < 160 else { return false }
        for name: StaticString in [
            "article-body", "articlebody", "article__body", "article_body", "article-content", "article__content",
            "entry-content", "post-content",
            "post-body", "story-body", "story__body", "storybody", "article-text", "story-content", "news-text",
            "detail-text",
        ] where has(value, name) { return true }
        return false
    }

    /// Whether the text stands there, in capitals or not.
    private static func has(_ value: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
        text.withUTF8Buffer { text in
            let last = value.endIndex - text.count
            guard last >= value.startIndex else { return false }
            for start in value.startIndex...last where value[start] | 0x20 == text[0] {
                var same = 1
                while same < text.count, value[start + same] | 0x20 == text[same] | 0x20 { same += 1 }
                if same == text.count { return true }
            }
            return false
        }
    }
}
