import Readers
import Testing

@Suite struct CountriesTests {
    @Test(arguments: [
        ("Korea, North", "KP"), ("Democratic People's Republic of Korea", "KP"), ("Syria", "SY"),
        ("Syrian Arab Republic", "SY"), ("Burma", "MM"), ("Congo, Democratic Republic of the", "CD"),
        ("Congo, Republic of the", "CG"), ("Region: Crimea", "UA"), ("Iran (Islamic Republic of)", "IR"),
        ("Virgin Islands, British", "VG"), ("Türkiye", "TR"), ("RUSSIA", "RU"), ("Macau", "MO"), ("Guinea", "GN"),
        ("Hong Kong, China", "HK"), ("Palestinian Authority", "PS"),
    ])
    func publishersNamesHaveCodes(name: String, code: String) {
        #expect(Countries.code(name) == code)
    }

    @Test(arguments: ["undetermined", "Region: Kafia Kingi", "Netherlands Antilles", "", "GB"])
    func whatIsNotOneCountryKeepsThePublishersWords(name: String) {
        #expect(Countries.code(name) == nil)
        #expect(Countries.codeOrName(name) == name)
    }
}
