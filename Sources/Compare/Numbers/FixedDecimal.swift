internal import Glibc

/// A number with a fixed count of decimals, rounded half away from zero; for sentences, never for files.
func fixed(_ value: Double, _ decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e15 else { return "\(value)" }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let text = decimals == 0 ? padded : padded.dropLast(decimals) + "." + padded.suffix(decimals)
    return value < 0 && scaled > 0 ? "-" + text : text
}

/// A chance in three decimals; smaller ones as a bound, for a printed 0.000 would claim the impossible.
package func chance(_ p: Double) -> String { p < 0.001 ? "below 0.001" : fixed(p, 3) }
