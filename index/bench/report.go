//go:build sqlite_fts5

package bench

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"seelex/index/judged"
)

// Column is an engine of the report: its name, and its outcomes, the best first.
type Column struct {
	Name  string
	Tried []Outcome
}

// Quality prints nDCG@10, success@1 and success@3 of the engines over all queries, by
// kind and by language.
func Quality(w io.Writer, columns []Column) {
	fmt.Fprintf(w, "\n%-14s %4s", "", "n")
	for _, c := range columns {
		fmt.Fprintf(w, "   %-23s", c.Name)
	}
	fmt.Fprintf(w, "\n%-14s %4s", "", "")
	for range columns {
		fmt.Fprintf(w, "   %7s %7s %7s", "nDCG@10", "succ@1", "succ@3")
	}
	fmt.Fprintln(w)
	rows(w, columns, func(judged.Query) string { return "all" })
	fmt.Fprintln(w, "by kind")
	rows(w, columns, func(q judged.Query) string { return string(q.Kind) })
	fmt.Fprintln(w, "by language")
	rows(w, columns, func(q judged.Query) string { return q.Lang })
}

func rows(w io.Writer, columns []Column, group func(judged.Query) string) {
	scores := make([]map[string]judged.Score, len(columns))
	for i, c := range columns {
		scores[i] = judged.MeanBy(c.Tried[0].Results, group)
	}
	for _, name := range slices.Sorted(maps.Keys(scores[0])) {
		fmt.Fprintf(w, "%-14s %4d", name, scores[0][name].Queries)
		for i := range columns {
			s := scores[i][name]
			fmt.Fprintf(w, "   %7.3f %7.3f %7.3f", s.NDCG10, s.Success1, s.Success3)
		}
		fmt.Fprintln(w)
	}
}

// Ratios prints how many times the success of each other engine the first has on
// cross-language queries; of the others, the best that any way of asking came to.
func Ratios(w io.Writer, columns []Column) {
	first := acrossLanguages(columns[0])
	fmt.Fprintln(w, "\ncross-language queries; target: at least 2 × the success of either in any of its ways")
	for _, c := range columns[1:] {
		other := acrossLanguages(c)
		fmt.Fprintf(w, "%s : %-12s success@1 %.2f ×   success@3 %.2f ×   nDCG@10 %.2f ×\n", columns[0].Name, c.Name,
			first.Success1/other.Success1, first.Success3/other.Success3, first.NDCG10/other.NDCG10)
	}
}

func acrossLanguages(c Column) (best judged.Score) {
	for _, o := range c.Tried {
		s := judged.MeanBy(o.Results, func(q judged.Query) string { return string(q.Kind) })[string(judged.CrossLingual)]
		best.NDCG10, best.Success1, best.Success3 = max(best.NDCG10, s.NDCG10), max(best.Success1, s.Success1), max(best.Success3, s.Success3)
	}
	return best
}

// Cost prints percentiles of the time of a query.
func Cost(w io.Writer, name string, times []time.Duration) {
	sorted := slices.Sorted(slices.Values(times))
	at := func(p float64) float64 {
		return float64(sorted[int(p*float64(len(sorted)-1))].Microseconds()) / 1000
	}
	fmt.Fprintf(w, "%-34s p50 %6.2f ms   p95 %6.2f ms   p99 %6.2f ms\n", name, at(.50), at(.95), at(.99))
}

// Ways prints the ways of asking an engine that were tried, that of the table first.
func Ways(w io.Writer, c Column) {
	fmt.Fprintf(w, "\n%s: nDCG@10, success@1, success@3 of each way of asking; the first is the table's\n", c.Name)
	for _, o := range c.Tried {
		s := judged.Mean(o.Results)
		fmt.Fprintf(w, "  %.3f %.3f %.3f  %s\n", s.NDCG10, s.Success1, s.Success3, o.Name)
	}
}
