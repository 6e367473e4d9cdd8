/// A line that says a date and nothing else of weight.
enum DateLine {
    static func isDateLine(_ text: String) -> Bool {
        text.utf8.count < 160 && rest(text).map { $0.count <= 3 } ?? false
    }

    /// The words of a line that are not of its dates; nil where it has none.
    static func rest(_ text: String) -> [String]? {
        let dates = DateGrammar.dates(text)
        guard !dates.isEmpty else { return nil }
        let spans = dates.map(\.range) + dates.compactMap { $0.clock?.range }
        return DateToken.tokens(text).compactMap { token in
            guard let word = token.word, !spans.contains(where: { $0.contains(token.start) }), !small.contains(word),
                MonthNames.weekday(word) == nil
            else { return nil }
            return word
        }
    }

    /// Whether a line speaks of a later change rather than of publication.
    static func isUpdate(_ text: String) -> Bool {
        let words = DateToken.tokens(text).prefix(6).compactMap(\.word)
        return words.contains { updates.contains($0) }
    }

    static func isPublication(_ text: String) -> Bool {
        let words = DateToken.tokens(text).prefix(6).compactMap(\.word)
        return words.contains { publications.contains($0) }
    }

    static let updates: Set<String> = [
        "updated", "update", "modified", "revised", "corrected", "aktualisiert", "actualizado", "actualizada",
        "actualisé", "mis",
        "modifié", "обновлено", "güncelleme", "güncellendi", "تحديث", "atualizado", "aggiornato", "accessed",
        "retrieved", "printed",
    ]
    static let publications: Set<String> = [
        "published", "posted", "publié", "publiée", "publicado", "publicada", "veröffentlicht", "опубликовано",
        "yayınlanma", "yayın",
        "نشر", "نُشر", "منتشر", "انتشار", "pubblicato", "first", "issued", "released", "filed", "date", "created",
    ]
    private static let small: Set<String> = updates.union(publications).union([
        "on", "at", "last", "by", "the", "le", "el", "am", "um", "à", "a", "las", "uhr", "h", "min", "read", "t", "of",
        "ago", "pm", "local",
        "time", "local", "gmt", "utc", "est", "edt", "et", "on", "и", "в", "года", "г", "saat", "تاريخ", "في", "ساعة",
        "الساعة", "تاریخ", "m", "de", "del", "hrs",
    ])
}
