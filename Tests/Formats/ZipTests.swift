import Formats
import Testing
import Vocabulary

@Suite struct ZipTests {
    /// A zip archive of stored members, by APPNOTE 6.3.
    private func zip(_ members: [(name: String, bytes: [UInt8])], crc: UInt32? = nil) -> [UInt8] {
        func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> ($0 * 8) & 255) } }
        var body: [UInt8] = []
        var directory: [UInt8] = []
        for (name, bytes) in members {
            let sums = little(Int(crc ?? checksum(bytes)), 4) + little(bytes.count, 4) + little(bytes.count, 4)
            let fields =
                little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) + sums
                + little(name.utf8.count, 2) + little(0, 2)
            directory +=
                [0x50, 0x4B, 1, 2] + little(20, 2) + fields + little(0, 10) + little(body.count, 4) + name.utf8
            body += [0x50, 0x4B, 3, 4] + fields + name.utf8 + bytes
        }
        let count = little(members.count, 2)
        return body + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + count + count + little(directory.count, 4)
            + little(body.count, 4) + little(0, 2)
    }

    private func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }

    @Test func membersComeWithTheirBytes() throws {
        let members = try Zip.members(zip([("a.csv", Array("one".utf8)), ("../../b", Array("two".utf8))]))
        #expect(members.map(\.name) == ["a.csv", "../../b"])
        #expect(members.map { String(decoding: $0.bytes, as: UTF8.self) } == ["one", "two"])
    }

    @Test func anArchiveCutAnywhereIsRefused() throws {
        let whole = zip([("a", Array("one two three".utf8))])
        for length in 4..<whole.count - 1 {
            #expect(throws: Fault.self, "cut to \(length) bytes") { try Zip.members(Array(whole.prefix(length))) }
        }
    }

    @Test func aWrongCheckSumIsRefused() throws {
        let fault = try #require(throws: Fault.self) { try Zip.members(zip([("a", Array("one".utf8))], crc: 1)) }
        #expect(fault.code == "cut_zip")
        #expect(fault.place == "a")
    }

    @Test func whatAnArchiveMayGrowToIsCapped() throws {
        let archive = zip([("a", Array(repeating: 65, count: 1000)), ("b", Array(repeating: 66, count: 1000))])
        for limits in [Zip.Limits(bytes: 1999), Zip.Limits(ratio: 0), Zip.Limits(members: 1)] {
            #expect(try #require(throws: Fault.self) { try Zip.members(archive, limits: limits) }.code == "zip_limit")
        }
        #expect(try Zip.members(archive, limits: Zip.Limits(bytes: 2000, members: 2)).count == 2)
    }

    @Test func aFeedsArchiveHoldsOneFile() throws {
        #expect(try Zip.onlyMember(zip([("a", [65])])).bytes == [65])
        #expect(throws: Fault.self) { try Zip.onlyMember(zip([("a", [65]), ("b", [66])])) }
        #expect(throws: Fault.self) { try Zip.onlyMember(zip([])) }
    }

    @Test func aPageInsteadOfAnArchiveIsNamed() throws {
        let fault = try #require(throws: Fault.self) { try Zip.members(Array("<html>Down</html>".utf8)) }
        #expect(fault.code == "html_received")
    }
}
