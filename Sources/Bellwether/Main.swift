internal import CommandLine
internal import FoundationEssentials
internal import Glibc
internal import Tables
internal import Vocabulary

@main
struct Main {
    static func main() async {
        // A reader that went away (`| head`) is told by the write that fails, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        // A quota's limit likewise: the write is taken back and explained.
        signal(SIGXFSZ, SIG_IGN)
        let environment = ProcessInfo.processInfo.environment
        let code = await Program.bellwether.main(
            Array(Swift.CommandLine.arguments.dropFirst()), environment: environment,
            console: Console(terminal: Terminal.current(environment)),
            clock: { Instant(seconds: Int64(Date().timeIntervalSince1970)) })
        exit(code.rawValue)
    }
}
