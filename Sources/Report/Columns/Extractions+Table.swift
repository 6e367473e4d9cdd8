package import News
package import Tables
internal import Vocabulary

extension Table {
    /// The event record of each article, the date left empty where it is not known.
    package static func extractions(_ all: [Extraction]) -> Table {
        var table = Table.events(all.map(\.event))
        for (index, one) in all.enumerated() where one.article.published == nil {
            for (column, name) in table.columns.map(\.name).enumerated() where ["date", "precision", "date_source"].contains(name) {
                table.rows[index][column] = .none
            }
        }
        return table
    }
}
