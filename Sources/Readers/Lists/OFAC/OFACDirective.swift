internal import Vocabulary

/// Listings that do not block: which directive an entry is subject to, and what the directive forbids.
enum OFACDirective {
    /// The facts of a label of the identifier list; nil where it is about no directive.
    static func facts(_ label: String, _ text: String) -> [Attribute]? {
        let remark = Attribute(.remark, "\(label) \(text)")
        if label.hasPrefix("Listing Date (") {
            // `Listing Date (EO 14024 Directive 3):`, `Listing Date (CMIC)`
            guard let day = PartialDate(text), day.isDay else { return [remark] }
            let act = String(label.dropFirst(14).prefix { $0 != ")" })
            let listed = Attribute(.listedOn, day.text, [act])
            // EO 13959 as amended by EO 14032: purchase and sale of publicly traded securities.
            return act == "CMIC" ? [listed, Attribute(.restriction, "investment", [act])] : [listed]
        }
        guard let order = orders.first(where: { label.hasPrefix($0.label) }) else { return nil }
        let number = text.hasPrefix("Subject to Directive ") ? text.dropFirst(21).prefix { $0 != " " && $0 != "." } : ""
        let kinds = order.directives[String(number)] ?? []
        return [remark] + kinds.map { Attribute(.restriction, $0, ["\(order.name) Directive \(number)"]) }
    }

    // EO 13662: new debt (1, 2, 3) and new equity (1) of the entity; goods and services for oil projects (4).
    // EO 14024: bonds of Russia's central bank, fund and ministry (1A); correspondent and payable-through accounts (2);
    // new debt and equity (3); transactions with the central bank, the fund and the ministry (4).
    // EO 14014, Directive 1: financial services to Myanma Oil and Gas Enterprise.
    private static let orders: [(label: String, name: String, directives: [String: [String]])] = [
        (
            "Executive Order 13662 Directive Determination", "EO 13662",
            ["1": ["debt", "equity"], "2": ["debt"], "3": ["debt"], "4": ["other"]]
        ),
        (
            "Executive Order 14024 Directive Information", "EO 14024",
            ["1A": ["debt"], "1a": ["debt"], "2": ["correspondent"], "3": ["debt", "equity"], "4": ["other"]]
        ),
        ("Executive Order 14014 Directive Information", "EO 14014", ["1": ["other"]]),
    ]
}
