internal import FileSystem
package import Vocabulary

/// A line in a report's folder that says whether the report was handed over; a report written anew keeps it.
package struct DeliveryMark {
    private let path: String
    private static let waiting = "waiting\n"

    /// - Parameter folder: the report's.
    package init(folder: String) { path = "\(folder)/delivery.txt" }

    /// Written before it is tried: a run that ends in between leaves it so.
    package func wait() throws { try Files.replace(path, with: Array(DeliveryMark.waiting.utf8)) }
    package func deliver(at now: Instant) throws { try Files.replace(path, with: Array("delivered \(now)\n".utf8)) }

    package var isWaiting: Bool { get throws { try text == DeliveryMark.waiting } }
    package var isDelivered: Bool { get throws { try text?.hasPrefix("delivered ") ?? false } }

    private var text: String? {
        get throws { Files.exists(path) ? String(decoding: try Files.read(path), as: UTF8.self) : nil }
    }
}
