import Feeds
import Testing
import Vocabulary

@Suite struct ReadersTests {
    @Test func everyReaderIsFoundByItsName() {
        for reader in Readers.all { #expect(Readers.named(reader.name)?.version == reader.version) }
        #expect(Set(Readers.all.map(\.name)).count == Readers.all.count)
        #expect(Readers.named("ecb") == nil)
    }
}
