/// Runs of white space as one blank, none at the ends: publishers add and remove double spaces without a change of
/// meaning (OFAC, entry 40261, 2022-12-16). The no-break space (U+00A0) counts as white space.
func collapsed(_ text: some StringProtocol) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isPending = false
    var lead: UInt8?
    func add(_ byte: UInt8) {
        if isPending, !result.isEmpty { result.append(32) }
        isPending = false
        result.append(byte)
    }
    for byte in text.utf8 {
        if lead != nil {
            lead = nil
            if byte == 0xA0 {
                isPending = true
                continue
            }
            add(0xC2)
        }
        if byte == 0xC2 {
            lead = byte
        } else if byte == 32 || (9...13).contains(byte) {
            isPending = true
        } else {
            add(byte)
        }
    }
    return String(decoding: result, as: UTF8.self)
}
