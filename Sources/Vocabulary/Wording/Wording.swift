/// Numbers, counts, lists and days as people read them: every table, sentence and message takes its words from here.
///
/// One rounding rule: half away from zero of the shortest decimal text of a number, which is what a person sees.
/// So 0.125 is 0.13 and 1.005 is 1.01, though the binary value behind 1.005 lies a hair below. A table and the
/// sentence beside it then never differ in the last digit. CSV and JSON keep every digit and take nothing from here.
package enum Wording {}
