package import Tables

extension Cell {
    /// Values of a list in CSV: `SDGT;IFSR`.
    package init(joined values: [String]) { self = values.isEmpty ? .none : .text(values.joined(separator: ";")) }
}
