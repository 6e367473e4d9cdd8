internal import Vocabulary

/// What is printed of entities and ships in FCDO's two forms: the column of the CSV and the element of the XML.
struct UKPart: Sendable {
    let column: String
    /// Holder and items, or one element.
    let elements: [String]
    let read: @Sendable (String, inout Facts) -> Void
}

enum UKParts {
    static let all: [UKPart] = [
        each("Phone number", ["PhoneNumbers", "PhoneNumber"]) { $1.add(.contact, $0, ["phone"]) },
        each("Website", ["Websites", "Website"]) { $1.add(.link, $0, ["website"]) },
        each("Email address", ["EmailAddresses", "EmailAddress"]) { $1.add(.contact, $0, ["email"]) },
        remark("Type of entity", ["TypeOfEntities", "TypeOfEntity"]),
        remark("Subsidiaries", ["Subsidiaries", "Subsidiary"]),
        remark("Parent company", ["ParentCompanies", "ParentCompany"]),
        UKPart(
            column: "Business registration number (s)",
            elements: ["BusinessRegistrationNumbers", "BusinessRegistrationNumber"],
            read: { UKRemarks.registrations($0, &$1) }),
        each("IMO number", ["IMONumbers", "IMONumber"]) { $1.identifier($0, "imo") },
        each("Current owner/operator (s)", ["CurrentOwnerOperators", "CurrentOwnerOperator"]) { $1.add(.owner, $0) },
        remark("Previous owner/operator (s)", ["PreviousOwnerOperators", "PreviousOwnerOperator"]),
        each("Current believed flag of ship", ["CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip"]) {
            $1.country(.flag, $0)
            if Countries.code($0) != nil { $1.country(.country, $0) }
        },
        remark("Previous flags", ["PreviousFlags", "PreviousFlag"]),
        each("Type of ship", ["TypeOfShipDetails", "TypeOfShip"]) { $1.add(.vesselType, $0) },
        each("Tonnage of ship", ["TonnageOfShipDetails", "TonnageOfShip"]) { $1.add(.tonnage, $0) },
        remark("Length of ship", ["LengthOfShipDetails", "LengthOfShip"]),
        remark("Year Built", ["YearsBuilt", "YearBuilt"]),
        each("Hull identification number (HIN)", ["HullIdentificationNumbers", "HullIdentificationNumber"]) {
            $1.identifier($0, "hin")
        },
    ]

    private static func each(
        _ column: String, _ elements: [String], _ read: @escaping @Sendable (String, inout Facts) -> Void
    ) -> UKPart {
        UKPart(column: column, elements: elements) { cell, facts in
            for text in UKNumbered(cell).texts { read(text, &facts) }
        }
    }

    private static func remark(_ label: String, _ elements: [String]) -> UKPart {
        UKPart(column: label, elements: elements) { $1.remark(label, $0) }
    }
}
