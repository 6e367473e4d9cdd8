import Foundation
import TestSupport
import Testing

@Suite struct SeenTests {
    private func files(_ desk: Desk) throws -> [String] {
        try (1...3).map { try desk.folder.write("2022-01-0\($0)T120000_x.csv", SDNFile(1...(29 + $0)).text) }
    }

    private let seen = ["2022-01-01T12:00:00Z", "2022-01-02T12:00:00Z", "2022-01-03T12:00:00Z"]

    @Test func theNameOfAFileSaysWhenItWasSeen() throws {
        let desk = try Desk()
        let files = try files(desk)
        let run = try desk.run(
            "import", "us-ofac-sdn", files[2], files[0], files[1], "--seen", "@name:yyyy-MM-ddTHHmmss")
        #expect(run.status == 0, "\(run.errors)")
        let steps = try desk.rows("changes", "--summary", "step")
        #expect(steps.map { $0["seen_at"] } == Array(seen.dropFirst()))
        #expect(steps.map { $0["entries"] } == ["31", "32"])
    }

    @Test func theFileSystemSaysWhenItWasModified() throws {
        let desk = try Desk()
        let files = try files(desk)
        for (file, moment) in zip(files.reversed(), seen) {
            let date = try #require(ISO8601DateFormatter().date(from: moment))
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file)
        }
        let run = try desk.run("import", "us-ofac-sdn", files[0], files[1], files[2], "--seen", "@mtime")
        #expect(run.status == 0, "\(run.errors)")
        let steps = try desk.rows("changes", "--summary", "step")
        #expect(steps.map { $0["seen_at"] } == Array(seen.dropFirst()))
        #expect(steps.map { $0["entries"] } == ["31", "30"])
    }

    @Test(arguments: ["yesterday", "@name:", "@name:HHmm", "@ctime", "2022-02-30T00:00:00Z", ""])
    func whatIsNoMomentIsRefused(text: String) throws {
        let desk = try Desk()
        let run = try desk.run("import", "us-ofac-sdn", try files(desk)[0], "--seen", text)
        #expect(run.status == 2)
        #expect(try !desk.run("rates").errors.contains("journal"))
    }

    @Test func aNameThatDoesNotSayItStopsTheImportBeforeAnythingIsTaken() throws {
        let desk = try Desk()
        let other = try desk.folder.write("sdn.csv", SDNFile(1...3).text)
        let run = try desk.run("import", "us-ofac-sdn", try files(desk)[0], other, "--seen", "@name:yyyy-MM-ddTHHmmss")
        #expect(run.status == 1)
        #expect(run.errors.contains("sdn.csv") && run.errors.contains("yyyy-MM-ddTHHmmss"))
        #expect(try desk.rows("changes").isEmpty)
    }

    @Test func aFolderAndAZipAreOneSnapshotWithPartsInAnyCase() throws {
        let desk = try Desk()
        for name in ["SDN.CSV", "Add.csv", "alt.CSV", "SDN_COMMENTS.CSV"] {
            try desk.folder.write("set/\(name)", fixture("feeds/us-ofac-sdn/\(name.lowercased())"))
        }
        let run = try desk.run("import", "us-ofac-sdn", "\(desk.folder.path)/set", "--seen", seen[0], "--format", "csv")
        #expect(run.status == 0, "\(run.errors)")
        #expect(CSV.rows(run.output).count == 1)
        let whole = try desk.run("entries", "us-ofac-sdn", "36").output
        #expect(whole.contains("Havana") && whole.contains("AERO-CARIBBEAN"))
        // Alone, SDN covers no addresses: they are not known to be gone.
        let alone = try desk.folder.write("renamed-download (1).csv", fixture("feeds/us-ofac-sdn/sdn.csv"))
        #expect(try desk.run("import", "us-ofac-sdn", alone, "--seen", seen[1]).status == 0)
        #expect(try desk.rows("changes").isEmpty)
        #expect(try desk.run("entries", "us-ofac-sdn", "36").output == whole)
        try desk.verify()
    }
}
