/// Scripts that ICU 72 has no rules for, letter by letter. A vowel that a letter implies is left out: words of these scripts are
/// compared by their consonants.
enum ScriptTable {
    /// Nil: the letter is of another script. Empty: it is silent, as marks are.
    static func latin(_ scalar: Unicode.Scalar) -> [UInt8]? {
        guard scalar.value >= 0x7CA, let block = blocks.first(where: { $0.range.contains(scalar.value) }) else {
            return nil
        }
        return block.letters[scalar.value] ?? []
    }

    private struct Block {
        var range: ClosedRange<UInt32>
        var letters: [UInt32: [UInt8]] = [:]
    }

    private static let blocks: [Block] = {
        var blocks = [
            0xE80...0xEFF, 0x1780...0x17FF, 0xD80...0xDFF, 0xF00...0xFFF, 0x1800...0x18AF, 0x2D30...0x2D7F,
            0x7C0...0x7FF,
            0x1C50...0x1C7F, 0xABC0...0xABFF, 0x13A0...0x13FF,
        ].map { Block(range: $0) }
        for (first, letters) in rows {
            guard let block = blocks.firstIndex(where: { $0.range.contains(first) }) else { continue }
            for (offset, latin) in letters.split(separator: " ").enumerated() where latin != "-" {
                blocks[block].letters[first + UInt32(offset)] = Array(latin.utf8)
            }
        }
        return blocks
    }()

    /// A run of neighbouring letters from a first one on; `-` where there is none.
    private static let rows: [(UInt32, String)] = [
        // Lao
        (
            0xE81,
            """
            k k - k - - ng ch - s - - y
            """
        ),
        (
            0xE94,
            """
            d t t t - n b p p f p f - m y r - l - v - - s h - o h - a a a am i i u u u u - o l ia - - e e o \
            ai ai
            """
        ),
        (
            0xEDC,
            """
            n m
            """
        ),
        // Khmer
        (
            0x1780,
            """
            k kh k kh ng ch ch ch ch ny d th d th n t th t th n b ph p ph m y r l v s s s h l o a - i i u
            """
        ),
        (
            0x17B6,
            """
            a i i u u u u ua ae ua ie e ae ai o au m h
            """
        ),
        // Sinhala
        (
            0xD82,
            """
            n - - a a a a i i u u r r r r e e ai o o au - - - k k g g ng ng ch ch j j n n - t t d d n nd t t \
            d d n - nd p p b b m mb y r - l - - v sh sh s h l f
            """
        ),
        (
            0xDCF,
            """
            a a a i i u - u - - e e ai o o au
            """
        ),
        // Tibetan
        (
            0xF40,
            """
            k k g g ng ch ch j ny t t d d n t t d d n p p b b m ts ts dz dz w zh z a y r l sh sh s h a k r
            """
        ),
        (
            0xF71,
            """
            a i - u - - - - - e ai o au - - i
            """
        ),
        (
            0xF90,
            """
            k k g g ng ch ch j ny t t d d n t t d d n p p b b m ts ts dz dz w zh z a y r l sh sh s h a k r
            """
        ),
        // Mongolian
        (
            0x1820,
            """
            a e i o u o u e n ng b p k g m l s sh t d ch j y r w f k kh ts z h j l j ch
            """
        ),
        // Tifinagh
        (
            0x2D30,
            """
            a b bh g gh j j d d dd dd ey f k k kh h h h hh a kh kh q q i zh zh zh l m n gn ng p u r rr g g g \
            s ss sh t th ch tt v w y z z z e o
            """
        ),
        // NKo
        (
            0x7CA,
            """
            a e i e u o o g n b p t j ch d r r s gb f k l n m n n h w y n j ch r
            """
        ),
        // OlChiki
        (
            0x1C5A,
            """
            o t g ng l a k j m w i s h n r u ch d n y e p d n r o t b v h
            """
        ),
        // MeeteiMayek
        (
            0xABC0,
            """
            k s l m p n ch t k ng t v y h u i f a g j r b j d g d b k l m p n t ng i o i a e au u ai ng
            """
        ),
        // Cherokee
        (
            0x13A0,
            """
            a e i o u v ga ka ge gi go gu gv ha he hi ho hu hv la le li lo lu lv ma me mi mo mu na hna nah \
            ne ni no nu nv qua que qui quo quu quv sa s se si so su sv da ta de te di ti do du dv dla tla \
            tle tli tlo tlu tlv tsa tse tsi tso tsu tsv wa we wi wo wu wv ya ye yi yo yu yv mv
            """
        ),
    ]
}
