internal import Glibc

/// Numbers in messages: five significant digits at most, and no more zeros than needed.
package enum Figures {
    package static func short(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return "0" }
        let decimals = max(0, min(10, 4 - Int(log10(abs(value)).rounded(.down))))
        let scale = pow(10, Double(decimals))
        let rounded = (value * scale).rounded() / scale
        guard abs(rounded) >= 1e-4, abs(rounded) < 1e15 else { return String(value) }
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}
