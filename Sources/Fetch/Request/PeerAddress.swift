internal import CCurl
internal import Glibc

/// The address and port that a socket is about to be connected to.
struct PeerAddress: Hashable {
    /// 4 bytes (IPv4) or 16 (IPv6).
    let bytes: [UInt8]
    let port: Int

    init?(_ socketAddress: UnsafePointer<sockaddr>) {
        let raw = UnsafeRawPointer(socketAddress)
        switch Int32(socketAddress.pointee.sa_family) {
        case AF_INET:
            let inet = raw.loadUnaligned(as: sockaddr_in.self)
            bytes = withUnsafeBytes(of: inet.sin_addr) { Array($0) }
            port = Int(UInt16(bigEndian: inet.sin_port))
        case AF_INET6:
            let inet = raw.loadUnaligned(as: sockaddr_in6.self)
            bytes = withUnsafeBytes(of: inet.sin6_addr) { Array($0) }
            port = Int(UInt16(bigEndian: inet.sin6_port))
        default: return nil
        }
    }

    /// A numeric host, with or without the brackets of an address and the zone of a link-local one.
    init?(literal: String, port: Int) {
        let bare = literal.filter { $0 != "[" && $0 != "]" }.prefix { $0 != "%" }
        self.port = port
        var four = in_addr()
        var sixteen = in6_addr()
        if inet_pton(AF_INET, String(bare), &four) == 1 {
            bytes = withUnsafeBytes(of: four) { Array($0) }
        } else if inet_pton(AF_INET6, String(bare), &sixteen) == 1 {
            bytes = withUnsafeBytes(of: sixteen) { Array($0) }
        } else {
            return nil
        }
    }

    /// Not reachable from the public internet by the registries of RFC 6890: this host, private, shared, link-local,
    /// benchmarking, multicast and reserved blocks, also where an IPv6 form carries an IPv4 address.
    var isPrivate: Bool {
        if bytes.count == 4 { return Self.isPrivate(bytes[0], bytes[1], bytes[2]) }
        let head = bytes[0..<12]
        if head.allSatisfy({ $0 == 0 }) || head.elementsEqual(Self.mapped) || head.elementsEqual(Self.translated) {
            return Self.isPrivate(bytes[12], bytes[13], bytes[14])
        }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return Self.isPrivate(bytes[2], bytes[3], bytes[4]) }
        // fc00::/7 unique local, fe80::/10 link-local, fec0::/10 site-local, ff00::/8 multicast.
        return bytes[0] & 0xfe == 0xfc || (bytes[0] == 0xfe && bytes[1] & 0x80 == 0x80) || bytes[0] == 0xff
    }

    private static let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
    private static let translated: [UInt8] = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]

    private static func isPrivate(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
        switch (a, b) {
        case (0, _), (10, _), (127, _), (224..., _): true
        case (100, 64...127), (169, 254), (172, 16...31), (192, 168), (198, 18...19): true
        case (192, 0): c == 0
        default: false
        }
    }
}

extension PeerAddress: CustomStringConvertible {
    var description: String {
        if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
        let groups = stride(from: 0, to: 16, by: 2).map { Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]) }
        return groups.map { String($0, radix: 16) }.joined(separator: ":")
    }
}
