import Indicators
import Testing
import Vocabulary

@Suite struct SettingsTests {
    @Test func aSettingThatAnIndicatorDoesNotTakeIsRefusedWithThoseItTakes() throws {
        let fault = #expect(throws: Fault.self) {
            try only("vol_30", IndicatorQuestion([rouble], on: day("2022-03-01"), settings: ["window": "30"]))
        }
        #expect(fault?.code == "unknown_setting")
        #expect(fault?.remedy == "It takes: n, closed_days, periods, max_age_days.")
    }

    @Test func everyIndicatorTakesAMaximumAgeAndHasHelpAndFormula() {
        for indicator in IndicatorCatalogue.all {
            #expect(indicator.parameters.map(\.name).contains("max_age_days"))
            #expect(indicator.help.hasSuffix(".") && !indicator.formula.isEmpty, "\(indicator.id)")
        }
        #expect(Set(IndicatorCatalogue.all.map(\.id)).count == IndicatorCatalogue.all.count)
    }

    @Test(arguments: [
        ("vol_30", "n", "1"), ("vol_30", "n", "30.5"), ("vol_30", "periods", "0"), ("vol_30", "periods", "nan"),
        ("vol_30", "periods", "0x1p10"), ("vol_30", "closed_days", "maybe"), ("rate", "max_age_days", "-1"),
        ("stale_days", "min_rel", "inf"), ("multiple", "s0", "1e400"),
    ])
    func aValueOutOfRangeIsRefusedWithWhatIsAllowed(id: String, name: String, value: String) throws {
        let indicator = try IndicatorCatalogue.indicator(id)
        let base = indicator.needsBase ? day("2022-02-18") : nil
        let question = IndicatorQuestion([rouble], on: day("2022-03-01"), base: base, settings: [name: value])
        let fault = #expect(throws: Fault.self) { try indicator.answer(question) }
        #expect(fault?.code == "bad_setting")
        #expect(fault?.remedy.hasPrefix("It must be") == true)
    }

    @Test func anUnknownIndicatorIsAFaultThatListsAll() {
        let fault = #expect(throws: Fault.self) { try IndicatorCatalogue.indicator("vol30") }
        #expect(fault?.remedy.contains("vol_30_raw") == true)
    }
}
