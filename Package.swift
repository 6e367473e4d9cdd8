// swift-tools-version: 6.2
import PackageDescription

/// One set of settings for every Swift target: Swift 6 mode, every warning an error.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: house)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, path: "Tests/\(name)", swiftSettings: house)
}

func library(_ name: String, _ pkgConfig: String, _ debian: String) -> Target {
    .systemLibrary(name: name, path: "Sources/\(name)", pkgConfig: pkgConfig, providers: [.apt([debian])])
}

let package = Package(
    name: "bellwether",
    targets: [
        // C and C++ libraries, each behind its own face.
        library("CCurl", "libcurl", "libcurl4-openssl-dev"),
        library("CExpat", "expat", "libexpat1-dev"),
        library("CSQLite", "sqlite3", "libsqlite3-dev"),
        library("CArchive", "libarchive", "libarchive-dev"),
        library("CZlib", "zlib", "zlib1g-dev"),
        library("CZstd", "libzstd", "libzstd-dev"),
        library("CCrypto", "libcrypto", "libssl-dev"),
        library("CXml2", "libxml-2.0", "libxml2-dev"),
        library("CICU", "icu-i18n", "libicu-dev"),
        .systemLibrary(name: "CLinux", path: "Sources/CLinux"),
        .target(name: "CToml"),
        .target(name: "CJson", linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "CHtml", dependencies: ["CXml2"], linkerSettings: [.linkedLibrary("xml2")]),
        .target(
            name: "CLatin", dependencies: ["CICU"],
            linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
        .target(name: "CMath"),

        // In the order in which data flows.
        module("Vocabulary"),
        module("Zones", ["Vocabulary"]),
        module("Matching", ["Vocabulary", "CLatin"]),
        module("Formats", ["Vocabulary", "CCrypto", "CExpat", "CArchive", "CJson", "CHtml"]),
        module("Configuration", ["Vocabulary", "Zones", "Formats", "CToml"]),
        module("Fetch", ["Vocabulary", "CCurl", "CZlib"]),
        module("News", ["Vocabulary", "Zones", "Formats", "Configuration"]),
        module("Readers", ["Vocabulary", "Zones", "Formats", "Configuration", "News"]),
        module("FileSystem", ["Vocabulary", "CLinux"]),
        module("Archive", ["Vocabulary", "Formats", "FileSystem", "CZstd", "CLinux"]),
        module(
            "Store", ["Vocabulary", "Formats", "CSQLite"],
            resources: ["m001-readings", "m002-census", "m003-acceptance", "m004-selection", "m005-sources"].map {
                .embedInCode("SQLite/Migrations/\($0).sql")
            }),
        module("Rates", ["Vocabulary", "Formats", "Configuration", "Store"]),
        module("Lists", ["Vocabulary", "Configuration", "Store"]),
        module("Gate", ["Vocabulary", "Rates"]),
        module("Intake", ["Vocabulary", "Formats", "FileSystem", "Archive", "Store", "Rates", "Gate"]),
        module("Tables", ["Vocabulary", "CMath"]),
        module("Indicators", ["Vocabulary", "Rates", "Lists"]),
        module("Compare", ["Vocabulary", "Rates", "Indicators", "CMath"]),
        module(
            "Findings",
            ["Vocabulary", "Configuration", "News", "Store", "Rates", "Lists", "Indicators", "Compare"]),
        module(
            "Workspaces",
            [
                "Vocabulary", "FileSystem", "Configuration", "News", "Readers", "Archive", "Store", "Intake",
            ]),
        module(
            "Fetching",
            ["Vocabulary", "Configuration", "Fetch", "Store", "Intake", "Rates", "Findings", "Workspaces"]),
        module(
            "Operations",
            ["Vocabulary", "Formats", "FileSystem", "Configuration", "Archive", "Store", "Intake", "Workspaces"]),
        module("Schedule", ["Vocabulary"]),
        module(
            "Report",
            [
                "Vocabulary", "Configuration", "Store", "Rates", "Lists", "Indicators", "Compare", "Findings", "Tables",
            ]),
        module(
            "Reports",
            [
                "Vocabulary", "Formats", "FileSystem", "Configuration", "Tables", "Findings", "Report", "Workspaces",
            ]),
        module("CommandLine", ["Vocabulary", "Tables"]),
        .executableTarget(
            name: "bellwether",
            dependencies: [
                "Vocabulary", "FileSystem", "Configuration", "Fetch", "Readers", "News", "Archive", "Store", "Rates",
                "Lists", "Intake", "Findings", "Workspaces", "Fetching", "Operations", "Indicators", "Compare",
                "Tables", "Report", "Reports", "CommandLine", "Schedule", "Matching", "Formats",
            ], path: "Sources/Bellwether", swiftSettings: house),

        // What the tests share: golden files, temporary folders, running the built program.
        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: house),

        tests("Vocabulary", ["Vocabulary"]),
        tests("Zones", ["Zones", "Vocabulary"]),
        tests("Matching", ["Matching"]),
        tests("Formats", ["Formats", "Vocabulary"]),
        tests("Configuration", ["Configuration", "Readers", "Zones", "Vocabulary"]),
        tests("Fetch", ["Fetch", "Vocabulary"]),
        tests(
            "Readers",
            ["Readers", "Formats", "News", "Vocabulary", "Zones", "Configuration", "CArchive", "TestSupport"]),
        tests("News", ["News", "Configuration", "Vocabulary", "TestSupport"]),
        tests("Lists", ["Lists", "Indicators", "Store", "Configuration", "Vocabulary"]),
        tests("Rates", ["Rates", "Vocabulary", "TestSupport"]),
        tests("Archive", ["Archive", "FileSystem", "Vocabulary"]),
        tests("Store", ["Store", "Vocabulary"]),
        tests("Gate", ["Gate", "Rates", "Vocabulary", "TestSupport"]),
        tests("Intake", ["Intake", "Archive", "FileSystem", "Rates", "Gate", "Store", "Vocabulary", "TestSupport"]),
        tests("Indicators", ["Indicators", "Rates", "Lists", "Vocabulary", "Readers", "Report", "TestSupport"]),
        tests(
            "Compare",
            [
                "Compare", "CMath", "Readers", "Rates", "Indicators", "Report", "Tables", "Vocabulary", "TestSupport",
            ]),
        tests(
            "Report",
            [
                "Report", "Compare", "Configuration", "Findings", "Indicators", "Lists", "Rates", "Tables",
                "Vocabulary",
                "TestSupport",
            ]),
        tests("Schedule", ["Schedule", "Vocabulary", "TestSupport"]),
        tests("CommandLine", ["CommandLine", "Tables", "Vocabulary", "TestSupport"]),
        // The built program, end to end.
        tests("Bellwether", ["TestSupport"]),
    ],
    cxxLanguageStandard: .cxx17
)
