/// What thousands of organisations have in their names: little evidence that two are one.
enum GenericWords {
    /// A line is one meaning, in the languages and spellings that lists have it in.
    static let meanings: [String] = [
        "trading trade trad torgovyi torgovyy torgovyj tijara tejarat bazargani commerce commercial comercial commerciale ticaret "
            + "handel handels comercio comercializadora torgovaya tijarat",
        "international internationale internacional internazionale intl mezhdunarodnyi mezhdunarodny beynolmelali uluslararasi "
            + "inter dawliya",
        "group gruppa gruppe groupe grupo gruppo grup gruppy", "holding holdings kholding holdinq holdingi",
        "bank banque banco banca banka bankasi bankası",
        "industry industries industrial industria industrie industriel sanayi "
            + "sanaye sanayeh promyshlennost promyshlennaya industriya industrias industriale",
        "shipping ship ships lines line marine maritime navigation sudokhodnaya morskaya denizcilik sealine kashtirani "
            + "naviera sudokhodstvo",
        "transport transportation logistics logistic transportnaya logistik logistica trans nakliyat "
            + "transports transporte hamlonaghl",
        "engineering muhandisi mohandesi ingenieria muhendislik inzhiniring ingenierie engineers engineer",
        "construction constructions building stroitelstvo stroitelnaya construccion construcciones insaat stroi stroy sakhteman "
            + "contracting contractors contractor constructora",
        "technology technologies technical tech tekhnologii tekhnologiya "
            + "tecnologia technologie teknoloji fannavari technique",
        "development razvitie desarrollo developpement tose tosee "
            + "kalkinma",
        "investment investments invest investitsii investicii inversiones inversion investissement yatirim "
            + "sarmayeh sarmayegozari investitsionnaya",
        "oil petroleum neft neftyanaya petrole petroleo naft petrol nafta",
        "gas gaz gaza", "energy energies energia energiya energie enerji power",
        "chemical chemicals petrochemical chemistry "
            + "khimiya khimicheskaya quimica chimie kimya petrochemicals petrokhimiya",
        "general obshchii umumi amma", "services service servicios servis uslugi services khadamat hizmetleri",
        "import importer vvoz", "export exporter eksport vyvoz exports imports",
        "research issledovanii nauchno scientific science nauchnyi investigacion recherche pazhuhesh tahghighat",
        "institute institut instituto enstitusu", "university universitet universidad universite daneshgah",
        "center centre "
            + "tsentr centro zentrum markaz merkez centr",
        "organization organisation organizatsiya organizacion sazman "
            + "sazeman organizaciya", "association assotsiatsiya asociacion ittihad society obshchestvo anjoman jamiat",
        "corporation korporatsiya korporaciya corporacion",
        "enterprise enterprises predpriyatie entreprise empresa "
            + "enterprises predpriiatie muassasa establishment",
        "factory factories zavod fabrica fabrika usine karkhaneh",
        "plant works kombinat", "security okhrana seguridad securite", "exchange exchanges sarafi sarrafi hawala obmen",
        "insurance strakhovanie strakhovaya seguros assurance sigorta bimeh",
        "aviation airlines airline air airways aviatsiya "
            + "aerolineas havayollari avia havapeymai",
        "production productions product products manufacturing manufacture "
            + "manufacturing proizvodstvo tolidi produccion uretim proizvodstvennoe",
        "systems system sistemy sistema sistem",
        "equipment oborudovanie equipos tajhizat", "electronics electronic elektronika elektron electronica",
        "management "
            + "upravlenie", "fund funds fondo fonds", "ministry ministerstvo ministerio", "committee komitet comite",
        "state gosudarstvennoe gosudarstvennyi gosudarstvennaya estatal dowlati",
        "national natsionalnyi natsionalnaya nacional "
            + "nationale melli milli natsionalnoye watani", "company companies kompaniya",
        "consulting consultants consultant konsalting",
        "real", "estate property properties nedvizhimost",
        "medical medicine meditsinskii pharma pharmaceutical pharmaceuticals "
            + "pharmacy", "capital kapital", "global globalnyi", "world worldwide mir mondial",
        "new novyi nuevo novaya nouveau", "first pervyi",
        "east "
            + "eastern vostok vostochnyi oriental sharq", "west western zapad zapadnyi",
        "north northern sever severnyi",
        "south southern yug yuzhnyi", "middle", "gulf khalij", "party partiya partido", "front",
        "movement dvizhenie "
            + "movimiento harakat", "army armiya ejercito jaish jaysh", "brigade brigada liwa",
        "council sovet consejo shura",
        "federal federalnoe federalnyi", "republic respublika republica", "university", "defense defence oborona",
        "military voennyi", "steel stal", "mining minas mineria", "metal metals metall", "food foods",
        "agro agricultural agriculture", "foreign", "office bureau", "house dom", "solutions solution",
        "partners partner", "brothers bros",
        "sons son", "electric electrical electricity", "machine machinery", "motors motor auto", "school",
        "charity "
            + "charitable khairiya", "relief", "islamic islami islamiya", "media", "news",
        "communications communication "
            + "telecom telecommunications", "computer computers", "software", "design", "supply supplies",
        "financial finance "
            + "finansovaya", "credit kredit", "investment", "venture ventures", "management", "shipping",
        "tankers tanker",
        "russia russian rossiya rossii rossiiskaya rossiyskaya rossiiskii federation", "iran iranian irana",
        "syria syrian suriya souria arab", "china chinese zhongguo", "korea korean", "ukraine ukrainian ukraina",
        "turkey turkish turkiye", "iraq iraqi", "libya libyan", "sudan sudanese", "venezuela venezuelan",
        "belarus belarusian belarusskaya", "emirates uae", "germany german deutsche", "lebanon lebanese",
        "pakistan pakistani", "afghanistan afghan", "india indian", "cuba cuban cubana", "myanmar burma",
        "crimea krym crimean", "moscow moskva moskovskii", "dubai", "tehran", "damascus", "star", "bureau",
        "agency agentstvo", "office", "branch filial", "division", "department", "project projects", "private",
        "public", "united",
        "special", "central tsentralnyi", "regional", "branch", "textile textiles", "travel tourism", "club klub",
    ]
}
