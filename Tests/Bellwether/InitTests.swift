import Foundation
import TestSupport
import Testing

@Suite struct InitTests {
    @Test func aNewWorkspaceIsWholeAndHasEveryShippedFeed() throws {
        let desk = try Desk()
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.workspace).sorted()
        #expect(names == ["Config", "Data", "Reports"])
        #expect(try desk.run("config", "check").status == 0)
        let shipped = try FileManager.default.contentsOfDirectory(atPath: "\(Repository.root)/Config/feeds")
        #expect(try desk.rows("feeds").compactMap { $0["feed"] } == shipped.map { String($0.dropLast(5)) }.sorted())
    }

    @Test func nothingThatIsThereIsOverwritten() throws {
        let desk = try Desk()
        try desk.write("Config/watch.toml", "# mine\n")
        let again = try Execution.bellwether(["init", desk.workspace])
        #expect(again.status == 1)
        #expect(again.errors.contains("there is a workspace here already"))
        #expect(try String(contentsOfFile: "\(desk.workspace)/Config/watch.toml", encoding: .utf8) == "# mine\n")
    }

    @Test func anEmptyWorkspaceSaysWhatToDoFirst() throws {
        let desk = try Desk()
        for words in [["rates"], ["entries", "us-ofac-sdn"], ["changes"], ["quarantine"]] {
            let run = try Execution.bellwether(["--workspace", desk.workspace] + words)
            #expect(run.status == 1)
            #expect(run.errors.contains("this workspace holds no data yet"), "\(words)")
            #expect(run.errors.contains("bellwether fetch"))
        }
    }

    @Test(arguments: ["with space", "it's \"quoted\"", "100%20 #?&", "Данные", "a;b$(c)`d`"])
    func aWorkspaceMayHaveAnyName(name: String) throws {
        let desk = try Desk(.sample, named: name)
        #expect(try desk.run("fetch", now: "2022-02-25T01:50:29Z").status == 0)
        #expect(try desk.run("fetch", now: "2022-03-04T02:03:13Z").status == 0)
        try desk.verify()
        #expect(try desk.rows("changes", "--summary", "step").count == 2)
    }

    @Test func aWorkspaceMayBeMovedAndItsRecordsDoNotSayWhereItLay() throws {
        let desk = try Desk(.sample)
        #expect(try desk.run("fetch", now: "2022-02-25T01:50:29Z").status == 0)
        let moved = "\(desk.folder.path)/elsewhere"
        try FileManager.default.moveItem(atPath: desk.workspace, toPath: moved)
        let run = try Execution.bellwether(["--workspace", moved, "fetch", "--now", "2022-03-04T02:03:13Z"])
        #expect(run.status == 0)
        #expect(try Execution.bellwether(["--workspace", moved, "verify"]).status == 0)
        #expect(try Execution.run(["grep", "-ralF", desk.folder.path, moved]).output == "")
    }
}
