/// The forms in which a table is printed.
package enum OutputFormat: String, Sendable, CaseIterable { case text, csv, json }
