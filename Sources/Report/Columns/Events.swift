internal import Store
package import Tables
package import Vocabulary

extension Table {
    /// Every column of the event record.
    package static func events(_ events: [NewsEvent]) -> Table {
        Table(
            "events", columns: EventText.columns.map { .init($0, $0 == "title" || $0 == "source" ? .text : .word) },
            rows: events.map { event in
                let cells = EventText.cells(event)
                return EventText.columns.map { Cell(cells[$0]) }
            })
    }
}
