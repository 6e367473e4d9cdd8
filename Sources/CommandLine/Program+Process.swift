internal import Glibc
internal import Vocabulary

extension Program {
    /// Runs what this process was started with, on its own streams, environment and clock.
    package func main() async -> ExitCode {
        let environment = Program.environment
        return await main(
            Array(Swift.CommandLine.arguments.dropFirst()), environment: environment,
            console: Console(terminal: .current(environment), name: name),
            clock: { Instant(seconds: Int64(time(nil))) })
    }

    /// The variables of this process, read once: `getenv` is not safe beside threads.
    private static var environment: [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            let name = text.prefix { $0 != "=" }
            variables[String(name)] = String(text.dropFirst(name.count + 1))
            next += 1
        }
        return variables
    }
}
