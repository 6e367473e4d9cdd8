internal import Vocabulary

/// Reads a time of day: `9:28 am`, `16:05 GMT`, `09.28 BST`, `16h05`, `1605 GMT`.
struct ClockGrammar {
    private let tokens: [DateToken]
    init(_ tokens: [DateToken]) { self.tokens = tokens }

    private func at(_ index: Int) -> DateToken? { tokens.indices.contains(index) ? tokens[index] : nil }

    func clock(_ index: Int) -> PrintedClock? {
        guard let first = at(index)?.number else { return nil }
        var hour = first.value
        var minute = 0
        var next = index + 1
        if first.digits <= 2, let mark = at(next), !mark.isApart, mark.isMark(":.") || mark.word == "h",
            let second = at(next + 1)?.number, second.digits == 2, at(next + 1)?.isApart == false
        {
            minute = second.value
            next += 2
            // A dot between numbers is a clock only where something else says so; seconds are past.
            if mark.isMark("."), halfDay(next) == nil, zone(next) == nil { return nil }
            if at(next)?.isMark(":") == true, let seconds = at(next + 1)?.number, seconds.digits == 2 {
                next += 2
                if at(next)?.isMark(".") == true, at(next + 1)?.number != nil { next += 2 }
            }
        } else if first.digits == 4, zone(index + 1) != nil {
            (hour, minute) = (first.value / 100, first.value % 100)
        } else if first.digits > 2 || halfDay(next) == nil {
            return nil
        }
        if let half = halfDay(next) {
            guard (1...12).contains(hour) || half.isAfternoon else { return nil }
            if hour <= 12 { hour = hour % 12 + (half.isAfternoon ? 12 : 0) }
            next = half.next
        }
        guard let time = TimeOfDay(hour: hour, minute: minute) else { return nil }
        let zone = zone(next)
        return PrintedClock(
            time: time, offset: zone?.offset, zone: zone?.name,
            range: tokens[index].start..<tokens[(zone?.next ?? next) - 1].end)
    }

    private func halfDay(_ index: Int) -> (isAfternoon: Bool, next: Int)? {
        guard let word = at(index)?.word else { return nil }
        switch word {
        case "am", "ص": return (false, index + 1)
        case "pm", "م": return (true, index + 1)
        case "a", "p":
            guard at(index + 1)?.isMark(".") == true, at(index + 2)?.word == "m" else { return nil }
            return (word == "p", index + (at(index + 3)?.isMark(".") == true ? 4 : 3))
        default: return nil
        }
    }

    private func zone(_ index: Int) -> (offset: Int?, name: String?, next: Int)? {
        var index = index
        if at(index)?.isMark("(") == true { index += 1 }
        if let sign = at(index), sign.isMark("+-−"), let offset = offset(index) {
            return (offset.minutes, nil, offset.next)
        }
        guard let word = at(index)?.word else { return nil }
        if ["gmt", "utc"].contains(word), let offset = offset(index + 1) { return (offset.minutes, nil, offset.next) }
        if let minutes = ClockGrammar.offsets[word] { return (minutes, nil, index + 1) }
        if let name = ClockGrammar.names[word] { return (nil, name, index + 1) }
        return nil
    }

    /// `+3`, `+03:00`, `+0330`.
    private func offset(_ index: Int) -> (minutes: Int, next: Int)? {
        guard let sign = at(index), sign.isMark("+-−"), let first = at(index + 1)?.number,
            at(index + 1)?.isApart == false
        else { return nil }
        var minutes = first.digits == 4 ? first.value / 100 * 60 + first.value % 100 : first.value * 60
        var next = index + 2
        if first.digits <= 2, at(next)?.isMark(":") == true, let second = at(next + 1)?.number {
            minutes += second.value
            next += 2
        }
        guard minutes <= 14 * 60 else { return nil }
        return (sign.isMark("+") ? minutes : -minutes, next)
    }

    /// Letters that mean one offset to all who print them. IST, CST and AST mean several.
    private static let offsets: [String: Int] = [
        "gmt": 0, "utc": 0, "z": 0, "est": -300, "edt": -240, "pst": -480, "pdt": -420, "cet": 60, "cest": 120,
        "mez": 60,
        "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "мск": 180, "jst": 540, "hkt": 480, "wat": 60, "cat": 120,
        "eat": 180, "irst": 210, "pkt": 300, "sgt": 480, "trt": 180,
    ]
    /// Letters that change with the season.
    private static let names: [String: String] = [
        "et": "America/New_York", "pt": "America/Los_Angeles", "bst": "Europe/London",
    ]
}
