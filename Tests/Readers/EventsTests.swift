import Readers
import Testing
import Vocabulary

@Suite struct EventsTests {
    @Test func aFileOfEventsReads() throws {
        let reading = try read("events-csv", try fixture("feeds/events/answer.csv"))
        #expect(reading.leftovers.isEmpty)
        let events = reading.events
        #expect(events.map(\.id) == ["RU-2022-02-24", "RU-2022-02-28"])
        #expect(events[0].title == "Russia attacks Ukraine from the north, east and south")
        #expect(events[0].countries == ["RU", "UA"])
        #expect(events[0].time?.description == "2022-02-24T03:00:00Z")
        #expect(events[1].programmes == ["EO14024", "EO14024-D4"])
        #expect(events[1].direction == "tighten")
        #expect(events[1].time == nil)
    }

    @Test func whatIsWrittenReadsBackTheSame() throws {
        var event = NewsEvent(id: "SY-2020-06-17", date: try #require(Day(iso: "2020-06-17")))
        event.title = "Caesar Act in force"
        event.countries = ["SY"]
        event.currencies = ["SYP"]
        event.programmes = ["CAESAR"]
        event.tags = ["sanctions", "framework"]
        event.direction = "tighten"
        event.stage = "in_force"
        event.afterFix = 1
        let text = EventsCSV.columns.joined(separator: ",") + "\n" + EventsCSV.row(event).joined(separator: ",") + "\n"
        #expect(try read("events-csv", text).events == [event])
    }

    @Test func columnsStandInAnyOrderAndUnknownOnesAreReported() throws {
        let reading = try read("events-csv", "note,programme,date,id\nx,EO14024,2022-02-24,A\n")
        #expect(reading.leftovers == ["note": 1])
        #expect(reading.events[0].programmes == ["EO14024"])
        #expect(reading.events[0].precision == "day")
    }

    @Test(arguments: [
        ("id\nA\n", "wrong_header", "line 1"), ("id,date,id\nA,2022-02-24,A\n", "wrong_header", "line 1"),
        ("id,date\nA,2022-02-30\n", "bad_day", "line 2, column date"),
        ("id,date\n,2022-02-24\n", "bad_event", "line 2, column id"),
        ("id,date\nA,2022-02-24\nA,2022-02-25\n", "duplicate_key", "line 3"),
        ("id,date\nA,2022-02-24,x\n", "wrong_columns", "line 2"),
        ("id,date,direction\nA,2022-02-24,up\n", "bad_event", "line 2, column direction"),
        ("id,date,currencies\nA,2022-02-24,\"RUB,UAH\"\n", "bad_event", "line 2, column currencies"),
        ("id,date,after_fix\nA,2022-02-24,2\n", "bad_event", "line 2, column after_fix"),
        ("id,date,time_utc\nA,2022-02-24,24:00\n", "bad_event", "line 2, column time_utc"),
        ("id,date,time_utc\nA,2022-02-24,2022-03-05T10:00:00Z\n", "bad_event", "line 2, column time_utc"),
        ("id,date\n", "no_rows", ""), ("", "empty_file", ""),
    ])
    func aBadRowIsNamedWithItsLineAndColumn(text: String, code: String, place: String) throws {
        let fault = try fault("events-csv", text)
        #expect(fault.code == code)
        #expect(fault.place == place)
    }
}
