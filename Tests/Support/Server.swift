internal import Foundation

/// A Python server of `Tests/Servers`. It reads its standard input and so ends with the tests, however they end.
package final class Server: Sendable {
    package let port: Int
    private let input: FileHandle

    /// Starts it and waits until it has printed its port.
    package init(_ script: String, _ arguments: [String]) throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", Repository.tests("Servers/\(script)")] + arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        self.input = input.fileHandleForWriting
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.filter { !$0.isNewline }) else { throw Mismatch("\(script) did not start: \(line)") }
        self.port = port
    }

    deinit {
        do { try input.close() } catch { print("a server's input could not be closed: \(error)") }
    }
}
