import Configuration
import Foundation
import Testing
import Vocabulary

/// A workspace in a folder of its own, from a few files.
struct TemporaryWorkspace: ~Copyable {
    let path: String

    init(feed: String, secrets: String? = nil, mode: Int = 0o600) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "bellwether \(UUID().uuidString)").path()
            .replacing("%20", with: " ")
        try FileManager.default.createDirectory(atPath: path + "/Config/feeds", withIntermediateDirectories: true)
        try write("bellwether.toml", "")
        try write("watch.toml", "")
        try write("units.toml", "")
        try write("programs.csv", "family,list,tag,act,from,until,renamed_to,renamed_on,marker,note\n")
        try write("feeds/x.toml", feed)
        guard let secrets else { return }
        try write("secrets.toml", secrets)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path + "/Config/secrets.toml")
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record(error) }
    }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path + "/Config/" + name))
    }
}

@Suite struct SecretsTests {
    let feed = """
        id = "x"
        source = "x"
        kind = "rates"
        reader = "ecb-xml"
        address = "https://example.org/{date:yyyyMMdd}?key={secret:API_KEY}&to={to:dd/MM/yyyy}"
        licence = "paid"
        max_age = "10d"
        [headers]
        Authorization = "Bearer {secret:API_KEY}"
        """

    private func resolve(_ root: String, _ environment: [String: String]) throws -> (Resolved, Resolved) {
        let settings = try Settings.load(root: root, environment: environment)
        let feed = try #require(settings.feed("x"))
        let now = try #require(Instant(iso: "2022-02-25T01:50:29Z"))
        return (
            try settings.address(of: feed.parts[0], in: feed, at: now),
            try settings.header(feed.headers[0], of: feed, at: now)
        )
    }

    @Test(
        "A secret comes from the environment, else from the file, and only the request gets it",
        arguments: [
            (["BELLWETHER_SECRET_API_KEY": "k&y=1", "API_KEY": "no"], "API_KEY = \"no\"\n"),
            (["API_KEY": "k&y=1"], "API_KEY = \"no\"\n"), ([:], "API_KEY = \"k&y=1\"\n"),
        ] as [([String: String], String)])
    func sources(environment: [String: String], file: String) throws {
        let workspace = try TemporaryWorkspace(feed: feed, secrets: file)
        let (address, header) = try resolve(workspace.path, environment)
        #expect(address.text == "https://example.org/20220225?key=k%26y%3D1&to=25/02/2022")
        #expect(address.masked == "https://example.org/20220225?key={secret:API_KEY}&to=25/02/2022")
        #expect(header.text == "Bearer k&y=1")
        #expect(header.masked == "Bearer {secret:API_KEY}")
        for printed in ["\(address)", String(reflecting: address), "\(header)"] { #expect(!printed.contains("k&y")) }
        var dumped = ""
        dump(address, to: &dumped)
        #expect(!dumped.contains("k%26y"))
    }

    @Test("A secrets file that others may read is refused", arguments: [0o644, 0o640, 0o604, 0o660, 0o601])
    func exposed(mode: Int) throws {
        let workspace = try TemporaryWorkspace(feed: feed, secrets: "API_KEY = \"hidden\"\n", mode: mode)
        let faults = Settings.check(root: workspace.path, environment: [:]).faults
        #expect(faults.map(\.code) == ["secrets_exposed"])
        #expect(faults.first?.remedy.hasPrefix("chmod 600 Config/secrets.toml") == true)
        #expect(faults.allSatisfy { !"\($0)".contains("hidden") })
    }

    @Test("A secret that is missing is named with what to do")
    func missing() throws {
        let workspace = try TemporaryWorkspace(feed: feed)
        let fault = try #require(throws: Fault.self) { try resolve(workspace.path, [:]) }
        #expect(fault.place == "Config/feeds/x.toml: {secret:API_KEY}")
        #expect(fault.remedy.hasPrefix("set BELLWETHER_SECRET_API_KEY, or write"))
    }

    @Test("A secret with a line break is refused without being shown")
    func lineBreak() throws {
        let workspace = try TemporaryWorkspace(feed: feed)
        let fault = try #require(throws: Fault.self) { try resolve(workspace.path, ["API_KEY": "abc\r\nX: y"]) }
        #expect(fault.code == "bad_secret")
        #expect(!"\(fault)".contains("abc"))
    }

    @Test(
        "A mistake in the secrets file is named without the secret",
        arguments: ["API_KEY = 1234567\n", "key = \"s3cret\"\n"])
    func mistakes(file: String) throws {
        let workspace = try TemporaryWorkspace(feed: feed, secrets: file)
        let fault = try #require(Settings.check(root: workspace.path, environment: [:]).faults.first)
        #expect(fault.place.hasPrefix("Config/secrets.toml:1:"))
        #expect(!"\(fault)".contains("1234567") && !"\(fault)".contains("s3cret"))
    }

    @Test("Texts from elsewhere are masked, whether the secret is plain or percent-encoded")
    func masking() {
        let secrets = Secrets(environment: ["BELLWETHER_SECRET_API_KEY": "k&y=1"])
        #expect(
            secrets.mask("GET /?key=k%26y%3D1 Bearer k&y=1.", names: ["API_KEY", "OTHER"])
                == "GET /?key={secret:API_KEY} Bearer {secret:API_KEY}.")
        #expect(!"\(secrets)".contains("k&y"))
    }

    @Test("An address inside the workspace is absolute, and a space in the workspace's path is encoded")
    func relative() throws {
        let local =
            feed.replacing("https://example.org/", with: "file://./feeds/").replacing("?key={secret:API_KEY}", with: "")
            + "\n"
        let workspace = try TemporaryWorkspace(feed: "allow_file = true\n" + local)
        let address = try resolve(workspace.path, ["API_KEY": "k"]).0.text
        #expect(address == "file://\(workspace.path.replacing(" ", with: "%20"))/feeds/20220225&to=25/02/2022")
    }
}
