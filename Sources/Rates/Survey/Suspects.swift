internal import Vocabulary

/// How many printed values that nothing confirms were passed over on the way to an answer.
package enum Suspects {
    package static func words(_ count: Int) -> String {
        count == 0 ? "" : Wording.count(count, "suspect value") + " left out"
    }
}
