internal import Archive
internal import CommandLine
internal import Configuration
internal import FileSystem
internal import Findings
internal import FoundationEssentials
internal import Operations
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let initialise = Command(
        "init", abstract: "Make a workspace: a folder with its configuration",
        discussion: """
            The folder gets every feed file that is shipped, ready for `fetch` and for offline `import`. What is there \
            already is never overwritten.
            """,
        group: Group.workspace,
        examples: [
            .init("bellwether init ~/sanctions", "a workspace of your own"),
            .init("bellwether init try --sample", "one with the sample's feeds: the weeks around 24 February 2022"),
        ],
        arguments: [Argument("PATH", completion: .directory, help: "The folder to make.")],
        options: [.flag("sample", help: "With the sample's configuration and files instead.")]
    ) { invocation in
        guard let named = invocation.argument("PATH"), !named.isEmpty else {
            throw invocation.fault("PATH is empty; write . for the current folder")
        }
        let path = try Invocation.absolute(named)
        guard !Files.exists("\(path)/Config") else {
            throw Fault(
                "workspace_exists", "there is a workspace here already", place: path,
                remedy: "Name another folder, or remove its Config folder first.")
        }
        let shipped = try Shipped.find()
        let manager = FileManager.default
        try Files.makeFolder(path)
        if invocation.flag("sample") {
            for name in Files.names(in: "\(shipped)/Sample") where name != "Data" && name != "Reports" {
                try manager.copyItem(atPath: "\(shipped)/Sample/\(name)", toPath: "\(path)/\(name)")
            }
            // What news is read with is the same everywhere.
            for name in NewsRules.names where !Files.exists("\(path)/\(name)") {
                try manager.copyItem(atPath: "\(shipped)/\(name)", toPath: "\(path)/\(name)")
            }
        } else {
            try manager.copyItem(atPath: "\(shipped)/Config", toPath: "\(path)/Config")
        }
        try Files.makeFolder("\(path)/Reports")
        try Files.makeFolder("\(path)/Data")
        let feeds = Files.names(in: "\(path)/Config/feeds").count
        invocation.console.note("A workspace with \(feeds) feeds: \(path)")
        invocation.console.note("Next: bellwether fetch --workspace \(path)")
        return .done
    }
}

/// Where the files that come with the program lie.
enum Shipped {
    /// Beside an installed program in `share/bellwether`; beside a built one in its repository.
    static func find() throws -> String {
        if let named = ProcessInfo.processInfo.environment["BELLWETHER_SHARE"], !named.isEmpty { return named }
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        var folder = Files.parent(of: program)
        let installed = "\(Files.parent(of: folder))/share/bellwether"
        if Files.exists("\(installed)/Config/feeds") { return installed }
        while folder != "/" {
            if Files.exists("\(folder)/Config/feeds"), Files.exists("\(folder)/Package.swift") { return folder }
            folder = Files.parent(of: folder)
        }
        throw Fault(
            "not_installed", "the files that come with the program are not found", place: installed,
            remedy: "Install with `make install`, or set BELLWETHER_SHARE to the folder that holds Config.")
    }
}
