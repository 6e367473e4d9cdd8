/// What kind of thing a name is of, as far as it changes how names are compared.
package enum NameKind: UInt8, Sendable {
    case unknown
    case person
    case organisation
    /// Ships and aircraft: a number is part of the name.
    case craft

    /// - Parameter word: a list's kind, or a schema such as `Person`, `Company`, `LegalEntity`, `Vessel`.
    package init(_ word: String) {
        switch word.lowercased() {
        case "person", "individual", "people": self = .person
        case "organisation", "organization", "company", "entity", "publicbody", "org", "business": self = .organisation
        case "vessel", "aircraft", "airplane", "ship", "vehicle": self = .craft
        default: self = .unknown
        }
    }

    /// Whether a thing of the one kind may be one of the other.
    package func agrees(with other: NameKind) -> Bool { self == .unknown || other == .unknown || self == other }
}
