internal import News
package import Vocabulary

/// The one list of readers: a feed file names one of these.
package enum ReaderCatalogue {
    /// Every reader, in the order of the folders beside this file.
    package static let all: [Reader] = [
        ECBXML.reader,
        ECBCSV.reader,
        WFPPrices.reader,
        RateTexts.long,
        RateTexts.dated,
        RateTexts.wide,
        RateTexts.sdmx,
        RateTrees.json,
        RateTrees.xml,
        RateTables.html,
        RateTables.workbook,
        OFACCSV.reader,
        OFACCSV.consolidated,
        OFACXML.reader,
        OFACEnhancedXML.reader,
        OFACAdvancedXML.reader,
        OFACDeltaXML.reader,
        EUXML.reader,
        CanadaXML.reader,
        SECOXML.reader,
        USCSL.reader,
        UNXML.reader,
        OFSICSV.reader,
        FCDOCSV.reader,
        FCDOXML.reader,
        DFATXLSX.reader,
        DGTJSON.reader,
        EUVesselsCSV.reader,
        MOFCSV.reader,
        MFATXLSX.reader,
        TerrorismODS.reader,
        OpenSanctionsCSV.reader,
        OpenSanctionsFTM.reader,
        EventsCSV.reader,
        NewsReader.reader,
    ]

    /// The reader that a feed file names, or nil.
    package static func named(_ name: String) -> Reader? { all.first { $0.name == name } }
}
