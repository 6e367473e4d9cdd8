internal import CCurl
internal import Vocabulary

/// One libcurl transfer with typed options; the pointer stays inside this module.
struct EasyHandle: ~Copyable {
    let pointer: UnsafeMutableRawPointer
    private var list: UnsafeMutablePointer<curl_slist>?
    private let errorBuffer: UnsafeMutablePointer<CChar>

    init() throws(Fault) {
        guard LibCurl.isReady, let pointer = curl_easy_init() else {
            throw Fault("out_of_memory", "libcurl could not start a transfer")
        }
        self.pointer = pointer
        errorBuffer = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorBuffer.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        bellwether_curl_set_error_buffer(pointer, errorBuffer)
    }

    deinit {
        curl_easy_cleanup(pointer)
        curl_slist_free_all(list)
        errorBuffer.deallocate()
    }

    func set(_ option: CURLoption, _ value: Int) throws(Fault) {
        try check(bellwether_curl_set_long(pointer, option, value), option)
    }

    /// libcurl copies the text.
    func set(_ option: CURLoption, _ value: String) throws(Fault) {
        try check(bellwether_curl_set_text(pointer, option, value), option)
    }

    /// libcurl reads the list during the transfer: it lives as long as the handle.
    mutating func set(headers lines: [String]) throws(Fault) {
        for line in lines {
            guard let longer = curl_slist_append(list, line) else {
                throw Fault("out_of_memory", "libcurl has no memory for the request's headers")
            }
            list = longer
        }
        try check(bellwether_curl_set_list(pointer, CURLOPT_HTTPHEADER, list), CURLOPT_HTTPHEADER)
    }

    func number(_ info: CURLINFO) -> Int {
        var value = 0
        return bellwether_curl_get_long(pointer, info, &value) == CURLE_OK ? value : 0
    }

    func microseconds(_ info: CURLINFO) -> Int {
        var value = curl_off_t(0)
        return bellwether_curl_get_offset(pointer, info, &value) == CURLE_OK ? Int(value) : 0
    }

    func text(_ info: CURLINFO) -> String? {
        var value: UnsafePointer<CChar>?
        guard bellwether_curl_get_text(pointer, info, &value) == CURLE_OK else { return nil }
        return value.map { String(cString: $0) }
    }

    /// libcurl's own account of the failure; may name hosts, so it is masked before it is printed.
    var errorText: String { String(cString: errorBuffer) }

    func check(_ code: CURLcode, _ option: CURLoption) throws(Fault) {
        guard code != CURLE_OK else { return }
        throw Fault(
            "transport_setup",
            "libcurl refuses option \(option.rawValue): \(String(cString: curl_easy_strerror(code)))",
            remedy: "libcurl 7.85 or newer, built with TLS, is needed (Debian: libcurl4)")
    }
}

/// libcurl's process-wide state, started once.
enum LibCurl {
    static let isReady = bellwether_curl_start() == CURLE_OK
}
