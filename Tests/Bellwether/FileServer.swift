import Foundation
import TestSupport

/// A folder served over HTTP by Tests/Servers/files.py.
final class FileServer: Sendable {
    let folder: TemporaryFolder
    private let server: Server

    /// - Parameter certificate: makes it HTTPS: the path of a certificate with its key.
    init(certificate: String? = nil) throws {
        folder = try TemporaryFolder()
        server = try Server("files.py", [folder.path] + (certificate.map { [$0] } ?? []))
    }

    func url(_ path: String, scheme: String = "http") -> String { "\(scheme)://127.0.0.1:\(server.port)/\(path)" }

    struct Request {
        var path: String
        var headers: [String: String]
    }

    /// What it was asked, in order.
    func requests() throws -> [Request] {
        guard try folder.files().contains("requests.log") else { return [] }
        return try folder.read("requests.log").split(separator: "\n").compactMap { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            guard let path = object?["path"] as? String else { return nil }
            return Request(path: path, headers: object?["headers"] as? [String: String] ?? [:])
        }
    }
}

/// A publisher's file of Tests/Fixtures.
func fixture(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: Repository.tests("Fixtures/\(name)"))))
}
