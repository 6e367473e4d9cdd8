import Foundation
import TestSupport
import Testing

/// The columns that other programs read: fixed in order; new ones are only ever appended.
@Suite struct ColumnsTests {
    private static let runs = "run,feed,outcome,http,bytes,sha256,published,rows,changes,message"
    private static let changes = "list,seen_at,published,day,entry_id,change,field,before,after,name,programs,run"
    private static let summary =
        "entries,added,removed,modified,raw_changed,renamed,programme_changed,returned,rekeyed,source_missing"
    private static let events = """
        id,date,precision,time_utc,date_source,title,countries,currencies,actors,programs,tags,direction,expected,\
        confidence,source,url,measure,stage,after_fix,not_before,not_after
        """
    private static let compare = """
        event,date,after_fix,day0,mapping,series,numeraire,model,w0,w1,n,L,est_first,est_last,alpha,beta,t_beta,mbar,smm,\
        r2,s2,basket_n,car,se,t,df,p,lo,hi,pct,pct_lo,pct_hi,placebo_n,placebo_p,k_turb,t_turb,p_turb,placebo_p_turb,\
        rank,p_bh,placebo_p_bh,p_turb_bh,family,lo_turb,hi_turb,pct_lo_turb,pct_hi_turb,alpha_fhs,beta_fhs,car_fhs,\
        sd_fhs,z_fhs,fhs_n,p_fhs,lo_fhs,hi_fhs,p_fhs_tail,p_fhs_bh,status,confounders
        """
    private static let rub = "EUR/RUB:reference:ecb"

    @Test(arguments: [
        ("fetch ecb-90d un-sc --force --now 2022-03-04T02:06:00Z", runs),
        ("rates \(rub)", "series,day,value,unit,known_from,run"),
        ("rates \(rub) --vintages", "series,day,value,unit,known_from,run"),
        ("rates USD/RUB:reference:ecb", "series,day,value,unit,known_from,run"),
        (
            "indicators \(rub)",
            "series,indicator,date,base_date,value,unit,observed_on,age_days,known_on,note"
        ),
        (
            "indicators claim halved --currency RUB --on 2022-03-01",
            """
            series,kind,source,holds,measure,base_first,base_last,bases,best_base,best_value,s0,s1,observed_on,\
            age_days,note
            """
        ),
        ("entries us-ofac-sdn", "list,entry_id,kind,name,programs,countries,listed_on,seen_at,restrictions"),
        ("programmes", "family,list,tag,country,act,from,until,renamed_to,restriction,note"),
        ("changes", changes), ("changes us-ofac-sdn", changes),
        ("changes --summary step", "list,seen_at,\(summary)"), ("changes --summary day", "list,day,\(summary)"),
        ("changes --summary week", "list,week,\(summary)"),
        ("changes --summary programme", "list,programme,\(summary)"),
        ("changes --summary country", "list,country,\(summary)"),
        ("changes --summary family", "list,family,\(summary)"), ("changes --summary kind", "list,kind,\(summary)"),
        ("status --now 2022-03-04T03:00:00Z", "feed,outcome,last_success,age_hours,stale,quarantined"),
        ("quarantine", "run,feed,seen_at"), ("events list", events), ("events list --waves", events),
        ("events show RU-2022-02-24", events),
        ("compare --event RU-2022-02-24", compare),
        (
            "compare --event RU-2022-02-24 --abnormal",
            "event,after_fix,series,numeraire,model,offset,day,r,m,ar,se,t,p,flag"
        ),
        (
            "feeds",
            "feed,kind,reader,source,every,last_success,age_hours,licence,attribution,terms_url,addresses,unproven"
        ), ("verify", "check,done,wrong"),
    ])
    func columnsStandInTheOrderOfTheContract(line: String, columns: String) throws {
        let writes = line.hasPrefix("fetch") || line == "verify"
        let desk = try writes ? FetchedSample.copy() : FetchedSample.shared.get()
        let words = line.split(separator: " ").map(String.init)
        let csv = try Execution.bellwether(["--workspace", desk.workspace] + words + ["--format", "csv"])
        #expect(csv.status == 0, "\(csv.errors)")
        let head = CSV.records(csv.output).first ?? []
        let wanted = columns.split(separator: ",").map(String.init)
        #expect(Array(head.prefix(wanted.count)) == wanted)
        // Every record is as long as the head, read by code that is not the program's.
        #expect(CSV.records(csv.output).allSatisfy { $0.count == head.count })

        let json = try Execution.bellwether(["--workspace", desk.workspace] + words + ["--format", "json"])
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(object["schema"] as? Int == 1)
        let tables = object.values.compactMap { $0 as? [[String: Any]] }
        try #require(tables.count == 1)
        #expect(tables[0].count == CSV.records(csv.output).count - 1)
        #expect(tables[0].allSatisfy { Set($0.keys).isSubset(of: head) })
    }

    @Test func importAndAcceptPrintTheColumnsOfFetch() throws {
        let desk = try Desk()
        let small = try desk.folder.write("small.csv", SDNFile(1...30).text)
        let smaller = try desk.folder.write("smaller.csv", SDNFile(1...5).text)
        let first = try desk.run("import", "us-ofac-sdn", small, "--seen", "2022-01-01T00:00:00Z", "--format", "csv")
        let held = try desk.run("import", "us-ofac-sdn", smaller, "--seen", "2022-01-02T00:00:00Z", "--format", "csv")
        #expect(held.status == 3)
        let run = try #require(CSV.rows(held.output).first?["run"])
        let accepted = try desk.run("accept", run, "--reason", "gazette", "--format", "csv")
        for output in [first, held, accepted].map(\.output) {
            #expect(output.hasPrefix(ColumnsTests.runs + "\n"))
        }
    }

    @Test func csvIsWrittenAsRFC4180AsksAndNumbersAreNumbers() throws {
        let desk = try FetchedSample.shared.get()
        let run = try desk.run("changes", "--format", "csv")
        #expect(!run.output.contains("\r"))
        #expect(run.output.hasSuffix("\n"))
        let row = try #require(CSV.rows(run.output).first { $0["entry_id"] == "35283" })
        #expect(row["change"] == "added")
        #expect(row["name"] == "USMANOV, Alisher Burhanovich")
        #expect(row["day"] == "2022-03-03" && row["seen_at"] == "2022-03-04T02:03:13Z")
        #expect(row["before"] == "" && row["field"] == "")
        let rates = try desk.rows("rates", "EUR/RUB:reference:ecb", "--from", "2022-03-01")
        #expect(rates.map { $0["value"] } == ["117.201"])
    }
}
