internal import Vocabulary

/// Days as spreadsheets count them (ECMA-376, 18.17.4).
enum SerialDay {
    /// Day 1 is 1900-01-01 and day 60 the 29 February that 1900 never had, which every spreadsheet keeps for the sake of
    /// Lotus 1-2-3; in the other system day 0 is 1904-01-01. Nil for what is no whole day.
    static func iso(_ value: String, is1904: Bool) -> String? {
        guard let serial = Int(value), serial > 0, serial < 2_958_466, is1904 || serial != 60 else { return nil }
        guard let epoch = is1904 ? Day(year: 1904, month: 1, day: 1) : Day(year: 1899, month: 12, day: 31) else {
            return nil
        }
        return Day(number: Int(epoch.number) + serial - (!is1904 && serial > 60 ? 1 : 0)).description
    }
}
