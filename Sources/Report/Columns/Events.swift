internal import Store
package import Tables
package import Vocabulary

extension Table {
    /// Every column of the event record.
    ///
    /// - Parameter withoutDate: of each event, whether nobody knows its day; empty: of all of them it is known.
    package static func events(_ events: [NewsEvent], withoutDate: [Bool] = []) -> Table {
        let rows = events.enumerated().map { place, event in
            var cells = EventText.cells(event)
            if !withoutDate.isEmpty, withoutDate[place] {
                for name in ["date", "precision", "date_source"] { cells[name] = nil }
            }
            return cells
        }
        return Table(
            "events", rows,
            EventText.columns.map { name in
                Column(name, name == "title" || name == "source" ? .text : .word) { Cell($0[name]) }
            })
    }
}
