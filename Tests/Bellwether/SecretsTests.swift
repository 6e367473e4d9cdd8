import Foundation
import TestSupport
import Testing

@Suite struct SecretsTests {
    /// Every character of it has another form in an address.
    private let secret = "hunter2/with+signs&more="

    private func desk(_ server: FileServer, habit: String) throws -> Desk {
        let desk = try Desk(.bare)
        try desk.feed(
            "ecb", "ecb-xml", address: server.url("\(habit)/ecb.xml?api={secret:ECB_KEY}"),
            "allow_private = true\n[headers]\nX-Key = \"Bearer {secret:ECB_KEY}\"")
        try desk.write("Config/bellwether.toml", "[fetch]\nretries = 0\n")
        return desk
    }

    /// Nothing that a person, a log or a backup sees may hold any form of the secret.
    private func expectNoTrace(_ desk: Desk, _ runs: [Execution]) throws {
        let forms = ["hunter2", "with+signs", "with%2Bsigns", "signs%26more", "signs&more"]
        for run in runs {
            for form in forms { #expect(!(run.output + run.errors).contains(form), "\(run.output)\(run.errors)") }
        }
        for form in forms {
            let found = try Execution.run(["grep", "-ralF", "--exclude=secrets.toml", "--", form, desk.workspace])
            #expect(found.output == "", "\(form)")
        }
    }

    @Test(arguments: ["plain", "etag", "500", "to", "nobody"])
    func aSecretIsSentAndNeverShownOrKept(habit: String) throws {
        let server = try FileServer()
        try server.folder.write("ecb.xml", fixture("feeds/ecb/answer.xml"))
        let desk = try desk(server, habit: habit)
        if habit == "nobody" {
            try desk.feed(
                "ecb", "ecb-xml", address: "https://{secret:ECB_KEY}.invalid/x?api={secret:ECB_KEY}",
                "[headers]\nX-Key = \"Bearer {secret:ECB_KEY}\"")
        }
        let environment = ["BELLWETHER_SECRET_ECB_KEY": secret]
        let words = [
            ["config", "check"], ["feeds", "--format", "json"], ["fetch", "--dry-run"], ["fetch", "-v"],
            ["fetch", "ecb", "--force", "-v", "--format", "csv"], ["status", "--format", "json"], ["verify", "-v"],
            ["rebuild", "-v"], ["rates", "*", "--format", "csv"],
            ["report", "weekly", "--week", "2026-W44"],
        ]
        let runs = try words.map {
            try Execution.bellwether(
                ["--workspace", desk.workspace, "--now", "2026-11-07T17:00:00Z"] + $0, environment: environment)
        }
        let isGood = ["plain", "etag", "to"].contains(habit)
        #expect(runs[3].status == (isGood ? 0 : 3), "\(runs[3].errors)")
        #expect(runs[3].output.contains(isGood ? "stored" : "failed"))
        if habit != "nobody" {
            let request = try #require(try server.requests().first)
            #expect(request.path.hasSuffix("?api=hunter2%2Fwith%2Bsigns%26more%3D"))
            #expect(request.headers["x-key"] == "Bearer \(secret)")
        }
        try expectNoTrace(desk, runs)
    }

    @Test func aSecretMayStandInAFileThatOnlyItsOwnerReads() throws {
        let server = try FileServer()
        try server.folder.write("ecb.xml", fixture("feeds/ecb/answer.xml"))
        let desk = try desk(server, habit: "plain")
        let file = try desk.write("Config/secrets.toml", "ECB_KEY = \"\(secret)\"\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        let exposed = try desk.run("fetch", now: "2026-11-01T17:00:00Z")
        #expect(exposed.status == 1)
        #expect(exposed.errors.contains("chmod 600"))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        let run = try desk.run("fetch", now: "2026-11-01T17:00:00Z")
        #expect(run.status == 0, "\(run.errors)")
        try expectNoTrace(desk, [exposed, run])
    }

    @Test func aMissingSecretFailsItsFeedAlone() throws {
        let server = try FileServer()
        try server.folder.write("ecb.xml", fixture("feeds/ecb/answer.xml"))
        try server.folder.write("sdn.csv", fixture("feeds/us-ofac-sdn/sdn.csv"))
        let desk = try desk(server, habit: "plain")
        try desk.feed("us-ofac-sdn", "ofac-csv", address: server.url("plain/sdn.csv"), "allow_private = true")
        let run = try desk.run("fetch", "--format", "csv", now: "2026-11-01T17:00:00Z")
        #expect(run.status == 3)
        #expect(CSV.rows(run.output).map { $0["outcome"] } == ["failed", "stored"])
        #expect(run.errors.contains("BELLWETHER_SECRET_ECB_KEY"))
    }
}
