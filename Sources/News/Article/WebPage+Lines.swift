internal import Vocabulary

extension WebPage {
    /// The lines of the page in order, with what is the article marked.
    func lines() -> [Line] {
        let article = articleContainer()
        var inside = [Bool](repeating: false, count: containers.count)
        for index in containers.indices {
            inside[index] = index == article || containers[index].parent >= 0 && inside[containers[index].parent]
        }
        return blocks.enumerated().map { index, block in
            Line(
                text: text(block), element: block.element, names: block.names,
                linked: Double(block.linked) / Double(block.end - block.start), isInArticle: inside[block.container],
                isSurrounding: isSurrounding(block.surrounding), block: index)
        }
    }

    /// The container that holds the article's paragraphs: the one so named by its author, else the one with the most text
    /// that is neither links nor around the article.
    private func articleContainer() -> Int {
        var weights = [Double](repeating: 0, count: containers.count)
        var lengths = [Int](repeating: 0, count: containers.count)
        for block in blocks where isParagraph(block) {
            let length = block.end - block.start - block.linked
            let weight = Double(min(length, 600)) / 100 + 1
            weights[block.container] += weight
            let parent = containers[block.container].parent
            if parent >= 0 { weights[parent] += weight / 2 }
            var up = block.container
            while up >= 0 {
                lengths[up] += length
                up = containers[up].parent
            }
        }
        func largest(_ isWanted: (Container) -> Bool, _ least: Int) -> Int? {
            containers.indices.filter { isWanted(containers[$0]) && lengths[$0] >= least }.max {
                lengths[$0] < lengths[$1]
            }
        }
        let heaviest = weights.indices.max { weights[$0] < weights[$1] } ?? 0
        let needed = max(200, lengths[heaviest] / 2)
        var found = largest({ $0.isArticleBody }, 200) ?? largest({ $0.element == .article }, needed) ?? heaviest
        // Some cut the article into several boxes: what holds them all is the article.
        while containers[found].parent >= 0, Double(lengths[containers[found].parent]) > 1.5 * Double(lengths[found]) {
            found = containers[found].parent
        }
        return found
    }

    private func isParagraph(_ block: Block) -> Bool {
        let length = block.end - block.start
        return length >= 40 && block.linked * 2 < length && !isSurrounding(block.surrounding)
            && !block.names.contains(.caption)
            && block.element != .heading && block.element != .heading1 && block.element != .caption
    }

    /// A part that was taken for surroundings and holds most of what the page says is the article: some publishers put the
    /// whole page in a form, or call it `widget`.
    mutating func correctSurroundings() {
        var total = 0
        var held = [Int](repeating: 0, count: surroundings.count)
        for block in blocks where block.end - block.start >= 60 && block.linked * 2 < block.end - block.start {
            total += block.end - block.start
            if block.surrounding >= 0 { held[block.surrounding] += block.end - block.start }
        }
        for index in held.indices where held[index] * 2 > total { surroundings[index] = false }
    }
}
