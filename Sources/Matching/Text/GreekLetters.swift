/// Greek writes the sounds b and d of foreign names in two letters, and v in what was once b.
enum GreekLetters {
    static func sounded(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        for scalar in word {
            switch (result.last, scalar) {
            case ("ν", "τ"), ("Ν", "τ"), ("Ν", "Τ"): result[result.count - 1] = "δ"
            case ("μ", "π"), ("Μ", "π"), ("Μ", "Π"): result[result.count - 1] = "b"
            case (_, "β"), (_, "Β"): result.append("v")
            default: result.append(scalar)
            }
        }
        return result
    }
}
