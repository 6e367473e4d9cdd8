internal import Findings

/// How figures are made, and what they do not say.
struct MethodSection: ReportSection {
    let context: ReportContext

    var blocks: [Document.Block] {
        var blocks: [Document.Block] = []
        blocks.append(.heading("Method and caveats"))
        for words in [
            "Point in time: every figure is as known at the moment above; --known-on DAY makes the report of an earlier "
                + "day. Rates are never mixed across kind, market or source, and never carried forward into a return.",
            "Value lost is 100(1-S0/S1) of the local units per one \(context.base): it cannot pass 100 %. The "
                + "rise of the rate, 100(S1/S0-1), is another figure of the same move.",
            "Lists: what is counted is the difference between neighbouring snapshots, on the publisher's day where it "
                + "prints one, else on the day it was seen. Listed on, published on and seen on are never mixed.",
            "Events: a move beside an event is coincidence in time. What does not stand out is not distinguishable from "
                + "ordinary movement, which is not the same as no effect. The sign of a move does not measure whether a "
                + "sanction works.",
            "Words of the comparison: day 0 is the first day whose rate could show the event, rolled+2 two days after its "
                + "date. q is the share of false alarms to expect among all that stand out as clearly, within the family, "
                + "the rows tested together (Benjamini and Hochberg). Filtered history holds the move against all earlier "
                + "spans of its length, each measured by the volatility of its own time (z); k says how much more "
                + "turbulent the days before were than usual; t of beta and R2 how close the link to other currencies is.",
            "Names: equal after normalising, exactly. It is no screening for compliance, and a name is not a person.",
        ] { blocks.append(.item(words)) }
        guard context.period.endsQuarter else { return blocks }
        blocks.append(
            .item(
                "Words of the tags: Kolari and Pynnonen's t allows for events that share their days, Corrado's z goes by "
                    + "ranks and the sign z by directions alone; sign flips turn dates round at random. Boehmer, Musumeci "
                    + "and Poulsen's t and Patell's z take events as independent."))
        return blocks
    }
}
