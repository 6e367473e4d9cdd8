extension IndicatorQuestion {
    /// Of a question to several indicators at once the part that one of them takes: a base day or a setting meant for
    /// another of them is no mistake. What none of them takes stays, and is refused.
    package func part(for indicator: Indicator, among asked: [Indicator]) -> IndicatorQuestion {
        var part = self
        if !indicator.takesBase, asked.contains(where: \.takesBase) { part.base = nil }
        let own = Set(indicator.parameters.map(\.name))
        let others = Set(asked.flatMap { $0.parameters.map(\.name) })
        part.settings = settings.filter { own.contains($0.key) || !others.contains($0.key) }
        return part
    }
}

extension Indicator {
    /// A count of designations may begin with a base day; a figure of two points must.
    fileprivate var takesBase: Bool {
        if case .designations = method { true } else { needsBase }
    }
}
