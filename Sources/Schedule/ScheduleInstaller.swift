internal import Glibc
package import Vocabulary

/// Puts a schedule into systemd's hands and takes it out again.
package struct ScheduleInstaller: Sendable {
    private let folder: UnitFolder
    private let run: CommandRunner

    package init(folder: UnitFolder, run: @escaping CommandRunner = runCommand) {
        self.folder = folder
        self.run = run
    }

    package struct Outcome: Sendable {
        /// Paths written, or removed.
        package var files: [String] = []
        /// Whether systemd answered: the timers run, or are stopped.
        package var isInForce = false
        /// What a person has to know or do about it.
        package var notices: [Fault] = []
    }

    /// Writes the units and starts the timers. Files that are there already are replaced whole.
    package func install(_ units: ScheduleUnits) throws -> Outcome {
        var outcome = Outcome()
        for (name, content) in units.files {
            try folder.write(name, content)
            outcome.files.append("\(folder.path)/\(name)")
        }
        let steps = [["daemon-reload"], ["enable", "--now"] + units.timers]
        if let complaint = try refusal(of: steps) {
            let byHand = "systemctl --user daemon-reload && systemctl --user enable --now "
            outcome.notices.append(
                Fault(
                    "systemd_silent", "the timers are written but do not run: \(complaint)", place: "systemctl --user",
                    remedy: "when logged in, run `\(byHand)\(units.timers.joined(separator: " "))`, or use --cron"))
        } else {
            outcome.isInForce = true
            if try lingers() == false { outcome.notices.append(ScheduleInstaller.lingeringIsOff) }
        }
        return outcome
    }

    /// Stops the timers and removes the units; what they fetched stays.
    package func remove(_ units: ScheduleUnits) throws -> Outcome {
        var outcome = Outcome()
        // `clean` forgets when the timers last ran: installed again, they must not make up for the time between.
        let complaint = try refusal(of: [
            ["disable", "--now"] + units.timers, ["clean", "--what=state"] + units.timers,
        ])
        for (name, _) in units.files {
            if try folder.remove(name) { outcome.files.append("\(folder.path)/\(name)") }
            // `disable` removes the link, unless systemd is not there to be asked.
            _ = try folder.remove("timers.target.wants/\(name)")
        }
        let reload = try refusal(of: [["daemon-reload"]])
        outcome.isInForce = reload == nil
        if !outcome.files.isEmpty, let reload = reload {
            outcome.notices.append(
                Fault(
                    "systemd_silent", "the units are removed, but systemd was not told: \(complaint ?? reload)",
                    place: "systemctl --user", remedy: "they are gone for good after the next login"))
        }
        return outcome
    }

    static let lingeringIsOff = Fault(
        "lingering_off", "lingering is off: the timers run only while you are logged in", place: "loginctl",
        remedy: "`loginctl enable-linger` lets them run always")

    /// Whether a person's timers run without them; nil where nobody knows.
    func lingers() throws -> Bool? {
        let answer = try run(["loginctl", "show-user", String(getuid()), "--property=Linger", "--value"])
        switch answer.output.split(separator: "\n").first {
        case "yes": return true
        case "no": return false
        default: return nil
        }
    }

    func systemctl(_ arguments: [String]) throws -> CommandResult { try run(["systemctl", "--user"] + arguments) }

    /// The complaint of the first step that fails.
    private func refusal(of steps: [[String]]) throws -> String? {
        for step in steps {
            let result = try systemctl(step)
            if result.status != 0 { return result.complaint }
        }
        return nil
    }

    func installed(_ name: String) throws -> String? { try folder.content(name) }
}

extension ScheduleInstaller {
    /// A timer as it stands on this machine.
    package struct TimerState: Sendable, Hashable {
        /// `bellwether-fetch-1a2b3c4d.timer`
        package var name: String
        /// Whether its file is there.
        package var isInstalled = false
        /// As the file says: `Mon *-*-* 08:00:00`.
        package var calendar = ""
        /// `active` where systemd runs it, `inactive` where not; empty where systemd does not answer.
        package var activity = ""
        /// When it elapses next and when it did last, in systemd's own words; empty where unknown.
        package var next = ""
        package var last = ""
    }

    /// What is installed for the workspace, and what systemd knows of it.
    package func show(_ units: ScheduleUnits) throws -> (timers: [TimerState], notices: [Fault]) {
        var notices: [Fault] = []
        var timers: [TimerState] = []
        for name in units.timers {
            var state = TimerState(name: name)
            if let content = try installed(name) {
                state.isInstalled = true
                state.calendar = ScheduleInstaller.settings(content)["OnCalendar"] ?? ""
                let answer = try systemctl([
                    "show", name, "--property=ActiveState,NextElapseUSecRealtime,LastTriggerUSec",
                ])
                let known = ScheduleInstaller.settings(answer.output)
                state.activity = known["ActiveState"] ?? ""
                state.next = known["NextElapseUSecRealtime"] ?? ""
                state.last = known["LastTriggerUSec"] ?? ""
                if answer.status != 0, notices.isEmpty {
                    notices.append(
                        Fault(
                            "systemd_silent", "it cannot say whether the timers run: \(answer.complaint)",
                            place: "systemctl --user"))
                }
            }
            timers.append(state)
        }
        if timers.contains(where: \.isInstalled) {
            if let notice = try outdated(units) { notices.append(notice) }
            if try lingers() == false { notices.append(ScheduleInstaller.lingeringIsOff) }
        }
        return (timers, notices)
    }

    /// Services that another version wrote, or that start another program, go on as they are until they are replaced.
    private func outdated(_ units: ScheduleUnits) throws -> Fault? {
        // What a timer says depends on the times it was given.
        let services = units.files.filter { !units.timers.contains($0.name) }
        guard let other = try services.first(where: { try installed($0.name) != $0.content }) else { return nil }
        return Fault(
            "units_outdated", "it is not what this bellwether would write", place: other.name,
            remedy: "`bellwether schedule install`, with the times that you want, replaces it")
    }

    /// Lines of the form `name=value`.
    private static func settings(_ text: String) -> [String: String] {
        var settings: [String: String] = [:]
        for line in text.split(separator: "\n") {
            guard let equals = line.firstIndex(of: "=") else { continue }
            settings[String(line[..<equals])] = String(line[line.index(after: equals)...])
        }
        return settings
    }
}
