/// What a page says of itself and shows, before anything is made of it.
struct WebPage {
    /// A stretch of text that stands by itself: a paragraph, a heading, the text of a box.
    struct Block {
        var element: Element
        /// Bytes of `text`.
        var start: Int
        var end: Int
        /// How many of them are in links.
        var linked = 0
        /// The container it is in, an index of `containers`.
        var container: Int
        /// The part around the article that it belongs to, an index of `surroundings`; -1: none.
        var surrounding: Int
        var names = BlockNames()
    }
    /// What the names of the elements around a block say.
    struct BlockNames: OptionSet {
        var rawValue: UInt8
        static let byline = BlockNames(rawValue: 1)
        static let date = BlockNames(rawValue: 2)
        static let caption = BlockNames(rawValue: 4)
        static let updated = BlockNames(rawValue: 8)
        static let headline = BlockNames(rawValue: 16)
    }
    struct Container {
        var parent: Int
        var element: Element
        /// The author of the page says that this is the article's text.
        var isArticleBody = false
    }
    /// A `<time>` or what is marked up like one.
    struct Stamp {
        var value: String
        /// The block in which it stands or before which it stands.
        var block: Int
        var isUpdate = false
        /// Marked as the date of publication.
        var isPublication = false
        var surrounding = -1
    }
    var text: [UInt8] = []
    var blocks: [Block] = []
    var containers: [Container] = []
    /// Whether each part around the article is one: not where the headline is in it.
    var surroundings: [Bool] = []
    var stamps: [Stamp] = []
    var title = ""
    /// `property`, `name` or `itemprop` in small letters, and `content`.
    var metas: [(name: String, content: String)] = []
    /// The texts of `application/ld+json`.
    var jsonLD: [[UInt8]] = []
    var canonical = ""
    var language = ""

    func text(_ block: Block) -> String { String(decoding: text[block.start..<block.end], as: UTF8.self) }
    func meta(_ names: String...) -> String? {
        for name in names {
            if let found = metas.first(where: { $0.name == name && !$0.content.isEmpty }) { return found.content }
        }
        return nil
    }
    func isSurrounding(_ index: Int) -> Bool { index >= 0 && surroundings[index] }
}
