internal import Formats

/// Walks once through the pieces of a page and keeps what an article may be made of.
struct PageWalk {
    private var page = WebPage()
    private var open: [Frame] = []
    private var start = 0
    private var linked = 0
    private var isSpaced = true
    private var script: [UInt8] = []
    private var attributes = Attributes()

    private struct Frame {
        var element: Element
        var name: UInt64
        var container: Int
        var surrounding: Int
        var names: WebPage.BlockNames
        var isHidden: Bool
        var isLinked: Bool
        var collects: Bool
    }
    /// Of the element that just began.
    private struct Attributes {
        var values: [(name: UInt64, range: Range<Int>)] = []
        subscript(_ name: StaticString) -> Range<Int>? {
            let packed = Element.packed(name)
            return values.first { $0.name == packed }?.range
        }
    }

    static func read(_ bytes: [UInt8]) throws -> WebPage {
        let source = try HTMLPieces(bytes)
        var walk = PageWalk()
        walk.page.text.reserveCapacity(source.text.count / 2)
        walk.page.containers.append(.init(parent: -1, element: .body))
        walk.open.append(
            Frame(
                element: .page, name: 0, container: 0, surrounding: -1, names: [], isHidden: false, isLinked: false,
                collects: false))
        walk.take(source)
        walk.flush()
        return walk.page
    }

    private mutating func take(_ source: HTMLPieces) {
        let pieces = source.pieces
        var index = 0
        while index < pieces.count {
            let piece = pieces[index]
            index += 1
            switch piece.kind {
            case .start:
                attributes.values.removeAll(keepingCapacity: true)
                while index < pieces.count, pieces[index].kind == .attribute {
                    note(pieces[index], source.text)
                    index += 1
                }
                begin(source.text[piece.start..<piece.end], source.text)
            case .text: add(source.text, piece.start..<piece.end)
            case .end: finish(source.text[piece.start..<piece.end])
            case .attribute: break
            }
        }
    }

    private mutating func note(_ piece: HTMLPieces.Piece, _ text: [UInt8]) {
        var mark = piece.start
        while mark < piece.end, text[mark] != UInt8(ascii: "=") { mark += 1 }
        attributes.values.append((Element.packed(text[piece.start..<mark]), min(mark + 1, piece.end)..<piece.end))
    }

    private func value(_ name: StaticString, _ text: [UInt8]) -> String {
        attributes[name].map { String(decoding: text[$0], as: UTF8.self) } ?? ""
    }

    private mutating func begin(_ name: ArraySlice<UInt8>, _ text: [UInt8]) {
        let element = Element(name)
        guard let outer = open.last else { return }
        var frame = outer
        frame.element = element
        frame.name = Element.packed(name)
        frame.collects = false
        if element.breaksLine { flush() } else if element == .inline || element == .time { separate() }
        switch element {
        case .page: if page.language.isEmpty { page.language = value("lang", text) }
        case .meta: meta(text)
        case .link: if value("rel", text) == "canonical" { page.canonical = value("href", text) }
        case .script:
            frame.isHidden = true
            frame.collects =
                attributes["type"].map { String(decoding: text[$0], as: UTF8.self).contains("ld+json") } ?? false
            script.removeAll(keepingCapacity: true)
        case .anchor: frame.isLinked = true
        default: break
        }
        if !outer.isHidden { look(element, &frame, text) }
        if element.isContainer {
            page.containers.append(.init(parent: outer.container, element: element))
            frame.container = page.containers.count - 1
            page.containers[frame.container].isArticleBody = isArticleBody(text)
        }
        if element == .heading1, frame.surrounding >= 0 { page.surroundings[frame.surrounding] = false }
        open.append(frame)
    }

