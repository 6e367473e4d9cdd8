/// Pages in the layouts in which dates are told, each with what a careful reader knows.
enum PageCases {
    static let all: [ExpectedDate] = rich + none + graph + shifted + updated + related + address + dateline

    private static func jsonLD(_ text: String) -> String { "<script type=\"application/ld+json\">\(text)</script>" }
    private static let organisation = jsonLD(
        #"{"@context":"https://schema.org","@type":"Organization","name":"Gazette","foundingDate":"1990-01-01"}"#)
    private static func article(_ dates: String) -> String {
        jsonLD(
            #"{"@context":"https://schema.org","@type":"NewsArticle","headline":"Central bank lifts key rate as the rouble slides",\#(dates)}"#
        )
    }
    private static let relatedBlock = """
        <div class="related"><h3>Related coverage</h3><article><h4><a href="/o">An older story of the port</a></h4>
        <time datetime="2019-05-05T05:05:00+02:00">5 May 2019 5:05 am</time><p>The port was closed for a week and...</p></article></div>
        """

    private static let rich = [
        ExpectedDate("rich", day: "2023-03-14", "jsonld", time: "16:05", instant: "2023-03-14T13:05:00Z") {
            $0.head =
                organisation
                + article(#""datePublished":"2023-03-14T16:05:00+03:00","dateModified":"2023-03-15T09:00:00+03:00""#)
        },
        ExpectedDate("rich", day: "2021-10-01", "jsonld", time: "08:30", instant: "2021-10-01T12:30:00Z") {
            $0.head = jsonLD(
                #"[{"@type":"Organization","name":"G"},{"@type":["NewsArticle","ReportageNewsArticle"],"headline":"x","datePublished":"2021-10-01T08:30:00-04:00"}]"#
            )
        },
        ExpectedDate("rich", day: "2022-07-20", "meta", time: "11:00", instant: "2022-07-20T09:00:00Z") {
            $0.head =
                #"<meta property="article:published_time" content="2022-07-20T11:00:00+02:00"><meta property="article:modified_time" content="2022-07-21T11:00:00+02:00">"#
        },
        ExpectedDate("rich", day: "2020-02-03", "meta") {
            $0.head = #"<meta name="dc.date.issued" content="2020-02-03">"#
        },
        ExpectedDate("rich", day: "2020-02-03", "meta") { $0.head = #"<meta name="pubdate" content="20200203">"# },
        ExpectedDate("rich", day: "2019-08-09", "markup", time: "07:15", instant: "2019-08-09T05:15:00Z") {
            $0.below =
                #"<p class="meta">By <a href="/j">Jane Roe</a> <time class="published" datetime="2019-08-09T07:15:00+02:00">9 Aug 2019</time></p>"#
        },
        ExpectedDate("rich", day: "2019-08-09", "markup", time: "", instant: "") {
            $0.below = #"<span itemprop="datePublished" content="2019-08-09">Friday</span>"#
        },
    ]

    private static let none = [
        ExpectedDate("none", day: "2023-03-14", "text", time: "16:05", instant: "2023-03-14T16:05:00Z") {
            $0.below = "<p class=byline>By Jane Roe</p><p class=date>Published 14 March 2023 at 16:05 GMT</p>"
        },
        ExpectedDate("none", day: "2023-03-14", "text") { $0.below = "<div>Jane Roe | Mar 14, 2023</div>" },
        ExpectedDate("none", day: "2023-03-14", "text") { $0.above = "<div>14/03/2023</div>" },
        ExpectedDate("none", day: "2023-03-14", "text", time: "09:28") { $0.above = "<div>2023-03-14 09:28</div>" },
        ExpectedDate("none", day: "2023-03-14", "text", time: "21:28", instant: "2023-03-15T01:28:00Z") {
            $0.below = "<div>Tuesday, March 14, 2023 9:28 p.m. EDT</div>"
        },
        ExpectedDate("none", day: "2019-08-20", "text", time: "09:31") {
            $0.below = "<div>09:31 August 20, 2019</div>"
        },
        ExpectedDate("none", day: "2023-04-03", "text") {
            $0.language = "en-GB"
            $0.below = "<div>03/04/2023</div>"
        },
        ExpectedDate("none", day: "2023-03-04", "text") {
            $0.language = "en-US"
            $0.below = "<div>03/04/2023</div>"
        },
        // Nobody can know: day or month first; a weekday that is not that day's; only other dates; nothing.
        ExpectedDate("none", day: "") { $0.below = "<div>03/04/2023</div>" },
        ExpectedDate("none", day: "") { $0.below = "<div>Monday, March 14, 2023</div>" },
        ExpectedDate("none", day: "") { $0.below = "<div>By Jane Roe</div>" },
        ExpectedDate("none", day: "") { $0.below = "<div>3 hours ago</div>" },
        ExpectedDate("none", day: "") { $0.below = "<div>14 March</div>" },
    ]

    private static let graph = [
        ExpectedDate("graph", day: "2022-02-25", "jsonld", time: "10:00", instant: "2022-02-25T09:00:00Z") {
            $0.head = jsonLD(
                #"{"@context":"https://schema.org","@graph":[{"@type":"WebPage","datePublished":"2022-02-24T10:00:00+01:00"},{"@type":"BreadcrumbList","itemListElement":[]},{"@type":"NewsArticle","headline":"h","datePublished":"2022-02-25T10:00:00+01:00"}]}"#
            )
        },
        ExpectedDate("graph", day: "2022-02-24", "jsonld", time: "10:00", instant: "2022-02-24T09:00:00Z") {
            $0.head = jsonLD(
                #"{"@graph":[{"@type":"WebPage","datePublished":"2022-02-24T10:00:00+01:00","dateModified":"2022-03-01T10:00:00+01:00"}]}"#
            )
        },
        ExpectedDate("graph", day: "2021-05-23", "jsonld") {
            $0.head = jsonLD(#"{"@type":"Organization","name":"broken}"#) + article(#""datePublished":"2021-05-23""#)
        },
        ExpectedDate("graph", day: "2021-05-23", "jsonld") {
            $0.head = jsonLD(#"//<![CDATA[ {"@type":"NewsArticle","headline":"h","datePublished":"2021-05-23"} //]]>"#)
        },
        ExpectedDate("graph", day: "2021-05-23", "jsonld") {
            $0.head = jsonLD(#"{"@type":"NewsArticle","headline":"a "quoted" word","datePublished":"2021-05-23"}"#)
        },
    ]

    private static let shifted = [
        // Buenos Aires, Ankara, Tehran, Washington, Tokyo.
        ExpectedDate("shifted", day: "2023-08-13", "jsonld", time: "22:30", instant: "2023-08-14T01:30:00Z") {
            $0.head = article(#""datePublished":"2023-08-14T01:30:00Z""#)
            $0.below = "<div class=date>13 August 2023, 22:30</div>"
        },
        ExpectedDate("shifted", day: "2018-08-11", "meta", time: "00:40", instant: "2018-08-10T21:40:00Z") {
            $0.head = #"<meta property="article:published_time" content="2018-08-10T21:40:00Z">"#
            $0.below = "<div>11.08.2018 00:40</div>"
        },
        ExpectedDate("shifted", day: "2022-09-17", "jsonld", time: "01:10", instant: "2022-09-16T20:40:00Z") {
            $0.head = article(#""datePublished":"2022-09-16T20:40:00+00:00""#)
            $0.below = "<div>17 September 2022 - 01:10</div>"
        },
        ExpectedDate("shifted", day: "2022-02-24", "meta", instant: "2022-02-25T01:50:00Z") {
            $0.head = #"<meta name="date" content="2022-02-25T01:50:00.000Z">"#
            $0.below = "<div>February 24, 2022</div>"
        },
        ExpectedDate("shifted", day: "2020-01-02", "markup", time: "07:00", instant: "2020-01-01T22:00:00Z") {
            $0.below = #"<time datetime="2020-01-01T22:00:00Z">2 January 2020 07:00</time>"#
        },
    ]

    private static let updated = [
        ExpectedDate("updated", day: "2024-05-01", "text") {
            $0.below = "<div>Updated: 3 May 2024</div><div>Published: 1 May 2024</div>"
        },
        ExpectedDate("updated", day: "2024-05-01", "text") {
            $0.below = "<div>Updated 3 May 2024 | Published 1 May 2024</div>"
        },
        ExpectedDate("updated", day: "2024-05-01", "markup") {
            $0.below =
                #"<time class="updated" datetime="2024-05-03">3 May</time> <time class="published" datetime="2024-05-01">1 May</time>"#
        },
        ExpectedDate("updated", day: "2024-05-01", "jsonld", time: "12:00", instant: "2024-05-01T10:00:00Z") {
            $0.head = article(
                #""dateModified":"2024-05-03T12:00:00+02:00","datePublished":"2024-05-01T12:00:00+02:00""#)
        },
        ExpectedDate("updated", day: "") { $0.head = article(#""dateModified":"2024-05-03T12:00:00+02:00""#) },
        ExpectedDate("updated", day: "") { $0.below = "<div>Last updated 3 May 2024</div>" },
    ]

    private static let related = [
        ExpectedDate("related", day: "2021-12-20", "text", time: "17:40") {
            $0.above = "<div>December 20, 2021 5:40 pm</div>"
            $0.middle = relatedBlock
        },
        ExpectedDate("related", day: "") { $0.middle = relatedBlock },
        ExpectedDate("related", day: "2021-12-20", "text") {
            $0.below = "<p>20 December 2021</p>"
            $0.middle =
                "<p>Related coverage</p><p>January 19, 2022 5:40 pm</p><p>Something else that happened elsewhere</p><p>It was said on Wednesday that it would happen and...</p>"
        },
        ExpectedDate("related", day: "") {
            $0.middle = "<p>Read more</p><p>January 19, 2022 5:40 pm</p><p>Something else that happened elsewhere</p>"
        },
        ExpectedDate("related", day: "2021-12-20", "meta") {
            $0.head = #"<meta property="article:published_time" content="2021-12-20">"#
            $0.middle = relatedBlock
        },
    ]

    private static let address = [
        ExpectedDate("address", day: "2022-03-14", "url", address: "https://gazette.example/2022/03/14/key-rate") { _ in
        },
        ExpectedDate(
            "address", day: "2022-03-14", "url",
            address: "https://gazette.example/news/2022-03-14-key-rate.html?x=2020-01-01"
        ) { _ in },
        ExpectedDate("address", day: "2022-03-14", "url", address: "https://gazette.example/20220314/key-rate") { _ in
        },
        ExpectedDate("address", day: "2022-03-14", "url", address: "https://gazette.example/world/key-rate-2022-03-14/")
        { _ in },
        ExpectedDate("address", day: "", address: "https://gazette.example/2023/12/16-new-officers") { _ in },
        ExpectedDate("address", day: "", address: "https://gazette.example/archive/2019/key-rate") { _ in },
        ExpectedDate("address", day: "", address: "https://gazette.example/article/2022031499/key-rate") { _ in },
        ExpectedDate("address", day: "", address: "https://gazette.example/key-rate-of-14-march-2022") { _ in },
    ]

    private static let dateline = [
        ExpectedDate("dateline", day: "2021-02-21", "text") { $0.first = "KHARTOUM, 21 February 2021 — " + $0.first },
        ExpectedDate("dateline", day: "2018-08-20", "text") { $0.first = "(Caracas, 20 August 2018) " + $0.first },
        ExpectedDate("dateline", day: "2018-08-10", "text") {
            $0.first = "ANKARA, Aug 10, 2018 (Agency) - " + $0.first
        },
        ExpectedDate("dateline", day: "") { $0.first = "ANKARA, Aug 10 (Agency) - " + $0.first },
        ExpectedDate("dateline", day: "") {
            $0.first =
                "The law of 21 February 2021 was changed by parliament, which met for the last time before the holidays."
        },
    ]
}
