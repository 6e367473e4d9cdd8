internal import Foundation
internal import Glibc

/// A program that ran to its end: what it printed and how it ended.
package struct Execution: Sendable {
    package let output: String
    package let errors: String
    /// The exit code; 128 + the signal's number where a signal ended it.
    package let status: Int32

    package var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Runs the `bellwether` built beside these tests. `environment` is the whole environment but for PATH and HOME.
    package static func bellwether(
        _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil, input: String = ""
    ) throws -> Execution {
        try run([program] + arguments, environment: environment, in: folder, input: input)
    }

    /// The built executable: it lies in the folder of the running test bundle.
    package static var program: String {
        get throws {
            let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let path = URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("bellwether")
                .path
            guard access(path, X_OK) == 0 else { throw Mismatch("\(path) is not built") }
            return path
        }
    }

    /// Whether a program is on the search path, for `.enabled(if:)`.
    package static func isInstalled(_ tool: String) -> Bool {
        (TestSupport.environment("PATH") ?? "/usr/bin:/bin").split(separator: ":").contains {
            access("\($0)/\(tool)", X_OK) == 0
        }
    }

    /// Runs any program, found on PATH where it has no slash. Output goes through files: no pipe can fill and block.
    package static func run(
        _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil, input: String = ""
    ) throws -> Execution {
        let files = try TemporaryFolder()
        try files.write("in", input)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "\(files.path)/in", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "\(files.path)/out", O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, "\(files.path)/err", O_WRONLY | O_CREAT, 0o600)
        // Tests run on threads that block every signal, and a shell that inherits this waits for its children for ever.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        // Whoever started the tests may ignore these two, which a program started by a person does not.
        var usual = sigset_t()
        sigemptyset(&usual)
        for signal in [SIGPIPE, SIGXFSZ] { sigaddset(&usual, signal) }
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        // glibc's addchdir_np hides behind _GNU_SOURCE, which Swift's module of glibc does not define.
        let arguments = folder.map { ["env", "--chdir=\($0)"] + arguments } ?? arguments

        var variables = environment
        for name in ["PATH", "HOME"] where variables[name] == nil { variables[name] = TestSupport.environment(name) }
        var argv = arguments.map { strdup($0) } + [nil]
        var envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var child: pid_t = 0
        let failure = posix_spawnp(&child, arguments[0], &actions, &attributes, &argv, &envp)
        guard failure == 0 else { throw Mismatch("\(arguments[0]): \(String(cString: strerror(failure)))") }
        var ended: Int32 = 0
        while waitpid(child, &ended, 0) == -1, errno == EINTR {}
        let signal = ended & 0x7f
        return Execution(
            output: try files.read("out"), errors: try files.read("err"),
            status: signal == 0 ? (ended >> 8) & 0xff : 128 + signal)
    }
}
