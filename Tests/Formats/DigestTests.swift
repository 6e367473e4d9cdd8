import Formats
import Testing

@Suite struct DigestTests {
    // FIPS 180-4's own examples.
    @Test(arguments: [
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ])
    func agreesWithTheStandard(text: String, expected: String) throws {
        #expect(try Digest.hex(Array(text.utf8)) == expected)
    }

    @Test(arguments: ["", "abc", String(repeating: "row ", count: 500)])
    func aRowsDigestIsTheSameAloneAndAmongMany(text: String) throws {
        let digests = try RowDigests()
        let bytes = Array(text.utf8)
        for _ in 0..<3 { #expect(try digests.short(bytes.span) == Digest.short(bytes.span)) }
    }
}
