import Formats
import Testing
import Vocabulary

/// How the tables of a page become rows of cells.
@Suite struct HTMLTablesTests {
    private func rows(_ table: String) throws -> [[String]] {
        try #require(HTMLTables(Array("<html><table>\(table)</table></html>".utf8)).tables.first).rows
    }

    @Test(
        "Each cell stands in the column in which a browser shows it",
        arguments: [
            ("<tr><td>a<td>b</tr>", [["a", "b"]]),
            ("<tr><td colspan=2>a<td>b</tr>", [["a", "", "b"]]),
            ("<tr><td rowspan=2>a<td>b<tr><td>c", [["a", "b"], ["a", "c"]]),
            ("<tr><td>a<td rowspan=2>b<tr><td>c", [["a", "b"], ["c", "b"]]),
            ("<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c", [["a", "", "b"], ["a", "", "c"]]),
            ("<tr><td colspan=none>a<td rowspan=-1>b</tr>", [["a", "b"]]),
            ("<tr><td>" + String(repeating: "<div>", count: 20_000) + "a<td>b", [["a", "b"]]),
            ("<tr><td><b><div>a<td>b<tr><td>c<td>d", [["a", "b"], ["c", "d"]]),
            ("<tr><td>6<!-- 9 --><script>7</script>3<br>b</tr>", [["63 b"]]),
            ("<tr><td>a<table><tr><td>in</table>b<td>c</tr>", [["ab", "c"]]),
        ])
    func columns(table: String, cells: [[String]]) throws { #expect(try rows(table) == cells) }

    @Test(
        "A page that is cut, or spans more than it has room for, is refused",
        arguments: [
            ("<html><table><tr><td>63.9", "cut_html"), ("<table><tr><td>63.9</td></tr>", "cut_html"),
            ("<table>" + String(repeating: "<tr><td colspan=65000>a", count: 100) + "</table>", "bad_html"),
            ("<table><tr><td rowspan=9999999999999999999 colspan=999999999>a</table>", "bad_html"),
        ])
    func refused(page: String, code: String) throws {
        #expect(try #require(throws: Fault.self) { try HTMLTables(Array(page.utf8)) }.code == code)
    }

    @Test("Pages are read at once by many, from the first on")
    func together() async throws {
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<200 { group.addTask { try self.rows("<tr><td>a<td>b</tr>").count } }
            return try await group.reduce(0, +)
        }
        #expect(counts == 200)
    }
}
