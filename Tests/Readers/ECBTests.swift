import Readers
import Testing
import Vocabulary

@Suite struct ECBTests {
    @Test(arguments: [
        ("ecb-csv", "feeds/ecb-hist/answer.csv"), ("ecb-csv", "feeds/ecb-hist/answer.zip"),
        ("ecb-xml", "feeds/ecb-90d/answer.xml"),
    ])
    func theHistoryReadsAlikeFromEachFormat(reader: String, file: String) throws {
        let reading = try read(reader, try fixture(file))
        #expect(reading.published == Day(iso: "2022-03-02"))
        #expect(reading.rows == 30)
        #expect(reading.leftovers.isEmpty)
        let rouble = try reading.series("EUR/RUB:reference:ecb")
        #expect(
            rouble.printed == [
                "2007-12-31 35.986", "2022-02-28 115.4842", "2022-03-01 117.201",
            ])
        #expect(rouble.unit == "RUB per EUR")
        // The file has 2 March but no rouble: a stated absence, not the end of the series' range.
        #expect(try #require(rouble.complete).upperBound.description == "2022-03-02")
        #expect(try reading.series("EUR/TRL:reference:ecb").printed == ["1999-01-04 372274"])
    }

    @Test(arguments: [("ecb-csv", "readers/ecb-csv/eurofxref.csv"), ("ecb-xml", "feeds/ecb/answer.xml")])
    func theDaysFileKeepsItsZeros(reader: String, file: String) throws {
        let reading = try read(reader, try fixture(file))
        #expect(
            reading.rates.map { $0.printed[0] } == [
                "2026-10-30 1.1172", "2026-10-30 0.83380", "2026-10-30 136.00", "2026-10-30 55.8015",
            ])
    }

    @Test(arguments: [
        ("Date,USD,\n2022-03-01,1.1,\n2022-02-28,1.1\n", "wrong_columns", "line 3"),
        ("Date,USD,\n2022-03-01,1.1,1.2,\n", "wrong_columns", "line 2"),
        ("Day,USD,\n2022-03-01,1.1,\n", "wrong_header", "line 1"),
        ("Date,US Dollar,\n2022-03-01,1.1,\n", "wrong_header", "line 1"),
        ("Date,USD,USD,\n2022-03-01,1.1,1.1,\n", "wrong_header", "line 1"),
        ("Date,USD,\n2022-02-30,1.1,\n", "bad_day", "line 2, column Date"),
        ("Date,USD,\n2022-03-01,0,\n", "bad_rate", "line 2, column USD"),
        ("Date,USD,\n2022-03-01,-1.1,\n", "bad_rate", "line 2, column USD"),
        ("Date,USD,\n2022-03-01,1.1e3,\n", "bad_rate", "line 2, column USD"),
        ("Date,USD,\n2022-03-01,,\n", "bad_rate", "line 2, column USD"),
        ("Date,USD,\n2022-03-01,1.1,\n2022-03-01,1.1,\n", "duplicate_key", "line 3"),
        ("Date,USD,\n2022-03-01,1.1,", "cut_file", "line 2"),
        ("Date,USD,\n2022-03-01,\"1.1,\n", "unterminated_quote", "line 2, byte 27"),
        ("Date,USD,\n", "no_rows", ""),
        ("Date,USD,\n2022-03-01,N/A,\n", "no_rows", ""),
        ("", "empty_file", ""),
        ("\n  \n", "empty_file", ""),
        ("<!DOCTYPE html><title>Moved</title>", "html_received", ""),
        ("{\"error\":\"down\"}", "json_received", ""),
        ("Date,USD,\n2022-03-01,1\u{0}1,\n", "wrong_encoding", "line 2, byte 22"),
    ])
    func aBadCSVIsRefusedWhereItIsBad(text: String, code: String, place: String) throws {
        let fault = try fault("ecb-csv", text)
        #expect(fault.code == code)
        #expect(fault.place == place)
    }

    @Test func bytesThatAreNoTextAreRefused() throws {
        let utf16: [UInt8] = [0xFF, 0xFE] + Array("Date".utf8).flatMap { [$0, 0] }
        #expect(try fault("ecb-csv", utf16).code == "wrong_encoding")
        #expect(try fault("ecb-csv", Array("Date,USD,\n".utf8) + [0xE9, 0x0A]).place == "line 2, byte 10")
    }

    @Test func aCutZipIsRefusedAtEveryLength() throws {
        let zip = try fixture("feeds/ecb-hist/answer.zip")
        for length in stride(from: 4, to: zip.count, by: 7) {
            #expect(try fault("ecb-csv", Array(zip.prefix(length))).code == "cut_zip", "cut to \(length) bytes")
        }
    }

    @Test func aDamagedZipIsRefused() throws {
        var zip = try fixture("feeds/ecb-hist/answer.zip")
        zip[zip.count / 3] ^= 0x10
        #expect(throws: Fault.self) { try read("ecb-csv", zip) }
    }

    @Test(arguments: [
        ("<Envelope><Cube/></Envelope>", "no_rows"),
        ("<Envelope><Cube><Cube time='2022-03-01'/></Cube></Envelope>", "no_rows"),
        ("<Envelope><Cube time='2022-02-30'><Cube currency='USD' rate='1.1'/></Cube></Envelope>", "bad_day"),
        ("<Envelope><Cube time='2022-03-01'><Cube currency='USD' rate='0.0'/></Cube></Envelope>", "bad_rate"),
        ("<Envelope><Cube time='2022-03-01'><Cube currency='USD'/></Cube></Envelope>", "bad_rate"),
        ("<Envelope><Cube time='2022-03-01'><Cube currency='usd' rate='1.1'/></Cube></Envelope>", "bad_currency"),
        ("<Envelope><Cube time='2022-03-01'><Cube currency='EUR' rate='1'/></Cube></Envelope>", "bad_currency"),
        ("<Envelope><Cube time='2022-03-01'/><Cube currency='USD' rate='1.1'/></Envelope>", "bad_day"),
        ("<Envelope><Cube time='2022-03-01'/><Cube time='2022-03-01'/></Envelope>", "duplicate_key"),
        ("<ValCurs/>", "wrong_root"), ("<html><body>Maintenance</body></html>", "html_received"),
        ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "html_received"), ("", "empty_file"),
    ])
    func aBadXMLIsRefused(text: String, code: String) throws {
        #expect(try fault("ecb-xml", text).code == code)
    }

    @Test func aRateThatIsNoneIsNamedWithItsLine() throws {
        let fault = try fault(
            "ecb-xml", "<Envelope>\n<Cube time='2022-03-01'>\n<Cube currency='USD' rate='nan'/></Cube></Envelope>")
        #expect(fault.place == "line 3, column 1, byte 36")
        #expect(fault.message == "\"nan\" is no positive rate for USD on 2022-03-01")
    }

    @Test func whatTheXMLNeverHadBeforeIsReported() throws {
        let text = "<Envelope><note/><Cube time='2022-03-01'><Cube currency='USD' rate='1.1' multiplier='100'/></Cube>"
        let reading = try read("ecb-xml", text + "</Envelope>")
        #expect(reading.leftovers == ["note": 1, "Cube@multiplier": 1])
    }
}
