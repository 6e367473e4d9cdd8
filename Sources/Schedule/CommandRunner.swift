internal import Glibc
internal import Vocabulary

/// What a program answered.
package struct CommandResult: Sendable, Hashable {
    package var status: Int32
    package var output: String
    package var errors: String

    package init(status: Int32, output: String = "", errors: String = "") {
        self.status = status
        self.output = output
        self.errors = errors
    }

    /// The line that says why, for a message; what `enable` has done before it failed is not the reason.
    var complaint: String {
        errors.split(separator: "\n").first { !$0.hasPrefix("Created symlink") }.map(String.init)
            ?? "it ended with exit code \(status)"
    }
}

/// Runs a program with its arguments and waits for it; no shell reads them.
package typealias CommandRunner = @Sendable (_ arguments: [String]) throws -> CommandResult

/// The runner that starts real programs, found on PATH.
@Sendable package func runCommand(_ arguments: [String]) throws -> CommandResult {
    // Files, not pipes: a program that prints a lot can neither fill them nor wait for a reader.
    guard let output = tmpfile(), let errors = tmpfile() else { throw failure("tmpfile", errno) }
    defer {
        fclose(output)
        fclose(errors)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, fileno(output), 1)
    posix_spawn_file_actions_adddup2(&actions, fileno(errors), 2)

    // In the C locale, answers are in the words that are looked for here.
    var argv = (["env", "LC_ALL=C"] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in argv { free(pointer) } }
    var child: pid_t = 0
    let refusal = posix_spawnp(&child, "env", &actions, nil, &argv, environ)
    guard refusal == 0 else { throw failure(arguments.first ?? "", refusal) }
    var ended: Int32 = 0
    while waitpid(child, &ended, 0) == -1 {
        guard errno == EINTR else { throw failure("waitpid", errno) }
    }
    let signal = ended & 0x7f
    return CommandResult(
        status: signal == 0 ? (ended >> 8) & 0xff : 128 + signal, output: try text(of: output),
        errors: try text(of: errors))
}

private func text(of file: UnsafeMutablePointer<FILE>) throws -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    guard fseek(file, 0, SEEK_SET) == 0 else { throw failure("fseek", errno) }
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer.prefix(count) }
    return String(decoding: bytes, as: UTF8.self)
}

private func failure(_ what: String, _ code: Int32) -> Fault {
    Fault("command_failed", String(cString: strerror(code)), place: what)
}
