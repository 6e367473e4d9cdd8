import Rates
import Testing
import Vocabulary

@Suite struct CommonQuoteTests {
    @Test func aBankThatPricesBothInItsOwnCurrencyMakesACross() throws {
        let dollar = series("USD/UZS:official:cbu", [("2026-03-31", "12120"), ("2026-04-01", "12130.5")])
        let pound = series("SYP/UZS:official:cbu", [("2026-04-01", "105.008"), ("2026-04-02", "105.1")])
        let key = try #require(SeriesKey("USD/SYP:official:cbu"))
        let cross = try CrossRate.derive(key, fromPriceOf: dollar, andOf: pound)
        #expect(cross.key == key && cross.unit == "SYP per USD" && cross.points.map(\.day) == [day("2026-04-01")])
        #expect(isNear(cross.points[0].value, 12_130.5 / 105.008))
        #expect(cross.legs.map(\.key) == [dollar.key, pound.key])
        #expect(throws: Fault.self) { try CrossRate.derive(key, fromPriceOf: pound, andOf: dollar) }
    }
}
