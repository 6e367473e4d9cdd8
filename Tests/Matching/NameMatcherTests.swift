import Matching
import Testing

@Suite struct NameMatcherTests {
    private static func score(_ one: String, _ other: String, _ kind: NameKind) -> Float {
        let matcher = NameMatcher()
        return matcher.score(matcher.parse(one, kind: kind), matcher.parse(other, kind: kind))
    }

    @Test(
        "Spellings of one name score 0.70 or more: scripts, orders, short forms, initials, slips, forms of organisations",
        arguments: [
            ("Vladimir Putin", "Владимир Путин", NameKind.person), ("Vladimir Putin", "فلاديمير بوتين", .person),
            ("Vladimir Putin", "ולדימיר פוטין", .person), ("Vladimir Putin", "ვლადიმერ პუტინი", .person),
            ("Vladimir Putin", "व्लादिमीर पुतिन", .person), ("Vladimir Putin", "弗拉基米尔·普京", .person),
            ("Vladimir Putin", "블라디미르 푸틴", .person), ("Vladimir Putin", "ව්ලැඩිමීර් පුටින්", .person),
            ("Vladimir Putin", "វ្ល៉ាឌីមៀរ ពូទីន", .person), ("Vladimir Putin", "ቭላዲሚር ፑቲን", .person),
            ("Vladimir Putin", "PUTIN, Vladimir Vladimirovich", .person),
            ("Vladimir Putin", "Vladimiras Putinas", .person),
            ("Xi Jinping", "习近平", .person), ("Abdul Rahman Yasin", "Abd al-Rahman Yasin", .person),
            ("Robert Smith", "Bob Smith", .person), ("J. R. Ackerman", "John Robert Ackerman", .person),
            ("Gennady Timchenko", "Genady Timchenko", .person), ("Hassan Nasrallah", "Hasan Nasr Allah", .person),
            ("ООО Ромашка", "Romashka LLC", .organisation), ("Gazprom Neft PJSC", "PAO Gazprom Neft", .organisation),
            ("Islamic Republic of Iran Shipping Lines", "IRISL", .organisation),
            ("Apex Fund I", "Apex Fund 1", .organisation), ("MV Adrian Darya 1", "Adrian Darya 1", .craft),
        ])
    func same(_ one: String, _ other: String, _ kind: NameKind) {
        #expect(Self.score(one, other, kind) >= 0.7)
        #expect(Self.score(other, one, kind) >= 0.7)
    }

    @Test(
        "Names of others score less: another given name, another number, only generic words or one common word in common",
        arguments: [
            ("Boris Rotenberg", "Arkady Rotenberg", NameKind.person), ("Kim Jong Un", "Kim Jong Il", .person),
            ("Mohammed Ali Hassan", "Mohammed Ali Hussein", .person), ("Putin", "Vladimir Putin", .person),
            ("John Michael Smith", "John David Smith", .person), ("Saddam Hussein", "Uday Saddam Hussein", .person),
            ("Apex Fund 1", "Apex Fund 2", .organisation), ("Apex Trading LLC", "Apex Shipping LLC", .organisation),
            ("Bank Sepah", "Bank Saderat", .organisation),
            ("General Trading Company", "General Industries Company", .organisation),
            ("Adrian Darya 1", "Adrian Darya 2", .craft), ("Sea Star", "Sea Star II", .craft),
        ])
    func different(_ one: String, _ other: String, _ kind: NameKind) {
        #expect(Self.score(one, other, kind) < 0.7)
        #expect(Self.score(other, one, kind) < 0.7)
    }

    @Test("Letters that only look Latin, signs of direction and full-width letters change nothing")
    func disguises() {
        #expect(Self.score("Vladimir Putin", "Vl\u{430}dimir \u{202E}Put\u{456}n", .person) > 0.95)
        #expect(Self.score("Vladimir Putin", "Ｖｌａｄｉｍｉｒ　Ｐｕｔｉｎ", .person) > 0.95)
    }

    @Test(
        "What holds no name matches nothing, whatever its length",
        arguments: [
            "", " ", "-", "😀😀", "LLC", "\u{202E}", String(repeating: "\u{301}", count: 100_000),
        ])
    func nothing(_ text: String) {
        #expect(Self.score(text, "Vladimir Putin", .unknown) == 0)
        #expect(NameMatcher().parse(String(repeating: "a", count: 10_000)).isEmpty == false)
    }
}
