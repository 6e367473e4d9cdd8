package import Configuration
package import Fetch
package import Intake
package import Store
package import Vocabulary
package import Workspaces

/// The requests of the feeds that are due, and what their answers become.
package struct FetchPlan: Sendable {
    package struct Item: Sendable {
        package var feed: FeedFile
        package var publication: Publication
        package var requests: [FetchRequest]
        /// Why it is not asked at all: a secret that is missing.
        package var fault: Fault?
        /// What is asked where the first request fails.
        package var fallback: FetchRequest?
        var previous: Run?
    }
    package var items: [Item] = []
    /// Feeds that were passed over, with the reason.
    package var skipped: [(feed: String, reason: String)] = []

    package var requests: [FetchRequest] { items.flatMap(\.requests) }

    /// What a person asks of a round.
    package struct Request: Sendable {
        /// Feeds asked for; empty for every feed with an address.
        package var names: [String] = []
        /// Whether feeds are asked even where nothing is due, and without conditions.
        package var force = false
        /// The first day, where an address has a range; nil: the feed's own.
        package var since: Day?
        /// Whether only addresses on this disk are asked.
        package var offline = false
        /// What the program calls itself where the configuration says nothing else.
        package var agent: String

        package init(agent: String) { self.agent = agent }
    }

    package init(_ workspace: Workspace, ledger: Ledger, _ asked: Request) throws {
        let settings = workspace.settings
        let (names, force) = (asked.names, asked.force)
        let feeds = try names.isEmpty ? settings.feeds : names.map { try workspace.feed($0) }
        for feed in feeds {
            let publication = try workspace.publication(feed)
            guard !feed.parts.isEmpty else {
                if !names.isEmpty {
                    skipped.append((feed.id, "it has no address: use `bellwether import \(feed.id) FILE`"))
                }
                continue
            }
            let previous = try ledger.lastAnswered(feed: feed.id)
            let last = try ledger.lastKnown(feed: feed.id, before: nil)
            guard !names.isEmpty || !feed.isOnRequest else {
                skipped.append((feed.id, "fetched only when it is named"))
                continue
            }
            guard force || !names.isEmpty || feed.isDue(at: workspace.now, lastSuccess: last?.seen) else {
                skipped.append((feed.id, "not due: last taken \(last?.seen.description ?? "never")"))
                continue
            }
            var item = Item(feed: feed, publication: publication, requests: [], fault: nil, previous: previous)
            do {
                for part in feed.parts {
                    var request = try FetchPlan.request(part, feed, workspace: workspace, asked: asked)
                    if asked.offline, !request.address.hasPrefix("file:") {
                        throw Fault("offline", "not asked: --offline was given", place: request.shownAddress)
                    }
                    if !force, let known = previous?.parts.first(where: { $0.name == part.name }) {
                        request.etag = known.etag
                        request.lastModified = known.lastModified
                    }
                    item.requests.append(request)
                }
                if let address = feed.fallback, !asked.offline, let first = feed.parts.first {
                    let other = FeedFile.Part(name: first.name, address: address)
                    item.fallback = try FetchPlan.request(other, feed, workspace: workspace, asked: asked)
                }
            } catch let fault as Fault {
                item.requests = []
                item.fault = fault
            }
            items.append(item)
        }
    }

    /// The second addresses of feeds whose first did not answer, each with the place of that answer.
    package func fallbacks(_ answers: [Result<FetchResponse, Fault>]) -> [(answer: Int, request: FetchRequest)] {
        var place = 0
        return items.compactMap { item in
            defer { place += item.requests.count }
            guard let request = item.fallback, item.requests.count == 1, case .failure = answers[place] else {
                return nil
            }
            return (place, request)
        }
    }

    private static func request(
        _ part: FeedFile.Part, _ feed: FeedFile, workspace: Workspace, asked: Request
    ) throws -> FetchRequest {
        let settings = workspace.settings
        let address = try settings.address(of: part, in: feed, at: workspace.now, from: asked.since)
        var headers: [String] = []
        // A server that repeats the request in an error must not be the way a secret gets into a message.
        let secrets = settings.secrets.values(feed.secrets)
        for header in feed.headers {
            let value = try settings.header(header, of: feed, at: workspace.now, from: asked.since)
            headers.append("\(header.name): \(value.text)")
        }
        // What the archive keeps must not say where on this machine the workspace lies.
        let shown =
            address.masked.hasPrefix("file://\(workspace.root)/")
            ? "file://./" + address.masked.dropFirst("file://\(workspace.root)/".count) : address.masked
        var request = FetchRequest(
            feed: feed.id, part: part.name, address: address.text, shownAddress: shown, secrets: secrets)
        let fetch = settings.workspace.fetch
        request.userAgent = feed.userAgent ?? fetch.userAgent ?? asked.agent
        request.headers = headers
        request.allowsFile = feed.allowsFile
        request.allowsPrivateNetworks = feed.allowsPrivate
        request.limits = fetch.limits
        return request
    }

    /// The answers, in the order of `requests`, as what each feed delivers.
    package func deliveries(
        _ answers: [Result<FetchResponse, Fault>], at now: Instant, archive: (String) throws -> [UInt8]
    ) throws -> [(item: Item, delivery: Delivery)] {
        var rest = answers[...]
        return try items.map { item in
            let own = Array(rest.prefix(item.requests.count))
            rest = rest.dropFirst(item.requests.count)
            return (item, try FetchPlan.delivery(item, own, now: now, archive: archive))
        }
    }

    private static func delivery(
        _ item: Item, _ answers: [Result<FetchResponse, Fault>], now: Instant, archive: (String) throws -> [UInt8]
    ) throws -> Delivery {
        func make(_ content: Delivery.Content) -> Delivery {
            Delivery(how: "fetch", seen: now, recorded: now, content: content)
        }
        if let fault = item.fault { return make(.failure(fault)) }
        var parts: [Delivery.Part] = []
        var notes: [String] = []
        var isFresh = false
        var status: Int?
        for (index, answer) in answers.enumerated() {
            switch answer {
            case .failure(let fault):
                // The first part says what the list is; the others only add to it.
                if index == 0 { return make(.failure(fault)) }
                notes.append("\(item.requests[index].part) is missing: \(fault.message)")
            case .success(let response):
                if index == 0 { status = response.status }
                let name = item.requests[index].part
                if response.notModified, let known = item.previous?.parts.first(where: { $0.name == name }) {
                    var part = Delivery.Part(name: name, bytes: try archive(known.sha256), address: known.address)
                    part.headers = ["etag": known.etag, "last-modified": known.lastModified].compactMapValues { $0 }
                    parts.append(part)
                } else {
                    isFresh = true
                    parts.append(
                        Delivery.Part(
                            name: name, bytes: response.body, rawBytes: response.rawBytes,
                            address: response.finalAddress, headers: response.headersByName))
                }
            }
        }
        var delivery = make(isFresh || !notes.isEmpty ? .parts(parts) : .notModified)
        delivery.http = status
        delivery.note = notes.joined(separator: "; ")
        return delivery
    }
}
