package import Compare
package import Vocabulary

extension Document {
    package static func comparison(_ rows: [ComparisonRow], events: [NewsEvent]) -> Document {
        Document(title: "Comparison", subtitle: "")
    }
}
