package import Vocabulary

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
