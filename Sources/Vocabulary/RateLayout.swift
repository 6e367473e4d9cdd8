/// How a publisher lays out its rates, for the readers that many publishers share: data in the feed file, not code.
///
/// Columns are named as the file names them. In a tree (JSON, XML) a record also has the columns of what it stands in,
/// `outer.inner` for what is nested, and `name#2` where a name stands there for the second time.
package struct RateLayout: Codable, Sendable, Hashable {
    // Where the records are.
    /// In a tree, the names that lead to them from the root, with dots; empty: the elements of the root.
    package var records: [String] = []
    /// The document element of XML.
    package var root: String?
    /// Whether each member of what `records` names is a record: `key`, and `value` or its own columns.
    package var hasMembers = false
    /// An element whose text is a document of XML itself, and the name of that document's element.
    package var unwrap: String?
    /// The first cell of the header of a table; what stands above or has one cell only is prose.
    package var header: String?
    /// How the prose begins that says which table it is; without it the table is refused.
    package var title: String?
    /// Which table of a page, counted from 1; all of them unless given.
    package var table: Int?
    /// Records in which a column has another value are left out.
    package var only: [String: String] = [:]
    /// Between the columns of text: `,` unless given.
    package var separator: String?
    /// Of text; XML says its own.
    package var encoding: String?

    // What a column means.
    package var day: String?
    /// As `DayForm` reads it, several with `|` between them; `yyyy-MM-dd` unless given.
    package var dayForm: String?
    /// The input field of a page that holds the day of all its records.
    package var dayInput: String?
    /// Whether the values are of the day on which they were seen: nothing in the file says another.
    package var isOfDaySeen = false
    /// Whether of several values on a day the one that stands last is the day's.
    package var isLastOfDay = false
    /// Minutes by which a publisher's clock is ahead of UTC, where days are counted in seconds.
    package var offsetMinutes: Int?
    /// Whether the header's cells are days.
    package var hasDayColumns = false
    /// Column or fixed code: quote units are paid for one base.
    package var base: String?
    package var baseCode: String?
    package var quote: String?
    package var quoteCode: String?
    /// For what is no rate: the area's column or ISO 3166-1 code, and the indicator's name.
    package var area: String?
    package var areaCode: String?
    package var indicator: String?
    package var unit: String?
    /// By indicator, where a file has several.
    package var units: [String: String] = [:]
    package var period: Period?
    /// Columns of values, each with the measure that its series has: `official.buy`.
    package var values: [String: String] = [:]
    /// The measure of the reader's own value column.
    package var measure: String?
    /// A column that says which measure a record is of, and what its words stand for; "" leaves the record out.
    package var measureColumn: String?
    package var measures: [String: String] = [:]
    /// The form of the names of value columns: `TP_DK_{base}_{measure}_YTL`.
    package var columns: String?
    /// Measures that are the mean of two others, or the one that a day has: `official` of `official.buy` and `official.sell`.
    package var mids: [String: [String]] = [:]
    /// By which values are multiplied, a power of ten: prices in toman are in tens of rials.
    package var factor: Int?
    /// The column that says how many units of the base a value is for.
    package var nominal: String?
    /// The column of a power of ten, `UNIT_MULT` of SDMX: a rate is for so many units of the base, an indicator in so many.
    package var power: String?
    /// What the publisher does not print: its values for these codes are for so many units.
    package var nominals: [String: Int] = [:]
    /// What the publisher calls a currency: `[QUOTE per ][N ]BASE[:measure]`; "" leaves it out.
    package var codes: [String: String] = [:]
    /// Whether codes that ISO 4217 does not have are left out, cryptocurrencies mostly.
    package var isKnownOnly = false

    // How values are printed.
    /// `.` unless given.
    package var decimal: String?
    /// Between groups of three digits; none unless given.
    package var thousands: String?
    /// What stands where there is no value, beside an empty cell.
    package var absent: [String] = []
    /// Whether 0 stands for no value.
    package var isZeroAbsent = false
    /// Columns that say nothing about rates; every other one is used or reported.
    package var ignore: [String] = []
    /// Whether a column of a power of ten must be used or ignored by name. Nil in the journal's layouts from before one
    /// could be said: their files were read past it.
    package var mustSayPower: Bool? = true

    package init() {}
}
