package import Vocabulary

/// The whole program: its tree of commands, run against the words of a command line.
package struct Program: Sendable {
    package let root: Command
    package let version: String
    /// The day of this version, for the manual page.
    package let released: Day

    /// `completion` and `man` are added to the root's commands, for they are read off the whole tree.
    package init(_ root: Command, version: String, released: Day) {
        var root = root
        root.subcommands += [.completion, .man]
        self.root = root
        self.version = version
        self.released = released
    }

    package var name: String { root.name }

    /// Runs the command that the words ask for. Every fault ends here: printed, and turned into an exit code.
    package func main(
        _ words: [String], environment: [String: String], console: Console,
        clock: @escaping @Sendable () -> Instant
    ) async -> ExitCode {
        var console = console
        // Before anything else: a command line that is not understood is a fact for the log as well.
        let now = Parser.value(of: "now", in: words).flatMap { Instant(iso: $0) }
        console.log = Parser.value(of: "log", in: words).map { LogFile(path: $0, clock: { now ?? clock() }) }
        do {
            switch try Parser.parse(words, root: root) {
            case .help(let path, let command):
                try console.print(HelpPage(command, path: path).text)
                return .done
            case .version:
                try console.print("\(name) \(version)\n")
                return .done
            case .run(let path, let command, let options, let arguments):
                console.command = path.dropFirst().joined(separator: " ")
                let global = try GlobalOptions(options, environment: environment, path: path, clock: clock)
                console.level = global.quiet ? .quiet : global.verbose ? .verbose : .normal
                guard let run = command.run else { return .usage }
                return try await run(
                    Invocation(
                        program: self, command: command, path: path, global: global, console: console,
                        options: options, arguments: arguments))
            }
        } catch let fault as Fault where fault.code == Output.readerLeft {
            // Whoever reads has seen enough: that is no failure, and not worth a word.
            return .done
        } catch let fault as Fault {
            console.fail(fault)
            return ExitCode(fault)
        } catch is CancellationError {
            console.fail(Fault("cancelled", "stopped before it was done"))
            return .failed
        } catch {
            console.fail(Fault("unexpected", "\(error)"))
            return .failed
        }
    }
}

extension GlobalOptions {
    init(
        _ options: [String: [String]], environment: [String: String], path: [String], clock: () -> Instant
    ) throws {
        let named = environment["BELLWETHER_WORKSPACE"].flatMap { $0.isEmpty ? nil : $0 }
        var now: Instant?
        if let text = options["now"]?.last {
            now = Instant(iso: text)
            if now?.isRecordable != true {
                throw Fault.usage("--now wants a moment such as 2022-03-07T08:00:00Z, not “\(text)”", path: path)
            }
        }
        let (quiet, verbose) = (options["quiet"] != nil, options["verbose"] != nil)
        if quiet, verbose { throw Fault.usage("--quiet and --verbose exclude each other", path: path) }
        self.init(
            workspace: options["workspace"]?.last ?? named ?? ".", now: now ?? clock(), isNowGiven: now != nil,
            offline: options["offline"] != nil, quiet: quiet, verbose: verbose)
    }
}
