/// Words that say that the name beside them is a person's.
enum Roles {
    /// Offices and professions that stand before a name or, after a comma, behind it.
    static let titles: Set<String> = list(
        """
        president vice-president minister premier chancellor secretary leader spokesman spokeswoman spokesperson governor deputy general colonel
        major captain admiral lieutenant ambassador envoy senator congressman congresswoman representative king queen prince princess sheikh
        emir sultan ayatollah imam pope patriarch oligarch businessman businesswoman tycoon billionaire banker chief director head chairman
        chairwoman chair chairperson economist analyst strategist researcher professor lecturer mr mrs ms miss dr sir judge justice prosecutor
        lawyer attorney mp lawmaker deputy-governor commander warlord dictator strongman activist journalist author founder owner executive ceo cfo
        official diplomat adviser advisor expert trader dealer commissioner coordinator rapporteur undersecretary treasurer speaker mayor
        candidate opponent dissident resident shopkeeper teacher doctor engineer fellow manager partner minister-president
        """)
    /// Verbs of speech.
    static let speech: Set<String> = list(
        """
        said says told tells added adds warned warns argued argues wrote writes noted notes stated declared announced insisted explained
        replied tweeted acknowledged confirmed denied predicted estimated urged vowed pledged
        """)
    /// Words inside a name that have no capital of their own.
    static let particles: Set<String> = list(
        "al el bin ibn bint abu van von der den de del della da dos du la le ul ud bar ben ter")
    /// Words with a capital that are no part of a person's name.
    static let never: Set<String> = list(
        """
        the a an this that these those it he she they we i in on at but and or if when while after before as for from to of by with his her their
        its our there here what who why how not no new old former acting prime foreign finance interior defence defense economy oil energy trade
        justice health state united northern southern eastern western north south east west central bank ministry minister party council act agency
        university group company corp corporation union press court committee commission department office house senate congress parliament
        government army navy force forces air street island islands sea river bay gulf port airport war day times post news television tv radio
        media monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
        december president vice king queen prince general colonel sanctions economic treasury republic kingdom federation islamic arab european
        american international national federal royal special first second third one two three photo file image related share club league fund
        world global read more according meanwhile however since under over last next both some many most all each every among despite
        during until also even still yet so then than because though although officials analysts diplomats experts spokesman spokeswoman yes
        """)

    private static func list(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