    /// What the names of an element say of everything in it.
    private mutating func look(_ element: Element, _ frame: inout Frame, _ text: [UInt8]) {
        if element == .hidden || attributes["hidden"] != nil { frame.isHidden = true }
        let isRoot = element == .page || element == .body || element == .article || element == .main
        var isSurrounding = element.isBoilerplate
        for name: StaticString in ["class", "id", "role", "data-testid", "itemprop", "rel"] {
            guard let range = attributes[name] else { continue }
            if !isRoot, frame.surrounding < 0, element != .anchor, element != .inline, element != .time,
                Boilerplate.isNamed(text[range])
            {
                isSurrounding = true
            }
            frame.names.formUnion(BlockNaming.names(text[range]))
        }
        if isSurrounding, frame.surrounding < 0 {
            page.surroundings.append(true)
            frame.surrounding = page.surroundings.count - 1
        }
        if element == .time || attributes["itemprop"] != nil || attributes["title"] != nil {
            stamp(element, frame, text)
        }
    }

    private mutating func stamp(_ element: Element, _ frame: Frame, _ text: [UInt8]) {
        let property = value("itemprop", text)
        var found = ""
        if element == .time || property.hasPrefix("date") {
            found = value("datetime", text)
            if found.isEmpty { found = value("content", text) }
        } else if frame.names.contains(.date) {
            found = value("title", text)
        }
        guard !found.isEmpty else { return }
        page.stamps.append(
            WebPage.Stamp(
                value: found, block: page.blocks.count,
                isUpdate: frame.names.contains(.updated) || property == "dateModified",
                isPublication: property == "datePublished"
                    || attributes["class"].map { BlockNaming.saysPublished(text[$0]) } ?? false
                    || attributes["pubdate"] != nil,
                surrounding: frame.surrounding))
    }

    private mutating func meta(_ text: [UInt8]) {
        var name = value("property", text)
        if name.isEmpty { name = value("name", text) }
        if name.isEmpty { name = value("itemprop", text) }
        if name.isEmpty { name = value("http-equiv", text) }
        guard !name.isEmpty else { return }
        page.metas.append((name.lowercased(), value("content", text)))
    }

    private func isArticleBody(_ text: [UInt8]) -> Bool {
        if value("itemprop", text) == "articleBody" { return true }
        return attributes["class"].map { BlockNaming.isArticleBody(text[$0]) } ?? false
            || attributes["id"].map { BlockNaming.isArticleBody(text[$0]) } ?? false
    }

    private mutating func add(_ text: [UInt8], _ range: Range<Int>) {
        guard let frame = open.last else { return }
        if frame.collects { script.append(contentsOf: text[range]) }
        guard !frame.isHidden else { return }
        if frame.element == .title {
            if page.title.isEmpty { page.title = String(decoding: text[range], as: UTF8.self) }
            return
        }
        let before = page.text.count
        for index in range {
            let byte = text[index]
            if byte == 32 || byte &- 9 < 5 {
                if !isSpaced { page.text.append(32) }
                isSpaced = true
            } else {
                page.text.append(byte)
                isSpaced = false
            }
        }
        if frame.isLinked { linked += page.text.count - before }
    }

    private mutating func separate() {
        guard !isSpaced, let element = open.last?.element, element != .paragraph, element != .anchor else { return }
        page.text.append(32)
        isSpaced = true
    }

    private mutating func finish(_ name: ArraySlice<UInt8>) {
        let packed = Element.packed(name)
        guard open.count > 1, let index = open.lastIndex(where: { $0.name == packed }), index > 0 else { return }
        let element = open[index].element
        if element.breaksLine { flush() } else if element == .inline || element == .time { separate() }
        if open[index].collects { page.jsonLD.append(script) }
        open.removeSubrange(index...)
    }

    /// Ends the block at hand, in the state of the element that is open.
    private mutating func flush() {
        defer {
            linked = 0
            isSpaced = true
        }
        guard let frame = open.last, page.text.count > start else { return }
        var end = page.text.count
        while end > start, page.text[end - 1] == 32 { end -= 1 }
        if end > start {
            let inner = open.last { $0.element.breaksLine } ?? frame
            page.blocks.append(
                WebPage.Block(
                    element: inner.element, start: start, end: end, linked: min(linked, end - start),
                    container: frame.container, surrounding: frame.surrounding, names: frame.names))
        }
        start = page.text.count
    }
}
