internal import Tables
internal import Vocabulary

extension Wording {
    /// A title within a sentence or above one; the CSV files have it whole.
    static func title(_ text: String) -> String { short(text, 200) }

    /// A range without a limit would push the table over the page.
    static func short(_ text: String, _ width: Int) -> String {
        text.cut(to: width)
    }
}
