internal import Foundation

/// Golden files below `Tests`: expected output that a person can read in review. `RECORD=1` rewrites them.
package enum Golden {
    /// Compares text with `Tests/Golden/<name>` and throws the first line that differs.
    package static func check(_ text: String, _ name: String) throws {
        try check(text, file: "Golden/\(name)")
    }

    /// Compares text with a file below `Tests` and throws the first line that differs.
    package static func check(_ text: String, file: String) throws {
        let url = URL(fileURLWithPath: Repository.tests(file))
        if environment("RECORD") == "1" {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
            return
        }
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw Mismatch("Tests/\(file) does not exist; RECORD=1 writes it:\n\(text)")
        }
        let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        guard Array(expected.utf8) != Array(text.utf8) else { return }
        let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let found = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(wanted, found).prefix { $0 == $1 }.count
        throw Mismatch(
            """
            Tests/\(file) differs at line \(line + 1) (RECORD=1 rewrites it)
            expected: \(line < wanted.count ? String(wanted[line]) : "the end")
            found:    \(line < found.count ? String(found[line]) : "the end")
            """)
    }

    /// The files recorded below `Tests/Golden/<folder>`, so that a test can name those that nothing uses any more.
    package static func names(in folder: String) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: Repository.tests("Golden/\(folder)")))
    }
}
