/// Writing systems by ISO 15924 code.
enum Script {
    /// The script of a name's first letter beyond Latin; empty for Latin, and for scripts that no list has used.
    static func code(of text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return "" }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x370...0x3FF: return "Grek"
            case 0x400...0x52F: return "Cyrl"
            case 0x530...0x58F: return "Armn"
            case 0x590...0x5FF: return "Hebr"
            case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: return "Arab"
            case 0x900...0x97F: return "Deva"
            case 0x1000...0x109F: return "Mymr"
            case 0x10A0...0x10FF: return "Geor"
            case 0x1100...0x11FF, 0xAC00...0xD7AF: return "Hang"
            case 0x3040...0x30FF: return "Jpan"
            case 0x3400...0x9FFF: return "Hani"
            default: continue
            }
        }
        return ""
    }
}
