/// A table as one JSON object: the rows under the table's name, each an object with its keys in column order.
struct JSONForm {
    private let name: String
    private let keys: [[UInt8]]
    private var isFirst = true

    init(_ name: String, _ columns: [Heading]) {
        self.name = name
        keys = columns.enumerated().map { index, column in
            var key = Array((index == 0 ? "{" : ",").utf8)
            JSON.append(column.name, to: &key)
            return key + [UInt8(ascii: ":")]
        }
    }

    var head: [UInt8] {
        var bytes = Array("{\"schema\":\(JSON.schema),".utf8)
        JSON.append(name, to: &bytes)
        return bytes + Array(":[".utf8)
    }

    mutating func append(_ row: [Cell], to bytes: inout [UInt8]) {
        bytes += (isFirst ? "\n" : ",\n").utf8
        isFirst = false
        for (key, cell) in zip(keys, row) {
            bytes += key
            append(cell, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private func append(_ cell: Cell, to bytes: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        switch cell {
        case .day(let day):
            bytes.append(quote)
            appendDay(day, to: &bytes)
            bytes.append(quote)
        case .instant(let instant):
            bytes.append(quote)
            appendInstant(instant, to: &bytes)
            bytes.append(quote)
        case .published(let number): appendPublished(number, to: &bytes)
        default: JSON(cell).append(to: &bytes)
        }
    }

    var end: [UInt8] { Array((isFirst ? "]}\n" : "\n]}\n").utf8) }
}
