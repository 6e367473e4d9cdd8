import Glibc
import Testing

/// A port of this computer that either nothing listens on or whose connections nobody serves.
final class Port {
    let number: Int
    private let descriptor: Int32

    init(listening: Bool) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { [descriptor] pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { socketAddress in
                bind(descriptor, socketAddress, length) == 0 && getsockname(descriptor, socketAddress, &length) == 0
            }
        }
        number = Int(UInt16(bigEndian: address.sin_port))
        try #require(bound && (!listening || listen(descriptor, 8) == 0))
    }

    deinit { close(descriptor) }
}
