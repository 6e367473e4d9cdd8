import Foundation
import TestSupport
import Testing

@Suite struct OneWriterTests {
    @Test func aSecondWriterLeavesAtOnceWithExitCode75AndReadersAreNotKeptOut() throws {
        let server = try FileServer()
        try server.folder.write("ecb.xml", fixture("feeds/ecb/answer.xml"))
        let desk = try Desk(.bare)
        try desk.feed("ecb", "ecb-xml", address: server.url("wait/ecb.xml"), "allow_private = true")
        let list = try desk.folder.write("sdn.csv", SDNFile(1...3).text)
        try desk.feed("us-ofac-sdn", "ofac-csv")
        #expect(try desk.run("import", "us-ofac-sdn", list).status == 0)

        let run = try desk.shell(
            """
            "$b" --workspace "$w" fetch ecb -q --now 2026-11-01T17:00:00Z >first 2>&1 & first=$!
            while [ ! -s "$served/requests.log" ]; do sleep 0.01; done
            for words in "import us-ofac-sdn sdn.csv" fetch rebuild verify "events drop x --reason y"; do
                timeout 5 "$b" --workspace "$w" $words >>second 2>&1; echo $?
            done
            "$b" --workspace "$w" entries us-ofac-sdn --format csv | wc -l
            touch "$served/go"
            wait $first; echo $?
            cat second >&2
            """, environment: ["served": server.folder.path])
        #expect(run.lines == ["75", "75", "75", "75", "75", "4", "0"], "\(run.errors)")
        #expect(run.errors.components(separatedBy: "another bellwether is writing").count == 6)
        try desk.verify()
    }

    @Test func ofManyAtOnceEachIsDoneOrTurnedAwayAndTheLedgerIsWhole() throws {
        let desk = try Desk()
        for day in 10...29 { try desk.folder.write("2022-01-\(day).csv", SDNFile(1...(20 + day)).text) }
        let run = try desk.shell(
            """
            for day in $(seq 10 29); do
                ( "$b" --workspace "$w" import us-ofac-sdn 2022-01-$day.csv --seen @name:yyyy-MM-dd -q >/dev/null 2>&1
                  echo $? ) &
            done
            wait
            """)
        let codes = run.lines
        #expect(codes.count == 20)
        #expect(Set(codes).isSubset(of: ["0", "75"]))
        let done = codes.count { $0 == "0" }
        #expect(done > 0)
        #expect(try desk.rows("changes", "--summary", "step").count == done - 1)
        try desk.verify()
    }
}
