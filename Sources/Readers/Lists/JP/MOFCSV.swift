internal import Formats
internal import Vocabulary

/// The assets frozen by Japan's Ministry of Finance (資産凍結等対象者): a row per entry, its columns in Japanese, several values
/// of a cell parted by semicolons.
///
/// Built from a description of the file; no real file has been read yet.
enum MOFCSV {
    static let reader = Reader(name: "jp-mof-csv", version: 1, kind: .list) { snapshot in
        let list = try CSVList(
            snapshot.required("main"), .init(needed: ["番号"], expected: [weak], endsLastRow: false), keyColumn: "番号")
        return try list.reading { try read($0, &$1) }
    }

    private static let weak = "確定に十分でない別名"

    private static func read(_ row: CSVRecord, _ facts: inout Facts) throws {
        row.ignore("番号")
        for column in ["日本語表記", "英語表記"] { for name in try row.items(column) { facts.primaryName(name) } }
        for column in ["別名", "別名・別称", "確定に十分な別名"] {
            for name in try row.items(column) { facts.name(name, "aka", quality: column == "確定に十分な別名" ? "strong" : "") }
        }
        for name in try row.items(weak) { facts.name(name, "aka", quality: "weak") }
        for column in ["旧称", "旧名", "過去の別名"] { for name in try row.items(column) { facts.name(name, "fka") } }
        try readPerson(row, &facts)
        for column in ["住所", "所在地", "住所・所在地"] {
            for address in try row.items(column) { facts.add(.address, address, [""]) }
        }
        for column in ["告示日", "告示日付", "告示年月日"] { try row.days(column, .listedOn, &facts) }
        for column in ["国連指定日", "国連による指定日"] {
            for date in try row.items(column) { facts.day(.listedOn, JapaneseDate.plain(date).text, ["UN"]) }
        }
        for column in ["改正日", "更新日"] { try row.days(column, .updatedOn, &facts) }
        for column in ["告示番号", "根拠"] { for text in try row.items(column) { facts.add(.legalBasis, text) } }
        for column in ["区分", "制裁区分", "対象"] { for text in try row.items(column) { facts.add(.programme, text) } }
        for column in ["国連参照番号", "国連整理番号"] {
            for text in try row.items(column) { facts.add(.reference, text, ["UN"]) }
        }
        for column in ["IMO番号", "ＩＭＯ番号"] { for text in try row.items(column) { facts.identifier(text, "imo") } }
        for column in ["電話番号", "ＦＡＸ番号", "FAX番号"] {
            for text in try row.items(column) { facts.add(.contact, text, [column == "電話番号" ? "phone" : "fax"]) }
        }
        for column in ["その他の情報", "その他", "備考"] { try facts.text(column, row[column]) }
    }

    private static func readPerson(_ row: CSVRecord, _ facts: inout Facts) throws {
        for date in try row.items("生年月日") {
            let (text, isCirca) = JapaneseDate.plain(date)
            facts.birthDate(text, circa: isCirca)
        }
        for column in ["出生地", "生誕地"] { for place in try row.items(column) { facts.add(.birthPlace, place) } }
        for name in try row.items("国籍") {
            facts.country(.nationality, code: JapaneseCountries.code(name) ?? "", name: name)
        }
        for column in ["旅券番号", "パスポート番号"] {
            for number in try row.items(column) { facts.identifier(number, "passport") }
        }
        for column in ["身分証番号", "身分証明書番号", "国民識別番号"] {
            for number in try row.items(column) { facts.identifier(number, "national_id") }
        }
        for title in try row.items("称号") { facts.add(.title, title, ["honorific"]) }
        for title in try row.items("役職") { facts.add(.title, title) }
    }
}

extension CSVRecord {
    /// The values of a cell; Japanese text has a semicolon of its own.
    fileprivate func items(_ name: String) throws -> [String] {
        try self[name].split { $0 == ";" || $0 == "；" }.map { collapsed($0) }.filter { !$0.isEmpty }
    }

    fileprivate func days(_ name: String, _ field: Field, _ facts: inout Facts) throws {
        for date in try items(name) { facts.day(field, JapaneseDate.plain(date).text) }
    }
}
