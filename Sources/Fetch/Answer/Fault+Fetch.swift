internal import Glibc
internal import Vocabulary

extension Fault {
    static func privateAddress(_ host: String, place: String) -> Fault {
        Fault(
            "private_address", "\(host) is an address of this computer or a private network", place: place,
            remedy: "only a feed that allows private networks may be fetched from there")
    }

    static func cancelled(place: String) -> Fault {
        Fault("cancelled", "cancelled before it was complete; nothing was kept", place: place, remedy: "fetch again")
    }

    static func redirectRefused(to target: String, because reason: String, place: String) -> Fault {
        Fault(
            "redirect_refused", "the server redirects to \(target): \(reason)", place: place,
            remedy:
                "open the feed's address in a browser; if the publisher moved, write the new address in the feed file")
    }

    /// libcurl opens a folder as an empty file and tells no other cause apart, so a file is looked at first.
    static func ofFile(at path: String, place: String) -> Fault? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let reason = String(cString: strerror(errno))
            guard errno == ENOENT || errno == ENOTDIR else {
                return Fault("file_unreadable", reason, place: place, remedy: "check the permissions on its path")
            }
            return Fault(
                "file_missing", reason, place: place, remedy: "check the feed's address, or put the file there")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            let remedy = "name one file; to read a folder of parts use `bellwether import`"
            return Fault("file_not_regular", "this is a folder or a device, not a file", place: place, remedy: remedy)
        }
        guard access(path, R_OK) == 0 else {
            let reason = String(cString: strerror(errno))
            return Fault("file_unreadable", reason, place: place, remedy: "check the file's permissions")
        }
        return nil
    }
}
