internal import CCurl
internal import Vocabulary

extension Exchange {
    /// libcurl's code in our words. TLS never heals by asking again, and is never bypassed.
    func transportFailure(_ code: CURLcode) -> Failure {
        let connectStatus = easy.number(CURLINFO_HTTP_CONNECTCODE)
        if connectStatus >= 400 { return proxyFailure("the proxy refuses the connection with HTTP \(connectStatus)") }
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST:
            return failure(
                "dns", "no address is known for \(shownHost)", "check the network and the spelling", heals: true)
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: return proxyFailure("the proxy cannot be used")
        case CURLE_COULDNT_CONNECT:
            return failure(
                "refused", "\(shownHost) does not accept connections",
                "check the network, the proxy and whether the publisher's site is up", heals: true)
        case CURLE_OPERATION_TIMEDOUT: return timeout
        case CURLE_PARTIAL_FILE:
            return failure(
                "cut_body", "the connection ended before the whole body had arrived",
                "nothing was kept; the next run asks again", heals: true)
        case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
            return failure(
                "connection_lost", "the connection broke off", "nothing was kept; the next run asks again", heals: true)
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
            return failure("not_http", "the server does not speak HTTP", "check the address and its port")
        case CURLE_SSL_CACERT_BADFILE:
            return failure(
                "ca_file", "the file of trusted certificates cannot be read", "check ca_file: it must be readable PEM")
        case CURLE_PEER_FAILED_VERIFICATION: return certificateFailure
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_CERTPROBLEM, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS:
            return failure(
                "tls", "no secure connection can be agreed upon",
                "check the clock, the proxy and the port of the address")
        case CURLE_FILE_COULDNT_READ_FILE:
            return failure("file_unreadable", "the file cannot be read", "check its permissions")
        default:
            return failure(
                "transport_\(code.rawValue)", String(cString: curl_easy_strerror(code)),
                "fetch again; if it stays, report this with the output of `curl -v`", heals: false)
        }
    }

    /// libcurl has one code for three limits.
    private var timeout: Failure {
        let limits = request.limits
        let total = Double(easy.microseconds(CURLINFO_TOTAL_TIME_T)) / 1e6
        if easy.microseconds(CURLINFO_PRETRANSFER_TIME_T) == 0 {
            return failure(
                "connect_timeout", "no connection to \(shownHost) within \(Wording.short(total, decimals: 1)) s",
                "check the network and whether the publisher's site is up", heals: true)
        }
        if total < allowedSeconds - 0.05 {
            return failure(
                "low_speed",
                "fewer than \(limits.lowSpeedBytesPerSecond) bytes a second for \(limits.lowSpeedSeconds) s",
                "the server hangs; the next run asks again", heals: true)
        }
        return failure(
            "timeout", "not complete within \(Wording.short(limits.totalSeconds, decimals: 1)) s",
            "the server is slow; the next run asks again, or raise the feed's total time", heals: true)
    }

    /// OpenSSL's verdict (X509_V_ERR_…). A wrong host is found by libcurl itself, once the chain has been accepted and
    /// before it stores the verdict, which then still is its initial 1.
    private var certificateFailure: Failure {
        let remedy = "nothing was sent; if your network inspects TLS, name its certificate in ca_file"
        switch easy.number(CURLINFO_SSL_VERIFYRESULT) {
        case 0, 1, 62: return failure("tls_wrong_host", "the certificate is for another host than \(shownHost)", remedy)
        case 9: return failure("tls_not_yet_valid", "the certificate is not valid yet", "check this computer's clock")
        case 10:
            return failure(
                "tls_expired", "the certificate has expired", "check the clock; else the publisher must renew it")
        case 18, 19: return failure("tls_self_signed", "the certificate is signed by itself", remedy)
        case 2, 20, 21: return failure("tls_unknown_issuer", "the certificate's issuer is not trusted here", remedy)
        default: return failure("tls", "the certificate is not accepted", remedy)
        }
    }

    private func proxyFailure(_ message: String) -> Failure {
        failure("proxy", message, "check HTTPS_PROXY, its password and NO_PROXY")
    }

    private var shownHost: String { request.masking.text(address.host) }

    private func failure(_ code: String, _ message: String, _ remedy: String, heals: Bool = false) -> Failure {
        let detail = request.masking.text(easy.errorText)
        let full = detail.isEmpty ? message : "\(message) (\(detail))"
        return Failure(Fault(code, full, place: place, remedy: remedy), heals: heals)
    }
}
