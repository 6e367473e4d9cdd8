package import Vocabulary

/// Matches names whose words are the same as those of a listed name, or all among them. Built once for each day asked.
package struct ExactScreener: Screener {
    private struct Name {
        var normalised: NormalisedName
        var entry: Int
        var printed: String
    }
    private let lists: [(list: String, designation: Designation)]
    private var names: [Name] = []
    private var exact: [NormalisedName: [Int]] = [:]
    /// Names by each of their words.
    private var holding: [String: [Int]] = [:]

    /// - Parameter lists: the entries of each list as they stood on the day.
    package init(_ lists: [(list: String, designation: Designation)]) {
        self.lists = lists
        for (index, listed) in lists.enumerated() {
            for attribute in listed.designation.attributes where attribute.field == .name {
                let name = NormalisedName(attribute.value)
                guard !name.words.isEmpty else { continue }
                exact[name, default: []].append(names.count)
                for word in Set(name.words) { holding[word, default: []].append(names.count) }
                names.append(Name(normalised: name, entry: index, printed: attribute.value))
            }
        }
    }

    package func matches(_ name: String) -> [ScreeningMatch] {
        let asked = NormalisedName(name)
        guard !asked.words.isEmpty else { return [] }
        var found: [ScreeningMatch] = []
        var seen: Set<Int> = []
        for index in exact[asked] ?? [] where seen.insert(names[index].entry).inserted {
            found.append(match(index, "exact"))
        }
        guard asked.words.count >= 2 else { return found }
        let candidates = Set(asked.words.flatMap { holding[$0] ?? [] })
        for index in candidates.sorted() {
            let listed = names[index].normalised
            guard asked.isWithin(listed) || listed.isWithin(asked), seen.insert(names[index].entry).inserted else {
                continue
            }
            found.append(match(index, "subset"))
        }
        return found
    }

    package func holding(_ name: String) -> [ScreeningMatch] {
        let asked = NormalisedName(name)
        guard asked.words.count == 1, let word = asked.words.first, word.count >= 3 else { return [] }
        var seen: Set<Int> = []
        return (holding[word] ?? []).filter {
            names[$0].normalised.words.count > 1 && seen.insert(names[$0].entry).inserted
        }
        .map { match($0, "word") }
    }

    private func match(_ index: Int, _ how: String) -> ScreeningMatch {
        let (list, designation) = lists[names[index].entry]
        func first(_ field: Field) -> String { designation.attributes.first { $0.field == field }?.value ?? "" }
        return ScreeningMatch(
            list: list, entry: designation.id, matchedName: names[index].printed, primaryName: first(.name), match: how,
            listedOn: first(.listedOn))
    }
}
