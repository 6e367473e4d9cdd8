import Foundation
import Synchronization

/// The Python server of Tests/Servers, started once for all tests; it ends when this process does.
struct MisbehavingServer: Sendable {
    static let shared = Result { try MisbehavingServer() }

    /// Holds the certificates; the tests' own files too.
    let folder: URL
    private let ports: [Int]
    private let keepsRunning: Running

    /// Certificates, each signed by the tests' authority but for the last.
    enum Certificate: Int, CaseIterable {
        case good = 1
        case expired, wrongHost, selfSigned
    }

    private init() throws {
        let names = Certificate.allCases.map { "\($0).pem" }
        let folder = FileManager.default.temporaryDirectory.appending(path: "bellwether-fetch-\(UUID().uuidString)")
        self.folder = folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Self.makeCertificates(in: folder)
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Servers/misbehaving.py")
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["python3", script.path] + names.map { folder.appending(path: $0).path }
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        keepsRunning = Running(process: process, input: input)
        var text = ""
        while text.utf8.filter({ $0 == 10 }).count <= Certificate.allCases.count {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw CocoaError(.fileReadUnknown) }
            text += String(decoding: data, as: UTF8.self)
        }
        Self.removeAtExit(folder)
        ports = text.split(separator: "\n").compactMap { Int($0) }
    }

    func url(_ path: String) -> String { "http://127.0.0.1:\(ports[0])/\(path)" }

    func secureURL(_ certificate: Certificate, _ path: String = "ok") -> String {
        "https://127.0.0.1:\(ports[certificate.rawValue])/\(path)"
    }

    /// The authority that signed all but the self-signed certificate.
    var authority: String { folder.appending(path: "authority.pem").path }

    /// The server reads its standard input: it ends with the tests, however they end.
    private final class Running: @unchecked Sendable {
        // Never touched again after the server has started; only kept from being released.
        let process: Process
        let input: Pipe
        init(process: Process, input: Pipe) { (self.process, self.input) = (process, input) }
    }

    private static let leftover = Mutex<URL?>(nil)

    private static func removeAtExit(_ folder: URL) {
        leftover.withLock { $0 = folder }
        atexit {
            if let folder = MisbehavingServer.leftover.withLock({ $0 }) {
                try? FileManager.default.removeItem(at: folder)
            }
        }
    }

    private static func makeCertificates(in folder: URL) throws {
        let key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
        let commands = """
            openssl req -x509 \(key) -keyout authority.key -out authority.pem -days 2 -subj /CN=Tests
            openssl req -x509 \(key) -keyout own.key -out own.pem -days 2 -subj /CN=127.0.0.1 \
                -addext subjectAltName=IP:127.0.0.1
            cat own.pem own.key > selfSigned.pem
            touch index.txt
            printf '%s\\n' '[ca]' 'default_ca=c' '[c]' 'database=index.txt' 'new_certs_dir=.' 'policy=p' \
                'default_md=sha256' 'rand_serial=yes' 'unique_subject=no' 'copy_extensions=copy' \
                '[p]' 'commonName=supplied' > ca.cnf
            sign() {
                openssl req \(key) -keyout $1.key -out $1.csr -subj /CN=$1 -addext subjectAltName=$2
                openssl ca -batch -config ca.cnf -cert authority.pem -keyfile authority.key -in $1.csr -out $1.crt \
                    -notext -startdate $3 -enddate $4
                cat $1.crt $1.key > $1.pem
            }
            sign good IP:127.0.0.1 20200101000000Z 20400101000000Z
            sign expired IP:127.0.0.1 20200101000000Z 20210101000000Z
            sign wrongHost DNS:elsewhere.example 20200101000000Z 20400101000000Z
            """
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-ec", "exec 2>openssl.log; \(commands)"]
        process.currentDirectoryURL = folder
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
