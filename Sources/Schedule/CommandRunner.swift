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
    // In the C locale, answers are in the words that are looked for here.
    try run(["env", "LC_ALL=C"] + arguments)
}

/// Runs a program that gets these bytes as its standard input.
func run(_ arguments: [String], input: [UInt8] = []) throws -> CommandResult {
    // A file, not a pipe: a program that leaves its input unread stops nobody.
    let given = try TemporaryFile()
    try given.write(input)
    let pipes = [try OutputPipe(), try OutputPipe()]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in ([given.descriptor] + pipes.map(\.writer)).enumerated() {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // This process ignores two signals that end other programs when nobody reads them or a quota is full.
    var usual = sigset_t()
    sigemptyset(&usual)
    posix_spawnattr_setsigmask(&attributes, &usual)
    for signal in [SIGPIPE, SIGXFSZ] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var argv = arguments.map { strdup($0) } + [nil]
    defer { for pointer in argv { free(pointer) } }
    var child: pid_t = 0
    let refusal = posix_spawnp(&child, arguments[0], &actions, &attributes, &argv, environ)
    guard refusal == 0 else { throw TemporaryFile.failure(arguments[0], refusal) }
    for pipe in pipes { pipe.closeWriter() }
    let ended = try wait(for: child, pipes)
    let signal = ended & 0x7f
    return CommandResult(
        status: signal == 0 ? (ended >> 8) & 0xff : 128 + signal, output: pipes[0].text, errors: pipes[1].text)
}

/// Reads what a program prints until it ends; what it leaves running in the background may hold the pipes for ever.
private func wait(for child: pid_t, _ pipes: [OutputPipe]) throws -> Int32 {
    var ended: Int32 = 0
    while true {
        let isOpen = pipes.contains(where: \.isOpen)
        if isOpen { OutputPipe.wait(pipes) }
        // Asked before the last reading: what it printed before it ended is in the pipe by then.
        let answer = waitpid(child, &ended, isOpen ? WNOHANG : 0)
        guard answer != -1 || errno == EINTR else { throw TemporaryFile.failure("waitpid", errno) }
        for pipe in pipes { pipe.drain() }
        if answer == child { return ended }
    }
}
