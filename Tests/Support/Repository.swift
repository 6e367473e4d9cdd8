/// Where this repository lies, so that tests find golden files and fixtures from any working directory.
package enum Repository {
    package static let root: String = ancestor(of: #filePath, levels: 3)

    /// A file or folder below `Tests`.
    package static func tests(_ name: String) -> String { "\(root)/Tests/\(name)" }

    private static func ancestor(of path: String, levels: Int) -> String {
        path.split(separator: "/").dropLast(levels).map { "/" + $0 }.joined()
    }
}
