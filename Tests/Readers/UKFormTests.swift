import Testing
import Vocabulary

@testable import Readers

/// The UK's CSV and XML say the same of an entry.
@Suite struct UKFormTests {
    private static let header = """
        Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,\
        Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,\
        Designation Type,Designation source,Sanctions Imposed,Other Information,Address Country,Date Designated,D.O.B
        """

    private static let csv =
        "Report Date: 08-Oct-2026\r\n\(header)\r\n"
            + """
            26/01/2022,EXA0001,7172,TAi.002,EXAMPLE,ONE,,,,,Primary Name,,,محمد,,,Regime,Individual,UK|UN,Asset\u{202F}freeze,\
            Tron TDpwBeBt6KPz2HJRzNNXy62gT1yU1MFLTS,,23/02/2001,dd/mm/1945\r
            26/01/2022,EXA0001,7172,TAi.002,Haji,,,,,,ALias,Low quality a.k.a,,محمد,,,Regime,Individual,UK|UN,Asset freeze,\
            Tron TDpwBeBt6KPz2HJRzNNXy62gT1yU1MFLTS,,23/02/2001,dd/mm/1945\r

            """

    private static let xml = """
        <Designations><DateGenerated>08/10/2026</DateGenerated><Designation><LastUpdated>26/01/2022</LastUpdated>\
        <DateDesignated>23/02/2001</DateDesignated><UniqueID>EXA0001</UniqueID><OFSIGroupID>7172</OFSIGroupID>\
        <UNReferenceNumber>TAi.002</UNReferenceNumber><Names><Name><Name1>ONE</Name1><Name6>EXAMPLE</Name6>\
        <NameType>Primary Name</NameType></Name><Name><Name6>Haji</Name6><NameType>Alias</NameType>\
        <AliasStrength>Low quality a.k.a</AliasStrength></Name></Names><NonLatinNames><NonLatinName>\
        <NameNonLatinScript>محمد</NameNonLatinScript></NonLatinName></NonLatinNames><RegimeName>Regime</RegimeName>\
        <IndividualEntityShip>Individual</IndividualEntityShip><DesignationSource>UK|UN</DesignationSource>\
        <SanctionsImposed>Asset freeze</SanctionsImposed>\
        <OtherInformation>Tron TDpwBeBt6KPz2HJRzNNXy62gT1yU1MFLTS</OtherInformation>\
        <IndividualDetails><Individual><DOBs><DOB>dd/mm/1945</DOB></DOBs></Individual></IndividualDetails>\
        </Designation></Designations>
        """

    @Test("A name in another script has the same role in both, and no strength; two sources are two; a wallet is found")
    func same() throws {
        let rows = try read("uk-fcdo-csv", Self.csv).facts("EXA0001")
        #expect(rows == (try read("uk-fcdo-xml", Self.xml).facts("EXA0001")))
        #expect(
            rows.filter { !$0.hasPrefix("updated") } == [
                "kind person", "name Haji (aka, weak)", "name ONE EXAMPLE (primary, strong)",
                "name محمد (primary, Arab)",
                "birth_date 1945 (exact)", "programme Regime", "restriction block (Asset freeze)", "source_list UK",
                "source_list UN", "identifier TDpwBeBt6KPz2HJRzNNXy62gT1yU1MFLTS (wallet, TRX)", "listed_on 2001-02-23",
                "reference 7172 (OFSI Group ID)", "reference TAi.002 (UN)",
                "remark Other Information: Tron TDpwBeBt6KPz2HJRzNNXy62gT1yU1MFLTS",
            ])
    }

    @Test(
        "A registration number keeps its prefix, and says whose it is where that is said",
        arguments: [
            ("BY-190950894", "BY-190950894 (registration)"), ("CHE-115.635.482", "CHE-115.635.482"),
            ("Business Identification Number: RU07586894", "RU07586894 (registration, Business Identification Number)"),
            ("Russia TIN - 8602060555", "8602060555 (tax, RU, Russia TIN)"),
            ("Belarusian tax number: 400085002", "400085002 (tax, BY, Belarusian tax number)"),
            ("1037739635890 (Russia)", "1037739635890 (registration, RU)"), ("BR-99-XY", "BR-99-XY"),
            ("1137711000074 (state number)", "1137711000074 (state number)"),
            ("Unified Social Credit Code – 91441400686355518J", "91441400686355518J"),
        ])
    func registration(cell: String, fact: String) {
        var facts = Facts()
        UKRemarks.registrations(cell, &facts)
        let said = facts.sorted.map(\.display)
        #expect(said.count == 1 && said[0].hasPrefix(fact), "\(said)")
    }

    @Test("A list without one of the columns that names are made of is refused")
    func names() throws {
        for name in ["Name 6", "Name 1", "Name 3"] {
            let renamed = Self.csv.replacing(",\(name),", with: ",Part,")
            #expect(try fault("uk-fcdo-csv", renamed).code == "wrong_header", "\(name)")
        }
    }
}
