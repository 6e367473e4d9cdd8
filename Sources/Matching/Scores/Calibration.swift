/// From the sum of evidence to a probability: steps measured on the bench, straight lines between them.
package enum Calibration {
    static let steps: [(evidence: Float, probability: Float)] = [
        (0, 0), (0.15, 0.11), (0.57, 0.13), (0.64, 0.71), (0.72, 0.87), (0.8, 0.965), (1, 0.99),
    ]

    /// The evidence that a probability takes.
    static func evidence(_ probability: Float) -> Float {
        guard let next = steps.firstIndex(where: { probability <= $0.probability }), next > 0 else { return 0 }
        let (low, high) = (steps[next - 1], steps[next])
        return low.evidence
            + (high.evidence - low.evidence) * (probability - low.probability) / (high.probability - low.probability)
            - 0.001
    }

    package static func probability(_ evidence: Float) -> Float {
        guard let next = steps.firstIndex(where: { evidence <= $0.evidence }) else { return 1 }
        guard next > 0 else { return 0 }
        let (low, high) = (steps[next - 1], steps[next])
        return low.probability
            + (high.probability - low.probability) * (evidence - low.evidence) / (high.evidence - low.evidence)
    }
}
