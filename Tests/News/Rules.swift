import Configuration
import News
import TestSupport

/// The gazetteers and rules that the program ships.
enum Rules {
    static let extractor: Extractor = {
        do {
            let rules = try NewsRules.load(root: Repository.root)
            return Extractor(Gazetteer(rules.places, rules.bodies), Tagger(rules.tags))
        } catch {
            fatalError("the shipped rules cannot be read: \(error)")
        }
    }()
}
