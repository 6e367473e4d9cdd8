extension Form<Template> {
    static func address(allowsFile: Bool) -> Form {
        Form("an address that begins with https:// or http://, or with file:// where allow_file = true") { node in
            guard case .text(let text) = node.content else { return .wrongType }
            let isPlain = text.utf8.allSatisfy { $0 > 32 && $0 != 127 }
            do throws(Template.Malformed) {
                let template = try Template(text)
                let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
                guard text.isEmpty || (isPlain && (isWeb || (allowsFile && text.hasPrefix("file://")))) else {
                    return .refused(!isPlain ? "; a space is written %20" : "")
                }
                return .value(template)
            } catch {
                return .refused("; \(error.message)")
            }
        }
    }

    static var headerValue: Form {
        Form("a text on one line") { node in
            guard case .text(let text) = node.content else { return .wrongType }
            guard text.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }) else { return .refused("") }
            do throws(Template.Malformed) {
                return .value(try Template(text))
            } catch {
                return .refused("; \(error.message)")
            }
        }
    }

    static var proxy: Form {
        Form("an address such as \"http://proxy:3128\", with {secret:NAME} for its password") { node in
            let outcome = Form.headerValue.read(node)
            guard case .value(let template) = outcome else { return outcome }
            let namesDay = template.pieces.contains { if case .day = $0 { true } else { false } }
            return namesDay || template.text.isEmpty ? .refused("") : outcome
        }
    }
}
