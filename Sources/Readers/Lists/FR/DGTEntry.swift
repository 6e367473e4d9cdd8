internal import Formats
internal import Vocabulary

/// What an entry of the French register says.
enum DGTEntry {
    static func facts(_ entry: inout JSONCells, _ unread: Leftovers) throws -> Facts {
        var facts = Facts()
        let nature = entry.take("Nature")
        let kinds = ["personne physique": "person", "personne morale": "organisation", "navire": "vessel"]
        let kind = kinds[nature.lowercased()]
        facts.add(.kind, kind ?? "other")
        if kind == nil { facts.remark("Nature", nature) }
        let name = entry.take("Nom")
        var given: [String] = []
        for detail in entry.list("RegistreDetail") {
            var detail = JSONCells(detail)
            let type = detail.take("TypeChamp")
            for value in detail.list("Valeur") {
                var cells = JSONCells(value)
                if type == "PRENOM" {
                    given.append(cells.take("Prenom"))
                } else {
                    try read(type, &cells, &facts)
                }
                cells.leave(to: unread, under: "RegistreDetail.\(type)")
            }
            detail.leave(to: unread, under: "RegistreDetail")
        }
        // Of several given names none comes first: each makes a name of its own.
        given = given.filter { !$0.isEmpty }
        for first in given.isEmpty ? [""] : given {
            let words = [first, name].filter { !$0.isEmpty }
            facts.primaryName(words.joined(separator: " "))
        }
        return facts
    }

    private static func read(_ type: String, _ cells: inout JSONCells, _ facts: inout Facts) throws {
        switch type {
        case "ALIAS": facts.name(cells.take("Alias"), "aka", notes: cells.take("Commentaire"))
        case "SEXE":
            let printed = cells.take("Sexe")
            let sexes = ["masculin": "male", "féminin": "female", "feminin": "female"]
            facts.add(.gender, sexes[printed.lowercased()] ?? printed)
        case "TITRE": facts.add(.title, cells.take("Titre"))
        case "DATE_DE_NAISSANCE": birthDate(&cells, &facts)
        case "LIEU_DE_NAISSANCE":
            let place = [cells.take("Lieu"), cells.take("Pays")].filter { !$0.isEmpty }
            facts.add(.birthPlace, place.joined(separator: ", "))
        case "NATIONALITE": country(.nationality, cells.take("Pays"), &facts)
        case "ADRESSE_PP", "ADRESSE_PM":
            let (line, name) = (cells.take("Adresse"), cells.take("Pays"))
            facts.add(.address, line.isEmpty ? name : line, [FrenchCountries.code(name) ?? name])
            country(.country, name, &facts)
        case "FONDEMENT_JURIDIQUE":
            facts.add(.programme, cells.take("FondementJuridique"))
            facts.add(.legalBasis, cells.take("FondementJuridiqueLabel"))
        case "MOTIFS": try facts.text("Motifs", cells.take("Motifs"))
        case "REFERENCE_UE": facts.add(.reference, cells.take("ReferenceUe"), ["EU"])
        case "REFERENCE_ONU": facts.add(.reference, cells.take("ReferenceOnu"), ["UN"])
        case "SITE_INTERNET": facts.add(.link, cells.take("SiteInternet"), ["website"])
        case "TELEPHONE": facts.add(.contact, cells.take("Telephone"), ["phone"])
        case "COURRIEL": facts.add(.contact, cells.take("Courriel"), ["email"])
        case "NUMERO_OMI": facts.identifier(cells.take("NumeroOMI"), "imo")
        case "PASSEPORT":
            facts.identifier(cells.take("NumeroPasseport"), "passport", notes: cells.take("Commentaire"))
        case "IDENTIFICATION":
            facts.identifier(cells.take("Identification"), "other", notes: cells.take("Commentaire"))
        case "AUTRE_IDENTITE":
            facts.identifier(cells.take("NumeroCarte"), "other", notes: cells.take("Commentaire"))
        default: break
        }
    }

    /// Day, month and year stand apart; those that are not known are empty.
    private static func birthDate(_ cells: inout JSONCells, _ facts: inout Facts) {
        let (day, month, year) = (cells.take("Jour"), cells.take("Mois"), cells.take("Annee"))
        if day.isEmpty, month.isEmpty { return facts.birthDate(year) }
        facts.birthDate("\(day.isEmpty ? "00" : day)/\(month.isEmpty ? "00" : month)/\(year)")
    }

    private static func country(_ field: Field, _ name: String, _ facts: inout Facts) {
        if !name.isEmpty { facts.country(field, code: FrenchCountries.code(name) ?? "", name: name) }
    }
}
