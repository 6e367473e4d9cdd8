/// Pages as newspapers build them: navigation, consent, sidebars and footers full of other dates around one article.
/// Written for these tests, outlets and wording invented.
struct Newspaper {
    var title = "Central bank lifts key rate as the rouble slides"
    var site = "The Harbour Gazette"
    var language = "en"
    var head = ""
    /// Between the navigation and the headline.
    var above = ""
    /// Under the headline.
    var below = ""
    var first =
        "The central bank raised its key rate by two points on Thursday, the third increase this year, after the currency slid."
    /// Between the second and the third paragraph.
    var middle = ""
    var after = ""

    var html: String {
        """
        <!DOCTYPE html>
        <html lang="\(language)"><head><meta charset="utf-8"><title>\(title) | \(site)</title>
        \(head)
        <style>.x{color:red}</style><script>var d = "2001-01-01"; window.__STATE__ = {"date":"2002-02-02"};</script></head>
        <body class="single has-sidebar"><header><nav><ul><li><a href="/">Home</a></li><li><a href="/m">Markets</a></li></ul></nav></header>
        <div class="cookie-consent">We use cookies. Updated 1 January 2019.</div>
        <main>
        \(above)
        <h1>\(title)</h1>
        \(below)
        <div class="share-tools"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>
        <p>\(first)</p>
        <p>Traders said that the move had been expected by most of them, and that the effect on lending would be seen later.</p>
        \(middle)
        <p>The bank sold reserves for the second week in a row, according to figures that it published with its decision.</p>
        <p>A further meeting is planned, and economists at two private banks expect that the rate will be kept as it is.</p>
        \(after)
        </main>
        <aside class="most-read"><h3>Most read</h3><ul><li><a href="/a">Old story</a> <time datetime="2011-11-11T11:11:00Z">11 November 2011</time></li></ul></aside>
        <section class="comments"><p>Jane, 12 December 2012 10:10: I disagree with this decision and would like to say so.</p></section>
        <footer>© 2013 \(site). All rights reserved. 13 March 2013</footer></body></html>
        """
    }
}

/// What a careful reader knows of a page.
struct ExpectedDate {
    var layout: String
    var page: Newspaper
    var address = ""
    /// Empty: nobody can know it.
    var day: String
    var source = ""
    var time = ""
    var instant = ""

    init(
        _ layout: String, day: String, _ source: String = "", time: String = "", instant: String = "",
        address: String = "", _ change: (inout Newspaper) -> Void
    ) {
        self.layout = layout
        self.day = day
        self.source = source
        self.time = time
        self.instant = instant
        self.address = address
        page = Newspaper()
        change(&page)
    }
}
