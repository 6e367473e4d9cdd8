internal import Formats
internal import Vocabulary

/// Which elements Canada's list uses, under the names of its three layouts.
struct CanadaLayout {
    /// What the keys and names of entries are made of.
    private static let naming = ["Country", "LastName", "GivenName", "EntityOrShip"]
    private static let others = [
        "TitleOrShip", "ShipIMONumber", "Aliases", "DateOfBirthOrShipBuildDate", "Schedule", "Item", "DateOfListing",
    ]
    /// Ships and days of listing came in 2022.
    private static let newIn2022 = ["ShipIMONumber", "DateOfListing"]

    /// Other names of the same elements: those before 2022, and of 2026.
    static let today = [
        "Entity": "EntityOrShip", "Title": "TitleOrShip", "TitleOrShipType": "TitleOrShip",
        "DateOfBirth": "DateOfBirthOrShipBuildDate",
    ]

    private let printed: Set<String>
    private let known: Set<String>

    /// - Parameter elements: the English names that the file uses.
    init(elements: Set<String>) {
        printed = elements
        known = Set(elements.map { CanadaLayout.today[$0] ?? $0 })
    }

    private var isBefore2022: Bool { printed.contains("Entity") && !known.contains("DateOfListing") }

    /// Elements of the layout that no record has.
    var absent: [String] {
        (CanadaLayout.naming + CanadaLayout.others).filter { name in
            !known.contains(name) && !(isBefore2022 && CanadaLayout.newIn2022.contains(name))
        }
    }

    var note: String? {
        isBefore2022 ? "layout before 2022: it has no numbers of ships and no days of listing" : nil
    }

    /// A list may have no organisation; but where an element of the names is missing and another one is new, the names
    /// that would be read are not the publisher's.
    func requireNames() throws {
        let missing = CanadaLayout.naming.filter { !known.contains($0) }
        let strange = known.subtracting(CanadaLayout.naming + CanadaLayout.others).sorted()
        guard !missing.isEmpty, !strange.isEmpty else { return }
        throw Fault(
            "wrong_elements",
            "no record has \(missing.joined(separator: ", ")); perhaps under another name: \(strange.joined(separator: ", "))",
            place: "record", remedy: "If the publisher renamed them, the reader must learn it; nothing was changed.")
    }
}
