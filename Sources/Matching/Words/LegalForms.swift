/// Forms of organisations: words that say how a company is owned, not which one it is.
enum LegalForms {
    /// A line is a class whose members say the same in other countries and spellings.
    static let classes: [String] = [
        "llc ltd limited ooo gmbh sarl srl sro bv bvba spzoo doo dooel kft oy ou uab sia too tov eood ood eirl lda ltda mbh "
            + "fzc fze fzco dmcc wll spc limitada limited liability yk gk pte pty ltee cyf ehf hf sdn bhd saglo",
        "pjsc ojsc jsc oao ao pao zao cjsc ag sa spa plc as asa ab nv se kk oyj aps inc corp incorporated corporation pao vat "
            + "prat pat pt tbk nyrt zrt rt sab saoc saog psc pjs qsc ksc bsc jscb akb ad dd akciju akcionerno naamloze doel pjscb "
            + "aktsionernoe aktiengesellschaft",
        "co company cie compagnie compania companhia kompaniya kompaniia kompania sherkat sherkate sharika sharikat sharkat "
            + "gongsi",
        "kg ohg gbr llp lp snc scs cv vof",
        "foundation stiftung fondation fundacion fundacao stichting fond",
    ]

    /// Several words that together are one form, and the form.
    static let phrases: [(words: String, form: String)] = [
        ("limited liability company", "llc"), ("limited liability partnership", "llp"), ("company limited", "ltd"),
        ("co limited", "ltd"), ("co ltd", "ltd"), ("public joint stock company", "pjsc"),
        ("open joint stock company", "ojsc"),
        ("closed joint stock company", "cjsc"), ("joint stock company", "jsc"), ("public limited company", "plc"),
        ("private limited", "ltd"), ("pvt ltd", "ltd"), ("pte ltd", "ltd"), ("pty ltd", "ltd"), ("pvt limited", "ltd"),
        ("free zone company", "fzco"), ("free zone establishment", "fze"),
        ("obshchestvo s ogranichennoi otvetstvennostyu", "ooo"),
        ("obshchestvo s ogranichennoy otvetstvennostyu", "ooo"),
        ("obsestvo s ogranicennoj otvetstvennostu", "ooo"), ("obshestvo s ogranichennoi otvetstvennostiu", "ooo"),
        ("publichnoe aktsionernoe obshchestvo", "pao"), ("publicnoe akcionernoe obsestvo", "pao"),
        ("otkrytoe aktsionernoe obshchestvo", "oao"), ("otkrytoe akcionernoe obsestvo", "oao"),
        ("zakrytoe aktsionernoe obshchestvo", "zao"), ("zakrytoe akcionernoe obsestvo", "zao"),
        ("aktsionernoe obshchestvo", "ao"), ("akcionernoe obsestvo", "ao"),
        ("gesellschaft mit beschrankter haftung", "gmbh"),
        ("sociedad anonima", "sa"), ("societe anonyme", "sa"), ("sociedad de responsabilidad limitada", "srl"),
        ("sociedad limitada", "srl"), ("societa per azioni", "spa"), ("societe a responsabilite limitee", "sarl"),
        ("societa a responsabilita limitata", "srl"), ("besloten vennootschap", "bv"), ("naamloze vennootschap", "nv"),
        ("anonim sirketi", "as"), ("limited sirketi", "ltd"), ("limited sti", "ltd"), ("ltd sti", "ltd"), ("a s", "as"),
        ("s a", "sa"), ("l l c", "llc"), ("s p a", "spa"), ("s r l", "srl"), ("s a r l", "sarl"), ("b v", "bv"),
        ("n v", "nv"),
        ("s r o", "sro"), ("d o o", "doo"), ("o o o", "ooo"), ("p l c", "plc"), ("w l l", "wll"), ("a g", "ag"),
        ("sp z o o", "spzoo"), ("sp zoo", "spzoo"), ("e i r l", "eirl"), ("s a s", "sa"), ("s de r l", "srl"),
        ("sa de cv", "sa"), ("s a de c v", "sa"), ("srl de cv", "srl"), ("s a l", "sa"), ("g m b h", "gmbh"),
        ("f z e", "fze"), ("f z c", "fzc"), ("p j s c", "pjsc"), ("j s c", "jsc"), ("gmbh co kg", "kg"),
        ("aktien gesellschaft", "ag"), ("spolka z ograniczona odpowiedzialnoscia", "spzoo"),
        ("sendirian berhad", "sdn"),
        ("sdn bhd", "sdn"), ("kabushiki kaisha", "kk"), ("perseroan terbatas", "pt"),
    ]
}
