/// How a publisher lays out its rates, for the readers that many publishers share: data in the feed file, not code.
///
/// Columns are named as the file names them. In a tree (JSON, XML) a record also has the columns of what it stands in,
/// `outer.inner` for what is nested, and `name#2` where a name stands there for the second time.
package struct RateLayout: Codable, Sendable, Hashable {
    package var `where` = Where()
    package var day = DayOfValue()
    package var currency = Currency()
    package var indicator = Indicator()
    package var number = Number()

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
    /// What the publisher calls a currency: `[QUOTE per ][N ]BASE[:measure]`; or a country; "" leaves it out.
    package var codes: [String: String] = [:]
    package var unit: String?
    /// By measure, where a file has several.
    package var units: [String: String] = [:]
    package var period: Period?
    /// Records in which a column has another value are left out.
    package var only: [String: String] = [:]
    /// What a column says in every record; a file with another value is another source's, and is refused.
    package var must: [String: String] = [:]
    /// Columns that say nothing about rates; every other one is used or reported.
    package var ignore: [String] = []
    /// Whether a column of a power of ten must be used or ignored by name. False in the journal's layouts from before one
    /// could be said: their files were read past it.
    package var mustSayPower = true

    package init() {}

    /// Where the records are.
    package struct Where: Codable, Sendable, Hashable {
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
        /// Between the columns of text: `,` unless given.
        package var separator: String?
        /// Of text; XML says its own.
        package var encoding: String?
        /// How lines of text begin that are notes and no rows.
        package var comment: String?
        /// In a tree: lists of a record that belong together, element by element; each place in them is a record.
        package var arrays: [String]?
        /// In a tree: what leads to the number of the page, and to how many pages the answer has.
        package var page: String?
        package var pages: String?
    }

    /// Of which day a value is.
    package struct DayOfValue: Codable, Sendable, Hashable {
        package var column: String?
        /// As `DayForm` reads it, several with `|` between them; `yyyy-MM-dd` unless given.
        package var form: String?
        /// The input field of a page that holds the day of all its records.
        package var input: String?
        /// Whether the values are of the day on which they were seen: nothing in the file says another.
        package var isSeen = false
        /// Whether the header's cells are days.
        package var isInHeader = false
        /// Whether of several values on a day the one that stands last is the day's.
        package var isLast = false
        /// Minutes by which a publisher's clock is ahead of UTC, where days are counted in seconds.
        package var offsetMinutes: Int?
        /// The calendar of the days, where it is not the Gregorian.
        package var calendar: OtherCalendarName?
        /// The first of the hundred years that two digits stand for.
        package var pivot: Int?
        /// Columns that hold a day together, with a blank between them in `form`; an empty cell repeats the one above.
        package var columns: [String]?
        /// In a tree: what leads to the day of publication.
        package var published: String?
        /// The publisher's zone by its IANA name: of times that state their offset from UTC the day is the one that its
        /// clocks show. Nil in layouts from before: there the day is the one that is printed.
        package var zone: String?
    }

    /// A calendar that a publisher prints days in.
    package enum OtherCalendarName: String, Codable, Sendable, CaseIterable {
        /// The solar calendar of Iran and Afghanistan.
        case persian
    }

    /// Column or fixed code: quote units are paid for one base.
    package struct Currency: Codable, Sendable, Hashable {
        package var base: String?
        package var baseCode: String?
        package var quote: String?
        package var quoteCode: String?
        /// Whether codes that ISO 4217 does not have are left out, cryptocurrencies mostly.
        package var isKnownOnly = false
    }

    /// For what is no rate: its name, and the country's column or ISO 3166-1 code.
    package struct Indicator: Codable, Sendable, Hashable {
        package var name: String?
        package var area: String?
        package var areaCode: String?
    }

    /// How values are printed, and for how many units.
    package struct Number: Codable, Sendable, Hashable {
        /// `.` unless given.
        package var decimal: String?
        /// Between groups of three digits; none unless given.
        package var thousands: String?
        /// What stands where there is no value, beside an empty cell.
        package var absent: [String] = []
        /// Whether 0 stands for no value.
        package var isZeroAbsent = false
        /// By which values are multiplied, a power of ten: prices in toman are in tens of rials.
        package var factor: Int?
        /// The column that says how many units of the base a value is for.
        package var nominal: String?
        /// How many units a value is for where that column is empty; nil: such a record is refused.
        package var nominalDefault: Int?
        /// What the publisher does not print: its values for these codes are for so many units.
        package var nominals: [String: Int] = [:]
        /// The column of a power of ten, `UNIT_MULT` of SDMX: a rate is for so many units of the base, an indicator in so
        /// many.
        package var power: String?
    }
}

extension RateLayout {
    /// Reads the journal's form: today's, or the one from before there were groups.
    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        guard box.contains(.where) else {
            self = try FlatRateLayout(from: decoder).layout
            return
        }
        `where` = try box.decode(Where.self, forKey: .where)
        day = try box.decode(DayOfValue.self, forKey: .day)
        currency = try box.decode(Currency.self, forKey: .currency)
        indicator = try box.decode(Indicator.self, forKey: .indicator)
        number = try box.decode(Number.self, forKey: .number)
        values = try box.decode([String: String].self, forKey: .values)
        measure = try box.decodeIfPresent(String.self, forKey: .measure)
        measureColumn = try box.decodeIfPresent(String.self, forKey: .measureColumn)
        measures = try box.decode([String: String].self, forKey: .measures)
        columns = try box.decodeIfPresent(String.self, forKey: .columns)
        mids = try box.decode([String: [String]].self, forKey: .mids)
        codes = try box.decode([String: String].self, forKey: .codes)
        unit = try box.decodeIfPresent(String.self, forKey: .unit)
        units = try box.decode([String: String].self, forKey: .units)
        period = try box.decodeIfPresent(Period.self, forKey: .period)
        only = try box.decode([String: String].self, forKey: .only)
        must = try box.decodeIfPresent([String: String].self, forKey: .must) ?? [:]
        ignore = try box.decode([String].self, forKey: .ignore)
        mustSayPower = try box.decode(Bool.self, forKey: .mustSayPower)
    }
}
