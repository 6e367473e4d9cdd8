import Rates
import Testing
import Vocabulary

@Suite struct ConversionFileTests {
    @Test func columnsAreFoundByNameAndOthersArePassedOver() throws {
        let text = "\u{feff}to,note,amount,date,from\r\nUSD,\"rent, May\",1250.50,2022-02-24,EUR\r\n"
        let requests = try ConversionFile.read(Array(text.utf8))
        #expect(requests.count == 1)
        #expect(requests[0].day == Day(iso: "2022-02-24"))
        #expect(requests[0].amount.description == "1250.50")
        #expect((requests[0].from.text, requests[0].to.text) == ("EUR", "USD"))
    }

    @Test(arguments: [
        ("date,amount,from,to\n", 0), ("date,amount,from,to\n\n2022-02-24,-5,EUR,USD", 1),
        ("date,amount,from,to\n2022-02-24,0,EUR,EUR\n2022-02-24,1,EUR,USD\n", 2),
    ])
    func everyRowIsARequest(text: String, count: Int) throws {
        #expect(try ConversionFile.read(Array(text.utf8)).count == count)
    }

    private static let broken: [(text: String, place: String, message: String)] = [
        ("", "", "the file is empty"),
        ("date,amount,from\n", "line 1", "the header has no column to"),
        ("date,amount,from,to,to\n", "line 1", "the header has the column to twice"),
        ("date,amount,from,to\n2022-02-24,1,EUR\n", "line 2, column 4", "the row has 3 fields, the header 4"),
        ("date,amount,from,to\n2022-02-24,1,250,EUR,USD\n", "line 2, column 5", "the row has 5 fields, the header 4"),
        ("date,amount,from,to\n2022-02-30,1,EUR,USD\n", "line 2, column 1", "“2022-02-30” is not a day"),
        ("date,amount,from,to\n24.02.2022,1,EUR,USD\n", "line 2, column 1", "“24.02.2022” is not a day"),
        (
            "amount,date,from,to\n1,2022-02-24,EUR,USD\n1e3,2022-02-24,EUR,USD\n", "line 3, column 1",
            "“1e3” is not a decimal number"
        ),
        ("date,amount,from,to\n2022-02-24,,EUR,USD\n", "line 2, column 2", "“” is not a decimal number"),
        ("date,amount,from,to\n2022-02-24,1,eur,USD\n", "line 2, column 3", "“eur” is not a code"),
        ("date,amount,from,to\n2022-02-24,1,EUR,US$\n", "line 2, column 4", "“US$” is not a code"),
    ]

    @Test(arguments: broken)
    func aMalformedRowIsAFaultWithItsLineAndColumn(text: String, place: String, message: String) throws {
        let fault = #expect(throws: Fault.self) { try ConversionFile.read(Array(text.utf8)) }
        #expect(fault?.place == place)
        #expect(fault?.message.hasPrefix(message) == true, "\(fault?.message ?? "")")
        #expect(fault?.remedy.isEmpty == false)
    }
}
