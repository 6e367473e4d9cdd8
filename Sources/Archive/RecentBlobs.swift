internal import Synchronization

/// The last few full blobs that others were compressed against: a replay of an archive needs each thirty times.
final class RecentBlobs: Sendable {
    private static let most = 4
    /// Beyond this a blob is not worth the memory.
    private static let longest = 16 << 20
    private let kept = Mutex<[(sha256: String, bytes: [UInt8])]>([])

    subscript(_ sha256: String) -> [UInt8]? { kept.withLock { $0.first { $0.sha256 == sha256 }?.bytes } }

    func keep(_ bytes: [UInt8], _ sha256: String) {
        guard bytes.count <= RecentBlobs.longest else { return }
        kept.withLock { kept in
            if kept.count == RecentBlobs.most { kept.removeFirst() }
            kept.append((sha256, bytes))
        }
    }
}
