internal import Glibc

/// Whole real files of publishers, which are never committed.
package enum RealData {
    /// The folder that `BELLWETHER_REAL_DATA` names; nil where it is unset.
    package static let folder: String? = environment("BELLWETHER_REAL_DATA").flatMap { $0.isEmpty ? nil : $0 }

    /// For `.enabled(if: RealData.isPresent, RealData.reason)`.
    package static var isPresent: Bool { folder != nil }
    package static var reason: String { "BELLWETHER_REAL_DATA names no folder of real files" }

    /// A file below the folder: once the variable is set, a missing file is a failure and never a skipped test.
    package static func path(_ name: String) throws -> String {
        guard let folder else { throw Mismatch(reason) }
        let path = "\(folder)/\(name)"
        guard access(path, R_OK) == 0 else { throw Mismatch("\(path) cannot be read") }
        return path
    }

    package static func bytes(_ name: String) throws -> [UInt8] {
        let path = try path(name)
        guard let file = fopen(path, "rb") else { throw Mismatch("\(path) cannot be read") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
        return bytes
    }
}

/// A variable of the test run's own environment.
package func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// What a test throws when something is not as it must be.
package struct Mismatch: Error, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}
