import Configuration
import Testing
import Vocabulary

@Suite struct DeliveryTests {
    private func decode(_ text: String) -> Checked<WorkspaceConfig> {
        WorkspaceConfig.decode(ConfigFile(name: "bellwether.toml", bytes: Array(text.utf8)))
    }

    @Test("Without a table nothing is handed to anybody")
    func absent() throws {
        let delivery = try decode("").get().delivery
        #expect(delivery.report.isEmpty && delivery.failure.isEmpty)
        #expect(delivery.timeout.seconds == 120)
    }

    @Test("Commands are words as they stand, lines and empty ones among them")
    func words() throws {
        let delivery = try decode(
            """
            [delivery]
            report = ["mail", "-s", "", "me@example.org"]
            failure = ["sh", "-c", \"""
            cat > out
            echo "$BELLWETHER_TITLE"
            \"""]
            timeout = "45s"
            """
        ).get().delivery
        #expect(delivery.report == ["mail", "-s", "", "me@example.org"])
        #expect(delivery.failure == ["sh", "-c", "cat > out\necho \"$BELLWETHER_TITLE\"\n"])
        #expect(delivery.timeout.seconds == 45)
    }

    @Test(
        "A mistake is named with its line and column",
        arguments: [
            ("report = \"mail\"", "2:10: `report` is a text"),
            ("report = [\"mail\", 1]", "2:19: a value of `report` is a whole number"),
            ("failure = []", "2:11: `failure` names no program"),
            ("failure = [\"\", \"x\"]", "2:11: `failure` names no program"),
            ("failure = [\"a\\u0000b\"]", "2:12: a value of `failure` cannot be "),
            ("timeout = 120", "2:11: `timeout` is a whole number"),
            ("timeout = \"0s\"", "2:11: `timeout` cannot be \"0s\""),
            ("mail = []", "2:1: unknown key `mail` in [delivery]"),
        ])
    func mistakes(line: String, complaint: String) throws {
        let checked = decode("[delivery]\n\(line)\n")
        #expect(checked.value == nil)
        let fault = try #require(checked.faults.first)
        #expect("\(fault.place): \(fault.message)".hasPrefix("bellwether.toml:\(complaint)"))
        #expect(checked.faults.count == 1)
    }
}
