internal import Vocabulary

extension [Chart.Point] {
    /// Cut where days without a value are more than a gap.
    func stretches(longestGap: Int) -> [[Chart.Point]] {
        var stretches: [[Chart.Point]] = []
        for point in self {
            if let last = stretches.last?.last, point.day - last.day <= longestGap {
                stretches[stretches.count - 1].append(point)
            } else {
                stretches.append([point])
            }
        }
        return stretches
    }

    /// Per three units of width the first, lowest, highest and last point: no more can be seen.
    func thinned(_ time: TimeAxis) -> [Chart.Point] {
        guard count > 60 else { return self }
        var kept: [Chart.Point] = []
        var start = startIndex
        while start < endIndex {
            let place = Int(time.x(self[start].day) / 3)
            let end = self[start...].firstIndex { Int(time.x($0.day) / 3) != place } ?? endIndex
            let own = start..<end
            let low = own.min { self[$0].value < self[$1].value } ?? start
            let high = own.max { self[$0].value < self[$1].value } ?? start
            kept += Set([start, low, high, end - 1]).sorted().map { self[$0] }
            start = end
        }
        return kept
    }

    /// The points that a pointer can ask: the last of every thirteen units of width, and the last of all.
    func told(_ time: TimeAxis) -> [Chart.Point] {
        indices.filter { index in
            let next = index + 1
            return next == count
                || Int(time.x(self[index].day) / 13) != Int(time.x(self[next].day) / 13)
        }.map { self[$0] }
    }
}

/// One digit behind the point, none where it is zero.
func short(_ value: Double) -> String {
    Wording.short(value, decimals: 1, grouped: false)
}
