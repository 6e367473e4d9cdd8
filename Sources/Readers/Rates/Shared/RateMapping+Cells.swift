internal import Formats
internal import Vocabulary

/// What single cells say: the day, the units, the value.
extension RateMapping {
    mutating func day(_ bytes: Span<UInt8>, _ range: Range<Int>?, _ number: Int) throws -> Day {
        let place = "\(rowName) \(number), column \(layout.day.column ?? "day")"
        guard let range else { throw Fault("bad_day", "there is no day", place: place) }
        // Rows of one day mostly follow one another.
        if let lastDay, lastDay.text.count == range.count, zip(range, lastDay.text).allSatisfy({ bytes[$0] == $1 }) {
            return lastDay.day
        }
        guard let (day, period) = dayForm.read(bytes, range) else {
            throw Fault(
                "bad_day", "\"\(shown(bytes, range))\" is no day in the form \(layout.day.form ?? "yyyy-MM-dd")",
                place: place,
                remedy: "If the publisher writes days differently now, say so in `day.form` of its feed file.")
        }
        if let period {
            // A year's mean and its last month's are of the same day, and no series can hold both.
            if let known = collector.period, known != period {
                throw Fault(
                    "bad_day",
                    "\"\(shown(bytes, range))\" is a period of another length than those before it",
                    place: place, remedy: "Ask for one frequency in the feed's address, or name it in [layout.only].")
            }
            collector.period = period
        }
        try bounds.require(day, printed: shown(bytes, range), place: place)
        lastDay = (range.map { bytes[$0] }, day)
        return day
    }

    func nominal(_ bytes: Span<UInt8>, _ range: Range<Int>?, _ number: Int) throws -> Int64 {
        guard columns.nominal != nil else { return 1 }
        if range == nil, let usual = layout.number.nominalDefault { return Int64(usual) }
        guard let range, let found = numberForm.read(bytes, range)?.normalised, found.decimals == 0, found.digits > 0
        else {
            throw Fault(
                "bad_nominal", "\"\(range.map { shown(bytes, $0) } ?? "")\" is no number of units",
                place: "\(rowName) \(number), column \(layout.number.nominal ?? "")")
        }
        return found.digits
    }

    func power(_ bytes: Span<UInt8>, _ range: Range<Int>?, _ number: Int) throws -> Int {
        guard let range, let found = numberForm.read(bytes, range)?.normalised, found.decimals == 0,
            (-18...18).contains(found.digits)
        else {
            throw Fault(
                "bad_nominal", "\"\(range.map { shown(bytes, $0) } ?? "")\" is no power of ten from -18 to 18",
                place: "\(rowName) \(number), column \(layout.number.power ?? "")")
        }
        return Int(found.digits)
    }

    func isAbsent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for text in layout.number.absent where text.utf8.count == range.count {
            if zip(range, text.utf8).allSatisfy({ bytes[$0] == $1 }) { return true }
        }
        return false
    }

    /// Nil where 0 stands for no value.
    func value(_ bytes: Span<UInt8>, _ range: Range<Int>, column: Int, _ number: Int) throws -> PublishedNumber? {
        let found = numberForm.read(bytes, range)
        if layout.number.isZeroAbsent, found?.digits == 0 { return nil }
        if let found, layout.indicator.name != nil || found.digits > 0 { return found }
        let what =
            found != nil
            ? "is no positive rate"
            : numberForm.isTooLong(bytes, range) ? "has more than 18 significant digits" : "is no number"
        throw Fault(
            "bad_rate", "\"\(shown(bytes, range))\" \(what)",
            place: "\(rowName) \(number), column \(columns.names[column])")
    }

    func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: range.map { bytes[$0] }, as: UTF8.self)
    }

    /// The beginning of a cell, for a message.
    func shown(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String { text(bytes, range).shown }
}
