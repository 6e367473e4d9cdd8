internal import Vocabulary

/// One item of the remarks: what the publisher's other formats keep in fields of their own.
enum OFACItem {
    /// The facts of an item; one that says nothing known stays a remark, so that nothing is lost.
    static func facts(_ item: String) -> [Attribute] {
        let isAlternative = item.hasPrefix("alt. ")
        let text = isAlternative ? String(item.dropFirst(5)) : item
        return [name(text) ?? labelled(text) ?? OFACIdentifier.fact(text) ?? Attribute(.remark, item)]
    }

    /// `a.k.a. 'BNC'`: what the publisher calls a weak alias stands only here.
    private static func name(_ text: String) -> Attribute? {
        guard text.utf8.count > 9, text.hasSuffix("'") else { return nil }
        for (prefix, type) in [("a.k.a. '", "aka"), ("f.k.a. '", "fka"), ("n.k.a. '", "nka")]
        where text.hasPrefix(prefix) {
            return Attribute(.name, String(text.dropFirst(8).dropLast()), [type, "weak", ""])
        }
        return nil
    }

    private static func labelled(_ text: String) -> Attribute? {
        func after(_ label: String) -> String? {
            text.hasPrefix(label) && text.utf8.count > label.utf8.count ? String(text.dropFirst(label.count)) : nil
        }
        if let value = after("DOB ") { return OFACBirthDate.fact(value) }
        if let value = after("POB ") { return Attribute(.birthPlace, value) }
        if let value = after("nationality ") { return Countries.fact(.nationality, value) }
        if let value = after("citizen ") { return Countries.fact(.citizenship, value) }
        if let value = after("Gender ") { return Attribute(.gender, value.lowercased()) }
        if let value = after("Linked To: ") { return Attribute(.link, value, ["linked to"]) }
        if let value = after("Website ") { return Attribute(.link, value, ["website"]) }
        if let value = after("Email Address ") { return Attribute(.contact, value, ["email"]) }
        if let value = after("Phone Number ") { return Attribute(.contact, value, ["phone"]) }
        if let value = after("Fax Number ") { return Attribute(.contact, value, ["fax"]) }
        return nil
    }
}
