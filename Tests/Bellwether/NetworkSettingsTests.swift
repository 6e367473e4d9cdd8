import TestSupport
import Testing

@Suite struct NetworkSettingsTests {
    private let now = "2026-11-01T17:00:00Z"

    @Test func theProxyOfTheConfigurationIsAskedForHostsThatOnlyItKnows() throws {
        let proxy = try FileServer()
        try proxy.folder.write("ecb.xml", fixture("feeds/ecb/answer.xml"))
        let desk = try Desk(.bare)
        try desk.feed("ecb", "ecb-xml", address: "http://publisher.invalid/plain/ecb.xml")
        try desk.write("Config/bellwether.toml", "[fetch]\nretries = 0\nproxy = \"\(proxy.url(""))\"\n")
        let run = try desk.run("fetch", now: now)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try proxy.requests().map(\.path) == ["http://publisher.invalid/plain/ecb.xml"])

        try desk.write(
            "Config/bellwether.toml",
            "[fetch]\nretries = 0\nproxy = \"\(proxy.url(""))\"\nno_proxy = \"publisher.invalid\"\n")
        let direct = try desk.run("fetch", "ecb", now: "2026-11-02T17:00:00Z")
        #expect(direct.status == 3)
        #expect(try proxy.requests().count == 1)
    }

    @Test func theProxyOfTheEnvironmentIsHonoured() throws {
        let proxy = try FileServer()
        try proxy.folder.write("ecb.xml", fixture("feeds/ecb/answer.xml"))
        let desk = try Desk(.bare)
        try desk.feed("ecb", "ecb-xml", address: "http://publisher.invalid/plain/ecb.xml")
        let run = try desk.run("fetch", now: now, environment: ["http_proxy": proxy.url("")])
        #expect(run.status == 0, "\(run.errors)")
        #expect(try proxy.requests().count == 1)
    }

    @Test func certificatesOfOnesOwnAreNamedInTheConfiguration() throws {
        let folder = try TemporaryFolder()
        let made = try Execution.run(
            [
                "sh", "-c",
                """
                openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout key.pem \
                    -out certificate.pem -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 2>/dev/null
                cat certificate.pem key.pem > both.pem
                """,
            ], in: folder.path)
        #expect(made.status == 0)
        let server = try FileServer(certificate: "\(folder.path)/both.pem")
        try server.folder.write("ecb.xml", fixture("feeds/ecb/answer.xml"))
        let desk = try Desk(.bare)
        try desk.feed(
            "ecb", "ecb-xml", address: server.url("plain/ecb.xml", scheme: "https"), "allow_private = true")
        try desk.write("Config/bellwether.toml", "[fetch]\nretries = 0\n")
        let refused = try desk.run("fetch", now: now)
        #expect(refused.status == 3)
        #expect(refused.errors.contains("certificate"), "\(refused.errors)")
        #expect(try server.requests().isEmpty)

        try desk.write("Config/own.pem", try folder.read("certificate.pem"))
        try desk.write("Config/bellwether.toml", "[fetch]\nretries = 0\nca_file = \"Config/own.pem\"\n")
        let run = try desk.run("fetch", now: now)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test func theUserAgentIsTheFeedsElseTheWorkspacesElseTheProgramsOwn() throws {
        let server = try FileServer()
        try server.folder.write("ecb.xml", fixture("feeds/ecb/answer.xml"))
        let desk = try Desk(.bare)
        let address = server.url("plain/ecb.xml")
        try desk.feed("ecb", "ecb-xml", address: address, "allow_private = true")
        _ = try desk.run("fetch", "ecb", now: "2026-11-01T17:00:00Z")
        try desk.write("Config/bellwether.toml", "[fetch]\nuser_agent = \"ours/1\"\n")
        _ = try desk.run("fetch", "ecb", now: "2026-11-02T17:00:00Z")
        try desk.feed("ecb", "ecb-xml", address: address, "allow_private = true\nuser_agent = \"theirs/2\"")
        _ = try desk.run("fetch", "ecb", now: "2026-11-03T17:00:00Z")
        let agents = try server.requests().map { $0.headers["user-agent"] ?? "" }
        #expect(agents.count == 3)
        #expect(agents[0].hasPrefix("bellwether/"))
        #expect(agents.dropFirst() == ["ours/1", "theirs/2"])
    }
}
