import Foundation
import TestSupport
import Testing

/// report.html, and what strangers put into it.
@Suite struct ReportPageTests {
    private let monday = "2022-03-07T06:00:00Z"

    private func page(_ desk: Desk, _ folder: String = "2022-W09") throws -> String {
        try String(contentsOfFile: "\(desk.workspace)/Reports/\(folder)/report.html", encoding: .utf8)
    }

    /// What Debian's tidy finds wrong with a page.
    private func faults(_ desk: Desk, _ page: String) throws -> String {
        let path = try desk.folder.write("page.html", page)
        let run = try Execution.run(["tidy", "-q", "-e", "-utf8", path], environment: [:], in: desk.folder.path)
        return run.errors + run.output
    }

    @Test("One file that is valid, asks for nothing, runs nothing, and whose policy says so")
    func selfContained() throws {
        let desk = try FetchedSample.copy()
        #expect(try desk.run("report", "weekly", "--week", "2022-W09", now: monday).status == 0)
        let page = try page(desk)
        #expect(try faults(desk, page) == "")
        #expect(page.contains("default-src 'none'; style-src 'sha256-"))
        for word in ["<script", "src=", "@import", "url(", "style=", "javascript:", "<link", "<iframe", " on"] {
            let isThere = word == " on" ? page.contains(/\son[a-z]+="/) : page.contains(word)
            #expect(!isThere, "\(word)")
        }
        // The policy lets in exactly the sheet that is there.
        let sheet = try #require(page.firstMatch(of: /<style>([^<]*)<\/style>/)?.output.1)
        let path = try desk.folder.write("sheet.css", String(sheet))
        let hash = try Execution.run(
            ["sh", "-c", "openssl dgst -sha256 -binary \(path) | openssl base64 -A"], environment: [:],
            in: desk.folder.path
        ).output
        #expect(page.contains("'sha256-\(hash)'"))
        // Every table has a caption and headers, every drawing a text, every link a place to go.
        #expect(page.matches(of: /<table>/).count == page.matches(of: /<caption>/).count)
        #expect(page.matches(of: /<svg\s/).count == page.matches(of: /<svg\s[^>]*role="img" aria-label="[^"]+"/).count)
        #expect(page.matches(of: /<svg\s/).count == 1)
        for target in page.matches(of: /href="#([^"]+)"/) { #expect(page.contains("id=\"\(target.output.1)\"")) }
        // The figures of the text are on the page too.
        for figure in ["105.000", "75.992", "27.6 %", "USMANOV, Alisher Burhanovich"] { #expect(page.contains(figure)) }
        let index = try String(contentsOfFile: "\(desk.workspace)/Reports/index.html", encoding: .utf8)
        #expect(index.contains("href=\"2022-W09/report.html\"") && index.contains("lost 21.4 %"))
        #expect(try faults(desk, index) == "")
    }

    private static let names = [
        "<script>alert(1)</script>", "=cmd('calc')", "\u{1b}[31mRED", "\u{202e}gpj.exe", "محمد علي",
        "O'BRIEN \"X\" & SONS",
    ]

    @Test("Names that attack, and a title of 5,000 characters, are shown and do nothing")
    func hostile() throws {
        let desk = try Desk()
        var file = SDNFile(1...3)
        #expect(
            try desk.run(
                "import", "us-ofac-sdn", try desk.folder.write("a.csv", file.text), "--seen", "2022-02-25T12:00:00Z",
                now: monday
            ).status == 0)
        for (offset, name) in ReportPageTests.names.enumerated() {
            file.rows[10 + offset] = .init(name: name.replacing("\"", with: "\"\""))
        }
        let second = try desk.folder.write("b.csv", file.text)
        let run = try desk.run("import", "us-ofac-sdn", second, "--seen", "2022-03-02T12:00:00Z", now: monday)
        if run.status == 3 {
            let held = try #require(try desk.rows("quarantine").first?["run"])
            #expect(try desk.run("accept", held, "--reason", "test", now: monday).status == 0)
        }
        let title = String(repeating: "Sanctions <b>bold</b> ", count: 230)
        #expect(
            try desk.run(
                "events", "add", "--date", "2022-03-02", "--title", title, "--country", "RU", "--url",
                "javascript:alert(1)", now: monday
            ).status != 1)
        #expect(
            try desk.run("events", "add", "--date", "2022-03-03", "--title", title, "--country", "RU", now: monday)
                .status == 0)
        let report = try desk.run("report", "weekly", "--week", "2022-W09", now: monday)
        #expect(report.output.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 110 })
        #expect(!report.output.contains("\u{1b}") && !report.output.contains("\u{202e}"))
        let page = try page(desk)
        #expect(try faults(desk, page) == "")
        #expect(!page.contains("<script") && !page.contains("<b>bold") && !page.contains("javascript:"))
        #expect(!page.contains("\u{1b}") && !page.contains("\u{202e}"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && page.contains("<bdi>محمد علي</bdi>"))
        #expect(page.utf8.count < 100_000)
        let changes = try String(contentsOfFile: "\(desk.workspace)/Reports/2022-W09/changes.csv", encoding: .utf8)
        #expect(changes.contains("\"'=cmd('calc')\""))
        // Numbers below zero stay numbers: only texts are kept from being run.
        #expect(!changes.contains("'-"))
    }

    @Test("A list with 10,000 changes makes a page that opens on a telephone")
    func manyChanges() throws {
        let desk = try Desk()
        let first = try desk.folder.write("a.csv", SDNFile(1...3).text)
        let second = try desk.folder.write("b.csv", SDNFile(1...10_003).text)
        #expect(try desk.run("import", "us-ofac-sdn", first, "--seen", "2022-02-25T12:00:00Z", now: monday).status == 0)
        let run = try desk.run("import", "us-ofac-sdn", second, "--seen", "2022-03-02T12:00:00Z", now: monday)
        if run.status == 3 {
            let held = try #require(try desk.rows("quarantine").first?["run"])
            #expect(try desk.run("accept", held, "--reason", "test", now: "2022-03-02T13:00:00Z").status == 0)
        }
        let report = try desk.run("report", "weekly", "--week", "2022-W09", now: monday).output
        #expect(report.contains("12 of 10,000; changes.csv has them"), "\(report.prefix(2000))")
        #expect(try page(desk).utf8.count < 100_000)
        let changes = try String(contentsOfFile: "\(desk.workspace)/Reports/2022-W09/changes.csv", encoding: .utf8)
        #expect(changes.split(separator: "\n").count == 10_001)
    }
}
