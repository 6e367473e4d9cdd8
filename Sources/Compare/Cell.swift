/// What stands in one field of a table: the report decides how it is written.
package enum Cell: Sendable, Hashable {
    case text(String)
    case integer(Int)
    case number(Double)
    /// Withheld, or without meaning for this row.
    case none

    init(_ value: Double?) { self = value.map(Cell.number) ?? .none }
    init(_ value: Int?) { self = value.map(Cell.integer) ?? .none }
    init(_ value: (some CustomStringConvertible)?) { self = value.map { .text($0.description) } ?? .none }
}
