package import Vocabulary

/// The day that an address holds, where it stands in the place of a date: `/2022/03/14/slug`, `/2022-03-14-slug`,
/// `/20220314/`. What begins a slug behind year and month, as in `/2023/12/16-new-officers`, is part of its words.
package enum AddressDate {
    package static func day(_ address: String) -> Day? {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        let parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        for index in parts.indices {
            if let year = number(parts[index], 4), index + 2 < parts.count, let month = number(parts[index + 1], 2),
                let day = number(parts[index + 2], 2), let found = Day(year: year, month: month, day: day)
            {
                return plausible(found)
            }
            if let found = Stamp.compact(parts[index][...]) { return plausible(found) }
            if let found = leading(parts[index]) ?? trailing(parts[index]) { return plausible(found) }
        }
        return nil
    }

    private static func plausible(_ day: Day) -> Day? { (1995...2100).contains(day.civil.year) ? day : nil }

    private static func number(_ text: String, _ digits: Int) -> Int? {
        guard text.utf8.count <= digits, text.utf8.count >= digits - 1, text.utf8.allSatisfy({ $0 &- 48 < 10 }) else {
            return nil
        }
        return digits == 4 && text.utf8.count != 4 ? nil : Int(text)
    }

    /// `2022-03-14` and `2022-03-14-slug`.
    private static func leading(_ part: String) -> Day? {
        guard part.utf8.count >= 10, let day = Day(iso: part.prefix(10)) else { return nil }
        let next = part.utf8.dropFirst(10).first
        return next == nil || next == UInt8(ascii: "-") || next == UInt8(ascii: "_") || next == UInt8(ascii: ".")
            ? day : nil
    }

    /// `slug-2022-03-14`.
    private static func trailing(_ part: String) -> Day? {
        let stem = part.firstIndex(of: ".").map { String(part[..<$0]) } ?? part
        guard stem.utf8.count > 11, stem.utf8.dropLast(10).last == UInt8(ascii: "-") else { return nil }
        return Day(iso: stem.suffix(10))
    }
}
