// Package legislation is the domain of seelex: drug legislation and drug
// strategies as instruments, provisions and positions, each with its period of
// validity, its sources and its confidence.
//
// The words are those of legal informatics: an [Instrument] is an ELI legal
// resource (FRBR work), a [Provision] an ELI subdivision with versions, an
// [Expression] its official text in one language, a [Topic] a SKOS concept with
// a codebook, a [Concept] an entry of the multilingual thesaurus.
//
// The package does no input or output and imports nothing else of the project.
package legislation
