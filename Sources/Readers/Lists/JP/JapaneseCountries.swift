/// ISO 3166-1 alpha-2 codes by the Japanese names of the countries that lists name most.
enum JapaneseCountries {
    /// The code of a country, or nil where the name is not known to be one country's.
    static func code(_ name: String) -> String? { codes[name] }

    private static let codes: [String: String] = {
        var codes: [String: String] = [:]
        for line in names.split(separator: "\n") {
            for name in line.dropFirst(3).split(separator: "|") { codes[String(name)] = String(line.prefix(2)) }
        }
        return codes
    }()

    private static let names = """
        AE アラブ首長国連邦
        AF アフガニスタン|アフガニスタン・イスラム共和国
        BA ボスニア・ヘルツェゴビナ
        BY ベラルーシ|ベラルーシ共和国
        CD コンゴ民主共和国
        CF 中央アフリカ|中央アフリカ共和国
        CN 中国|中華人民共和国
        CU キューバ
        DE ドイツ
        DZ アルジェリア
        EG エジプト
        ER エリトリア
        FR フランス
        GB 英国|イギリス
        GW ギニアビサウ
        HK 香港
        HT ハイチ
        ID インドネシア
        IN インド
        IQ イラク
        IR イラン|イラン・イスラム共和国
        JO ヨルダン
        JP 日本
        KE ケニア
        KP 北朝鮮|朝鮮民主主義人民共和国
        KR 韓国|大韓民国
        KW クウェート
        KZ カザフスタン
        LB レバノン
        LY リビア
        MA モロッコ
        ML マリ
        MM ミャンマー
        MY マレーシア
        PH フィリピン
        PK パキスタン
        PS パレスチナ
        QA カタール
        RS セルビア
        RU ロシア|ロシア連邦
        RW ルワンダ
        SA サウジアラビア
        SD スーダン
        SG シンガポール
        SO ソマリア
        SS 南スーダン
        SY シリア|シリア・アラブ共和国
        TJ タジキスタン
        TN チュニジア
        TR トルコ
        TW 台湾
        UA ウクライナ
        UG ウガンダ
        US 米国|アメリカ合衆国
        UZ ウズベキスタン
        YE イエメン
        ZW ジンバブエ
        """
}
