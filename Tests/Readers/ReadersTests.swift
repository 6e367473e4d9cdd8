import Readers
import Testing
import Vocabulary

@Suite struct ReadersTests {
    @Test func everyReaderIsFoundByItsName() {
        for reader in ReaderCatalogue.all { #expect(ReaderCatalogue.named(reader.name)?.version == reader.version) }
        #expect(Set(ReaderCatalogue.all.map(\.name)).count == ReaderCatalogue.all.count)
        #expect(ReaderCatalogue.named("ecb") == nil)
    }
}
