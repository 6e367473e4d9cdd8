package import Vocabulary

/// What became of a configuration file: its value where nothing is wrong, and otherwise everything that is.
package struct Checked<Value: Sendable>: Sendable {
    /// Nil where anything is wrong.
    package let value: Value?
    /// In the order of the file.
    package let faults: [Fault]
    /// What is understood and should be written otherwise by now, in the order of the file.
    package let pointers: [Fault]

    init(_ value: Value?, _ findings: Findings) {
        pointers = findings.pointers
        faults = findings.faults
        self.value = faults.isEmpty ? value : nil
    }

    /// The value, or the first fault, which says how many more there are.
    package func get() throws -> Value {
        if let value { return value }
        guard var first = faults.first else {
            throw Fault("no_configuration", "the configuration could not be read", remedy: "bellwether config check")
        }
        if faults.count > 1 {
            first.remedy += "; \(Wording.more(faults.count - 1)): `bellwether config check` prints them all"
        }
        throw first
    }
}

/// Collects what is wrong with a file: a person repairs everything in one go.
final class Findings {
    private typealias Finding = (line: Int, column: Int, fault: Fault)
    private var found: [Finding] = []
    private var old: [Finding] = []

    var faults: [Fault] { Findings.inOrder(found) }
    var pointers: [Fault] { Findings.inOrder(old) }

    private static func inOrder(_ findings: [Finding]) -> [Fault] {
        findings.enumerated().sorted {
            ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
        }.map(\.element.fault)
    }

    func add(_ code: String, _ message: String, file: String, line: Int, column: Int, remedy: String) {
        found.append((line, column, Fault(code, message, place: "\(file):\(line):\(column)", remedy: remedy)))
    }

    /// A fault that concerns a whole file, or one that knows its own place.
    func add(_ fault: Fault) { found.append((0, 0, fault)) }

    /// What is understood and has another word by now.
    func point(_ message: String, file: String, line: Int, column: Int) {
        old.append((line, column, Fault("moved_key", message, place: "\(file):\(line):\(column)")))
    }

    func point(_ pointer: Fault) { old.append((0, 0, pointer)) }
}
