internal import Vocabulary

/// The entries of the file, and the lines that belong to each.
struct FTMTargets: Sendable {
    var list: KeyedRows
    /// By the line of an entry: the lines of its sanctions, addresses, papers and wallets.
    var joined: [Int: [Int]]
    var warnings: [String]
}

extension FTMLines {
    /// Joins by reference; the digest of an entry holds those of the lines that are joined to it.
    func targets() throws -> FTMTargets {
        var indices: [String: Int] = [:]
        for (index, line) in lines.enumerated() { indices[line.id] = index }
        var joined: [Int: [Int]] = [:]
        var isJoined = lines.map(\.isTarget)
        var lost = 0
        func join(_ index: Int, to target: Int) {
            guard lines[target].isTarget, joined[target]?.contains(index) != true else { return }
            joined[target, default: []].append(index)
            isJoined[index] = true
        }
        for (index, line) in lines.enumerated() {
            for owner in line.owners {
                if let target = indices[owner] { join(index, to: target) } else { lost += 1 }
            }
            for address in line.addresses {
                if let other = indices[address] { join(other, to: index) } else { lost += 1 }
            }
        }
        var list = KeyedRows(.conflict)
        for (index, line) in lines.enumerated() where line.isTarget {
            // The order of the lines is no change.
            let digest = (joined[index] ?? []).reduce(line.digest) { $0 &+ lines[$1].digest }
            list.add(line.id, digest: digest, row: index)
        }
        guard list.count > 0 else {
            throw Fault(
                "no_rows", "none of the \(lines.count) objects is a target",
                remedy: "Fetch it again; an empty list changes nothing.")
        }
        var warnings: [String] = []
        let apart = lines.indices.filter { !isJoined[$0] }
        if !apart.isEmpty {
            let schemas = Dictionary(grouping: apart) { lines[$0].schema }.sorted { $0.key < $1.key }
                .map { "\($0.value.count) \($0.key)" }
            warnings.append(
                "\(apart.count) objects are no targets and belong to none (\(schemas.joined(separator: ", ")))")
        }
        if lost > 0 { warnings.append("\(lost) references lead to no object of the file") }
        return FTMTargets(list: list, joined: joined, warnings: warnings)
    }
}
