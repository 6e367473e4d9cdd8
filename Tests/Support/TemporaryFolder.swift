internal import Foundation

/// A fresh folder for one test, removed with everything in it when the last reference goes.
package final class TemporaryFolder: Sendable {
    package let path: String

    /// `name` becomes the last component, for tests of paths with spaces, quotes and percent signs.
    package init(named name: String = "folder") throws {
        parent = FileManager.default.temporaryDirectory.path + "/bellwether-test-" + UUID().uuidString
        path = "\(parent)/\(name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    private let parent: String

    deinit {
        do { try FileManager.default.removeItem(atPath: parent) } catch {
            print("\(parent) could not be removed: \(error)")
        }
    }

    /// Writes a file, making the folders above it, and answers its absolute path.
    @discardableResult
    package func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }

    @discardableResult
    package func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    /// Writes a script that can be run. Another process writes it: were it this one, a child that another test starts
    /// at that moment would hold the file open for writing, and running it would fail with "Text file busy".
    package func program(_ name: String, _ script: String) throws -> String {
        let file = "\(path)/\(name)"
        let run = try Execution.run(["install", "-D", "-m", "755", "/dev/stdin", file], input: script)
        guard run.status == 0 else { throw Mismatch(run.errors) }
        return file
    }

    package func read(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    package func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
    }

    /// Every file below the folder, relative to it, sorted.
    package func files() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }
}
