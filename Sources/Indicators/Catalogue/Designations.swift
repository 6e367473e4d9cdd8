extension Indicator {
    static let designationsNet = Indicator(
        "designations_net",
        "Distinct entries added and removed, per list, programme, family and country; renames and re-keys do not count.",
        formula: "entries there at the end of the range - entries there before it", unit: "entries", .designations)
}
