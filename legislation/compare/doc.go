// Package compare answers comparative questions over the knowledge base: what
// several jurisdictions say on a topic on a day ([Matrix]), and what changed
// between two days, which strategies and reforms there were, and which rule a case
// would meet.
//
// The answers are plain values with JSON names; the API writes them as they are and
// the pages render them, so that both always say the same. The package decides
// nothing about law that the corpus does not say: what is not known is a gap, and a
// gap is part of the answer.
package compare
