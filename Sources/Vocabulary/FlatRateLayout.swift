/// A layout as the journal kept it before its words stood in groups: runs of that time are read by it for ever.
struct FlatRateLayout: Decodable {
    private var records: [String]
    private var root: String?
    private var hasMembers: Bool
    private var unwrap: String?
    private var header: String?
    private var title: String?
    private var table: Int?
    private var only: [String: String]
    private var separator: String?
    private var encoding: String?
    private var day: String?
    private var dayForm: String?
    private var dayInput: String?
    private var isOfDaySeen: Bool
    private var isLastOfDay: Bool
    private var offsetMinutes: Int?
    private var hasDayColumns: Bool
    private var base: String?
    private var baseCode: String?
    private var quote: String?
    private var quoteCode: String?
    private var area: String?
    private var areaCode: String?
    private var indicator: String?
    private var unit: String?
    private var units: [String: String]
    private var period: Period?
    private var values: [String: String]
    private var measure: String?
    private var measureColumn: String?
    private var measures: [String: String]
    private var columns: String?
    private var mids: [String: [String]]
    private var factor: Int?
    private var nominal: String?
    private var nominals: [String: Int]
    private var codes: [String: String]
    private var isKnownOnly: Bool
    private var decimal: String?
    private var thousands: String?
    private var absent: [String]
    private var isZeroAbsent: Bool
    private var ignore: [String]

    var layout: RateLayout {
        var layout = RateLayout()
        layout.where = RateLayout.Where(
            records: records, root: root, hasMembers: hasMembers, unwrap: unwrap, header: header, title: title,
            table: table, separator: separator, encoding: encoding)
        layout.day = RateLayout.DayOfValue(
            column: day, form: dayForm, input: dayInput, isSeen: isOfDaySeen, isInHeader: hasDayColumns,
            isLast: isLastOfDay, offsetMinutes: offsetMinutes)
        layout.currency = RateLayout.Currency(
            base: base, baseCode: baseCode, quote: quote, quoteCode: quoteCode, isKnownOnly: isKnownOnly)
        layout.indicator = RateLayout.Indicator(name: indicator, area: area, areaCode: areaCode)
        layout.number = RateLayout.Number(
            decimal: decimal, thousands: thousands, absent: absent, isZeroAbsent: isZeroAbsent, factor: factor,
            nominal: nominal, nominals: nominals)
        layout.values = values
        layout.measure = measure
        layout.measureColumn = measureColumn
        layout.measures = measures
        layout.columns = columns
        layout.mids = mids
        layout.codes = codes
        layout.unit = unit
        layout.units = units
        layout.period = period
        layout.only = only
        layout.ignore = ignore
        layout.mustSayPower = false
        return layout
    }
}
