import Foundation
import TestSupport
import Testing

/// What the week's news said, held against rates and lists.
@Suite struct ReportNewsTests {
    private static let feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Agency One</title>
        <item><title>Russian rouble has lost 27 % of its value in a month as US sanctions bite</title>
        <link>https://one.example/2022/03/03/rouble</link><pubDate>Thu, 03 Mar 2022 09:30:00 GMT</pubDate>
        <description>The rouble has lost 27% of its value in a month, said the billionaire Alisher Usmanov. "The rouble \
        fell 60% in a week," said economist Jane Roe. The US Treasury announced sanctions on Russia.</description></item>
        </channel></rss>
        """

    @Test("A story's figures are tested on the watched rates and its people on the lists of the week's end")
    func claimsAndNames() throws {
        let desk = try FetchedSample.copy()
        let shipped = try Desk()
        for name in ["feeds/articles.toml", "places.toml", "bodies.toml", "tags.toml"] {
            try desk.write("Config/\(name)", try shipped.folder.read("desk/Config/\(name)"))
        }
        let path = try desk.write("story.xml", Self.feed)
        #expect(try desk.run("events", "import", path, now: "2022-03-04T12:00:00Z").status == 0)
        let run = try desk.run("report", "weekly", "--week", "2022-W09", now: "2022-03-07T06:00:00Z")
        let text = run.output.replacing("\n  ", with: " ")
        // 100(1-76.359/105.000) = 27.3, counted from 3 February; no base of the week before makes 60.
        #expect(
            text.contains("“The rouble has lost 27% of its value in a month” Holds for 1 of 1 rate tested."), "\(text)")
        #expect(text.contains("“The rouble fell 60% in a week” Holds for none of 1 rate tested."))
        #expect(text.contains("- Alisher Usmanov: USMANOV, Alisher Burhanovich (us-ofac-sdn 35283; subset)"))
        #expect(!text.contains("- Jane Roe:"))
        #expect(text.contains("1 story waits for review"))
        // Shown, and compared with nothing.
        #expect(!text.contains("# 2022-03-03 Russian rouble"))
        let folder = "\(desk.workspace)/Reports/2022-W09"
        let claims = CSV.rows(try String(contentsOfFile: "\(folder)/claims.csv", encoding: .utf8))
        let best = try #require(claims.first { $0["holds"] == "true" }?["best_value"].flatMap { Double($0) })
        #expect(abs(best - 100 * (1 - 76.35902888534467 / 105)) < 1e-9)
        let names = CSV.rows(try String(contentsOfFile: "\(folder)/names.csv", encoding: .utf8))
        #expect(names.filter { $0["status"] == "listed" }.map { $0["entry_id"] } == ["35283"])
        // Each name that was asked has its answer of each list.
        #expect(Set(names.compactMap { $0["name"] }) == ["Alisher Usmanov", "Jane Roe"], "\(names)")
    }
}
